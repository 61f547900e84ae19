// Untangles, sets the rows, joins the pieces of lines, and moves everything to the origin.
#include "arrange/dress/dress.hpp"

#include <algorithm>
#include <utility>

#include "arrange/dress/rows.hpp"
#include "arrange/dress/untangle.hpp"

namespace prereq {
namespace {

void append_line(std::vector<Point>& curve, Point to) {
  if (distance(curve.back(), to) >= 0.5) append_straight(curve, to);
}

// Pieces that meet at a row are joined by a straight line through it.
DrawnEdge joined(const PlacedEdge& edge) {
  DrawnEdge drawn;
  for (const PlacedPiece& piece : edge.pieces) {
    if (drawn.curve.empty()) {
      drawn.curve = piece.curve;
      continue;
    }
    append_line(drawn.curve, piece.curve.front());
    drawn.curve.back() = piece.curve.front();
    drawn.curve.insert(drawn.curve.end(), piece.curve.begin() + 1, piece.curve.end());
  }
  drawn.arrow_tip = edge.arrow_tip;
  if (edge.leads_up) std::ranges::reverse(drawn.curve);
  return drawn;
}

// Lines lead from the box itself, and their arrows end at it.
void end_at_boxes(const ViewEdge& edge, const Placement& placement, bool down, DrawnEdge& drawn) {
  if (edge.prerequisite_section != no_index) {
    const Extent& box = placement.section_boxes[edge.prerequisite_section];
    Point& start = drawn.curve.front();
    (down ? start.y : start.x) = down ? box.bottom : box.right;
    Point& handle = drawn.curve[1];
    if (down) {
      handle.y = std::max(handle.y, start.y);
    } else {
      handle.x = std::max(handle.x, start.x);
    }
  }
  if (edge.dependent_section != no_index && drawn.arrow_tip) {
    const Extent& box = placement.section_boxes[edge.dependent_section];
    const double border = down ? box.top : box.left;
    const auto axis = [&](Point& p) -> double& { return down ? p.y : p.x; };
    axis(*drawn.arrow_tip) = border;
    Point& end = drawn.curve.back();
    (down ? end.x : end.y) = down ? drawn.arrow_tip->x : drawn.arrow_tip->y;
    axis(end) = border - arrow_px;
    for (std::size_t i = drawn.curve.size() - 3; i + 1 < drawn.curve.size(); ++i) {
      axis(drawn.curve[i]) = std::min(axis(drawn.curve[i]), border - arrow_px);
    }
  }
}

}  // namespace

Coordinates at_origin(const PagePlan& plan, Placement placement, std::vector<DrawnEdge> edges) {
  Coordinates at;
  at.edges = std::move(edges);
  Extent extent;
  for (std::size_t c = 0; c < plan.cards.size(); ++c) {
    const Box box = centred(plan.cards[c].box, placement.card_centres[c]);
    extent.include({box.x, box.y});
    extent.include({box.right(), box.bottom()});
  }
  for (const Extent& box : placement.section_boxes) {
    if (box.empty()) continue;
    extent.include({box.left, box.top});
    extent.include({box.right, box.bottom});
  }
  for (const DrawnEdge& drawn : at.edges) {
    sample_curve(drawn.curve, [&](Point point) { extent.include(point); });
  }
  at.section_boxes.resize(placement.section_boxes.size());
  if (extent.empty()) {
    at.title_centres.resize(placement.section_boxes.size());
    return at;
  }
  const auto move = [&](Point& point) { point = {point.x - extent.left, point.y - extent.top}; };
  at.card_centres = std::move(placement.card_centres);
  at.title_centres = std::move(placement.title_centres);
  for (Point& centre : at.card_centres) move(centre);
  for (auto& centre : at.title_centres) {
    if (centre) move(*centre);
  }
  for (DrawnEdge& edge : at.edges) {
    for (Point& point : edge.curve) move(point);
    if (edge.arrow_tip) move(*edge.arrow_tip);
  }
  for (std::size_t s = 0; s < at.section_boxes.size(); ++s) {
    const Extent& box = placement.section_boxes[s];
    if (box.empty()) continue;
    at.section_boxes[s] = Box{box.left - extent.left, box.top - extent.top, box.right - box.left,
                              box.bottom - box.top};
  }
  at.width = extent.right - extent.left;
  at.height = extent.bottom - extent.top;
  return at;
}

Coordinates dress(const View& view, const PagePlan& plan, Placement placement) {
  const Untangler untangler(view, plan, placement);
  const std::vector<RowBand> rows = set_rows(plan, untangler.levels(), placement);
  untangler.draw(rows, placement);
  std::vector<DrawnEdge> edges;
  edges.reserve(placement.edges.size());
  for (std::size_t e = 0; e < placement.edges.size(); ++e) {
    DrawnEdge drawn = joined(placement.edges[e]);
    end_at_boxes(view.edges[e], placement, plan.direction == Direction::down, drawn);
    edges.push_back(std::move(drawn));
  }
  return at_origin(plan, std::move(placement), std::move(edges));
}

}  // namespace prereq
