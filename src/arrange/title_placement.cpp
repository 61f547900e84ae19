#include "arrange/title_placement.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {
namespace {

constexpr double clearance_px = 4;

// Stretches of x that edges cover within a strip of the page.
std::vector<std::pair<double, double>> covered(const Coordinates& at, const Box& strip) {
  std::vector<std::pair<double, double>> stretches;
  for (const DrawnEdge& edge : at.edges) {
    bool first = true;
    Point before;
    sample_curve(edge.curve, [&](Point point) {
      if (!first) {
        const auto [top, bottom] = std::minmax(before.y, point.y);
        const auto [left, right] = std::minmax(before.x, point.x);
        if (bottom >= strip.y && top <= strip.bottom() && right >= strip.x &&
            left <= strip.right()) {
          stretches.emplace_back(left - clearance_px, right + clearance_px);
        }
      }
      before = point;
      first = false;
    });
  }
  std::ranges::sort(stretches);
  return stretches;
}

// Where an edge would cross the title in the upper margin, it may stand in the lower one.
Point place_in_margin(const MeasuredTitle& title, const Coordinates& at, const Box& box) {
  const double height = title.height + 8;
  const double left = box.x + Spacing::box_padding;
  for (const double top : {box.y, box.bottom() - height}) {
    double x = left;
    for (const auto& [from, to] : covered(at, {box.x, top, box.width, height})) {
      if (from < x + title.width && to > x) x = to;
    }
    if (x + title.width + clearance_px <= box.right()) return {x, top + 5};
  }
  return {left, box.y + 5};
}

}  // namespace

Point place_title(const ArrangementPlan& plan, const Coordinates& coordinates,
                  std::size_t section) {
  const MeasuredTitle& title = plan.titles[section];
  const Box& box = *coordinates.section_boxes[section];
  const double left = box.x + Spacing::box_padding;
  if (!coordinates.title_centres[section]) return place_in_margin(title, coordinates, box);
  // Graphviz routed edges around the title's own place, so that is free in any case.
  const double own = coordinates.title_centres[section]->x - title.width / 2;
  const double y = coordinates.title_centres[section]->y - title.height / 2;
  double x = left;
  for (const auto& [from, to] : covered(coordinates, {box.x, y, box.width, title.height})) {
    if (from < x + title.width && to > x) x = to;
  }
  return {std::min(x, own), y};
}

}  // namespace prereq
