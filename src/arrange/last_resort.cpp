#include "arrange/last_resort.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "arrange/large_rows.hpp"
#include "arrange/row_attempts.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/row_search.hpp"
#include "arrange/section_collisions.hpp"
#include "arrange/tighten.hpp"

namespace prereq {
namespace {

constexpr double sag_px = 24;  // of the handles: the curve itself stays above the next row

enum class Way : std::uint8_t { down, up, level };

class LastResort {
 public:
  LastResort(const View& view, ArrangementPlan plan) : view_(view), plan_(std::move(plan)) {}

  Attempt lay_out() {
    const View straight = straightened();
    Coordinates at = lay_out(straight);
    find_row_bottoms(at);
    std::vector<DrawnEdge> edges;
    std::size_t next = 0;
    for (const ViewEdge& edge : view_.edges) {
      const Way way = way_of(edge);
      if (way == Way::level) {
        edges.push_back(sagging(edge, at));
        continue;
      }
      edges.push_back(std::move(at.edges[next++]));
      if (way == Way::up) turn(edges.back(), has_arrow(view_, edge));
    }
    at.edges = std::move(edges);
    crop(plan_, at);
    return {std::move(plan_), std::move(at)};
  }

 private:
  std::uint32_t row(std::uint32_t card) const { return plan_.layering.row_of_item[card]; }

  Way way_of(const ViewEdge& edge) const {
    if (row(edge.prerequisite) == row(edge.dependent)) return Way::level;
    return row(edge.prerequisite) < row(edge.dependent) ? Way::down : Way::up;
  }

  // Sections that collide are kept apart as in a large picture.
  Coordinates lay_out(const View& straight) const {
    if (!is_large(plan_)) {
      const FoundRows found = search_rows(straight, plan_, 0, 1);
      Attempt made = {plan_, lay_out_rows(straight, plan_, found.graph)};
      if (!sections_collide(straight, made)) return std::move(made.coordinates);
    }
    return lay_out_large_rows(straight, plan_).coordinates;
  }

  // The same view with edges that all lead down.
  View straightened() const {
    View straight = view_;
    straight.edges.clear();
    for (const ViewEdge& edge : view_.edges) {
      const Way way = way_of(edge);
      if (way == Way::level) continue;
      straight.edges.push_back(edge);
      if (way == Way::up) {
        std::swap(straight.edges.back().prerequisite, straight.edges.back().dependent);
      }
    }
    return straight;
  }

  void find_row_bottoms(const Coordinates& at) {
    row_bottoms_.assign(plan_.layering.row_count, 0);
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      double& bottom = row_bottoms_[row(c)];
      bottom = std::max(bottom, at.card_centres[c].y + plan_.cards[c].box.height / 2);
    }
  }

  static void turn(DrawnEdge& edge, bool arrow) {
    if (edge.arrow_tip) {
      const Point from = edge.curve.back();
      const Point tip = *edge.arrow_tip;
      for (const double t : {1.0 / 3, 2.0 / 3, 1.0}) {
        edge.curve.push_back({from.x + t * (tip.x - from.x), from.y + t * (tip.y - from.y)});
      }
    }
    std::ranges::reverse(edge.curve);
    edge.arrow_tip.reset();
    if (!arrow) return;
    edge.arrow_tip = edge.curve.back();
    edge.curve.back().y += arrow_px;
    edge.curve[edge.curve.size() - 2].y += arrow_px;
  }

  DrawnEdge sagging(const ViewEdge& edge, const Coordinates& at) const {
    const bool right = at.card_centres[edge.prerequisite].x < at.card_centres[edge.dependent].x;
    const Point from = port(edge.prerequisite, right ? 0.25 : -0.25, at);
    const Point to = port(edge.dependent, right ? -0.25 : 0.25, at);
    const double low = row_bottoms_[row(edge.dependent)] + sag_px;
    const bool arrow = has_arrow(view_, edge);
    DrawnEdge drawn;
    drawn.curve = {from, {from.x, low}, {to.x, low}, {to.x, to.y + (arrow ? arrow_px : 0)}};
    if (arrow) drawn.arrow_tip = to;
    return drawn;
  }

  // At the lower border, by this share of the width beside the middle.
  Point port(std::uint32_t card, double share, const Coordinates& at) const {
    const Box& box = plan_.cards[card].box;
    const Point centre = at.card_centres[card];
    return {centre.x + share * box.width, centre.y + box.height / 2};
  }

  const View& view_;
  ArrangementPlan plan_;
  std::vector<double> row_bottoms_;
};

}  // namespace

Attempt lay_out_upward_edges_too(const View& view, ArrangementPlan plan) {
  return LastResort(view, std::move(plan)).lay_out();
}

Attempt lay_out_as_last_resort(const View& view, const ArrangeOptions& options) {
  ArrangeOptions down = options;
  down.direction = Direction::down;
  ArrangementPlan plan = plan_feasible_arrangement(view, down);
  if (auto rows = best_rows(view, down, plan)) return *std::move(rows);
  return lay_out_upward_edges_too(view, std::move(plan));
}

}  // namespace prereq
