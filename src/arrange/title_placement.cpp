#include "arrange/title_placement.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {
namespace {

constexpr double clearance_px = 4;
constexpr double step_px = 6;
constexpr std::size_t most_lines = 4;
constexpr double touching_px = 0.01;

using Stretches = std::vector<std::pair<double, double>>;

// What must not be written over within a part of the page: pieces of edges, with some air beside
// them, cards, and sections inside.
class Obstacles {
 public:
  Obstacles(const CurveStripes& curves, const Box& part) : part_(extent_of(part)) {
    curves.visit(part_.top, part_.bottom, [this](const Point* points) { add_curve(points); });
  }

  void add_cards(const ArrangementPlan& plan, const Coordinates& at) {
    for (std::size_t c = 0; c < plan.cards.size(); ++c) {
      add_box(centred(plan.cards[c].box, at.card_centres[c]));
    }
  }

  void add_sections_inside(const Coordinates& at) {
    for (const auto& box : at.section_boxes) {
      if (!box) continue;
      const bool around = box->x <= part_.left && box->y <= part_.top &&
                          box->right() >= part_.right && box->bottom() >= part_.bottom;
      if (!around) add_box(*box);
    }
  }

  // Stretches of x in which something stands between two heights, in order.
  Stretches between(double top, double bottom) const {
    Stretches stretches;
    for (const Extent& extent : extents_) {
      if (extent.bottom >= top && extent.top <= bottom) {
        stretches.emplace_back(extent.left - clearance_px, extent.right + clearance_px);
      }
    }
    std::ranges::sort(stretches);
    return stretches;
  }

 private:
  void add_curve(const Point* points) {
    Point before = points[0];
    sample_part(points, [&](Point point) {
      Extent piece;
      piece.include(before);
      piece.include(point);
      if (meet(piece, part_)) extents_.push_back(piece);
      before = point;
    });
  }

  // Titles may touch cards.
  void add_box(const Box& box) {
    Extent extent = extent_of(box);
    extent.top += touching_px;
    extent.bottom -= touching_px;
    if (meet(extent, part_)) extents_.push_back(extent);
  }

  Extent part_;
  std::vector<Extent> extents_;
};

double first_gap(double x, double width, const Stretches& stretches) {
  for (const auto& [from, to] : stretches) {
    if (from < x + width && to > x) x = to;
  }
  return x;
}

// The free place that a reader finds first: in the upper margin, in the lower one, or, where edges
// cross both all along, the highest one between the cards.
std::optional<Point> free_place(const MeasuredTitle& title, const Obstacles& obstacles,
                                const Box& box) {
  const double height = title.height + 8;
  const double left = box.x + Spacing::box_padding;
  std::vector<double> tops = {box.y, box.bottom() - height};
  const int steps = static_cast<int>((box.height - height) / step_px);
  for (int step = 1; step < steps; ++step) tops.push_back(box.y + step * step_px);
  for (const double top : tops) {
    const double x = first_gap(left, title.width, obstacles.between(top, top + height));
    if (x + title.width + clearance_px <= box.right()) return Point{x, top + 5};
  }
  return std::nullopt;
}

std::optional<PlacedTitle> place_in_box(const ViewSection& section, const ArrangementPlan& plan,
                                        const MeasuredTitle& planned, const Coordinates& at,
                                        const CurveStripes& curves, const Box& box) {
  std::vector<MeasuredTitle> shapes = {planned};
  for (const double wrap_px : {190.0, 110.0}) {
    shapes.push_back(measure_section_title(section, wrap_px, most_lines));
  }
  Obstacles obstacles(curves, box);
  obstacles.add_cards(plan, at);
  obstacles.add_sections_inside(at);
  for (MeasuredTitle& shape : shapes) {
    if (const auto place = free_place(shape, obstacles, box)) {
      return PlacedTitle{std::move(shape.lines), *place};
    }
  }
  return std::nullopt;
}

// As far to the left in its row as no edge crosses it. Graphviz routed edges around the title's own
// place, so that is free in any case.
Point place_in_row(const MeasuredTitle& title, Point centre, const CurveStripes& curves,
                   const Box& box) {
  const double y = centre.y - title.height / 2;
  const Obstacles edges(curves, {box.x, y, box.width, title.height});
  const double x =
      first_gap(box.x + Spacing::box_padding, title.width, edges.between(y, y + title.height));
  return {std::min(x, centre.x - title.width / 2), y};
}

}  // namespace

std::optional<PlacedTitle> place_title(const View& view, const ArrangementPlan& plan,
                                       const Coordinates& coordinates, const CurveStripes& curves,
                                       std::size_t section) {
  const MeasuredTitle& title = plan.titles[section];
  const Box& box = *coordinates.section_boxes[section];
  const auto& own = coordinates.title_centres[section];
  if (!own) return place_in_box(view.sections[section], plan, title, coordinates, curves, box);
  if (plan.direction == Direction::down) {
    return PlacedTitle{title.lines, place_in_row(title, *own, curves, box)};
  }
  return PlacedTitle{title.lines, {own->x - title.width / 2, own->y - title.height / 2}};
}

PlacedTitle title_in_corner(const ArrangementPlan& plan, const Coordinates& coordinates,
                            std::size_t section) {
  const Box& box = *coordinates.section_boxes[section];
  return {plan.titles[section].lines, {box.x + Spacing::box_padding, box.y + 5}};
}

}  // namespace prereq
