#include "write/svg_shapes.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/xml.hpp"

namespace prereq {
namespace {

constexpr double arrow_length = 8;
constexpr double arrow_half_width = 3.5;
constexpr double half_border = 0.5;

// Path data with a space only where two numbers meet.
class PathData {
 public:
  PathData& add(char command, std::initializer_list<double> numbers) {
    data_ += command;
    bool first = true;
    for (const double number : numbers) {
      if (!first) data_ += ' ';
      append_number(data_, number);
      first = false;
    }
    return *this;
  }
  PathData& close() {
    data_ += 'Z';
    return *this;
  }
  std::string take() { return std::move(data_); }

 private:
  std::string data_;
};

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// Of length 1, pointing where the edge ends. Looks back until two points differ.
Point end_direction(const DrawnEdge& edge) {
  const Point tip = *edge.arrow_tip;
  for (std::size_t i = edge.curve.size(); i-- > 0;) {
    const Point point = edge.curve[i];
    const double length = distance(point, tip);
    if (length > 0.01) return {(tip.x - point.x) / length, (tip.y - point.y) / length};
  }
  return {0, 1};
}

Point arrow_base(const DrawnEdge& edge) {
  const Point direction = end_direction(edge);
  return {edge.arrow_tip->x - arrow_length * direction.x,
          edge.arrow_tip->y - arrow_length * direction.y};
}

}  // namespace

std::string band_path(const Box& card) {
  const double radius = card_radius + half_border;
  const double left = card.x - half_border;
  const double top = card.y - half_border;
  const double bottom = card.bottom() + half_border;
  const double right = card.x + band_width;
  // How far the corner's arc has fallen where the band ends.
  const double across = std::max(0.0, radius - (right - left));
  const double drop = radius - std::sqrt(radius * radius - across * across);
  return PathData()
      .add('M', {right, top + drop})
      .add('A', {radius, radius, 0, 0, 0, left, top + radius})
      .add('V', {bottom - radius})
      .add('A', {radius, radius, 0, 0, 0, right, bottom - drop})
      .close()
      .take();
}

std::string diamond_path(Point centre, double reach) {
  return PathData()
      .add('M', {centre.x - reach, centre.y})
      .add('L',
           {centre.x, centre.y - reach, centre.x + reach, centre.y, centre.x, centre.y + reach})
      .close()
      .take();
}

std::string flag_path(const Box& box) {
  const double notch = std::min({9.0, box.width / 3, box.height / 3});
  const double radius = std::min({card_radius, box.width / 3, box.height / 3});
  return PathData()
      .add('M', {box.x + radius, box.y})
      .add('H', {box.right()})
      .add('L', {box.right() - notch, box.y + box.height / 2, box.right(), box.bottom()})
      .add('H', {box.x + radius})
      .add('A', {radius, radius, 0, 0, 1, box.x, box.bottom() - radius})
      .add('V', {box.y + radius})
      .add('A', {radius, radius, 0, 0, 1, box.x + radius, box.y})
      .close()
      .take();
}

std::string pennant_path(const Box& box) {
  const double notch = std::min({8.0, box.width / 3, box.height / 3});
  return PathData()
      .add('M', {box.x, box.y})
      .add('H', {box.right()})
      .add('L', {box.right() - notch, box.y + box.height / 2, box.right(), box.bottom()})
      .add('H', {box.x})
      .close()
      .take();
}

std::string edge_path(const DrawnEdge& edge) {
  assert(edge.curve.size() % 3 == 1);
  PathData path;
  path.add('M', {edge.curve.front().x, edge.curve.front().y});
  for (std::size_t i = 1; i + 2 < edge.curve.size(); i += 3) {
    const Point& a = edge.curve[i];
    const Point& b = edge.curve[i + 1];
    const Point& c = edge.curve[i + 2];
    path.add('C', {a.x, a.y, b.x, b.y, c.x, c.y});
  }
  if (edge.arrow_tip && distance(edge.curve.back(), *edge.arrow_tip) > arrow_length) {
    const Point base = arrow_base(edge);
    path.add('L', {base.x, base.y});
  }
  return path.take();
}

std::string arrow_path(const DrawnEdge& edge) {
  if (!edge.arrow_tip) return {};
  const Point tip = *edge.arrow_tip;
  const Point direction = end_direction(edge);
  const Point base = arrow_base(edge);
  const Point side = {-direction.y * arrow_half_width, direction.x * arrow_half_width};
  return PathData()
      .add('M', {tip.x, tip.y})
      .add('L', {base.x + side.x, base.y + side.y, base.x - side.x, base.y - side.y})
      .close()
      .take();
}

}  // namespace prereq
