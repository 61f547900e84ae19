#include "arrange/row_attempts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/row_order.hpp"
#include "arrange/tighten.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_edges_in_rows = 3000;
constexpr double price_of_crossings = 1.5;
constexpr double share_of_large = 0.56;  // the one narrower page that is tried for large pictures

// Rows of our own are for pictures that run down, without edges that lead up, and not too dense.
bool suits_rows(const View& view, const ArrangementPlan& plan) {
  return plan.direction == Direction::down && view.edges.size() <= most_edges_in_rows &&
         leads_down(view, plan);
}

struct RowAttempt {
  Attempt made;
  double cost = 0;  // infinite if sections came to lie on one another
};

bool belongs_to(const View& view, std::uint32_t section, std::size_t ancestor) {
  for (auto s = section; s != no_index; s = view.sections[s].parent) {
    if (s == ancestor) return true;
  }
  return false;
}

// A section that goes on in a further band may be wider there than where it began.
bool sections_collide(const View& view, const Attempt& made) {
  const auto& boxes = made.coordinates.section_boxes;
  for (std::uint32_t a = 0; a < boxes.size(); ++a) {
    if (!boxes[a]) continue;
    const Extent extent = extent_of(*boxes[a]);
    for (std::uint32_t b = a + 1; b < boxes.size(); ++b) {
      if (boxes[b] && !belongs_to(view, b, a) && overlap(extent, extent_of(*boxes[b]))) return true;
    }
    for (std::size_t c = 0; c < view.cards.size(); ++c) {
      const Box& card = made.plan.cards[c].box;
      const Point centre = made.coordinates.card_centres[c];
      const Box at = {centre.x - card.width / 2, centre.y - card.height / 2, card.width,
                      card.height};
      if (!belongs_to(view, view.cards[c].section, a) && overlap(extent, extent_of(at)))
        return true;
    }
  }
  return false;
}

// What a picture costs its reader: its area, more so with crossings, or if it is too wide for its
// text to be read in a column of a page.
double cost_of(const View& view, const Coordinates& at, std::size_t crossings, double limit) {
  constexpr double comfortable_px = 640;
  constexpr double tallest = 4.2;  // times as tall as wide
  constexpr double margin = 2 * Spacing::page_margin;
  const double width = at.width + margin;
  const double edges = static_cast<double>(std::max<std::size_t>(view.edges.size(), 1));
  double cost = width * (at.height + margin) *
                (1 + price_of_crossings * static_cast<double>(crossings) / edges);
  if (width > comfortable_px) cost *= std::sqrt(width / comfortable_px);
  const double tall = (at.height + margin) / (tallest * width);
  if (tall > 1) cost *= std::sqrt(tall);
  if (width > limit) cost *= 1 + 8 * (width / limit - 1);
  return cost;
}

RowAttempt attempt_rows(const View& view, ArrangementPlan plan, double limit) {
  RowGraph graph = make_row_graph(view, plan);
  order_rows(graph);
  RowAttempt attempt;
  attempt.made.plan = std::move(plan);
  attempt.made.coordinates = lay_out_rows(view, attempt.made.plan, graph);
  crop(attempt.made.plan, attempt.made.coordinates);
  attempt.cost = sections_collide(view, attempt.made)
                     ? std::numeric_limits<double>::infinity()
                     : cost_of(view, attempt.made.coordinates, count_crossings(graph), limit);
  return attempt;
}

std::optional<Attempt> sound(RowAttempt attempt) {
  if (std::isinf(attempt.cost)) return std::nullopt;
  return std::move(attempt.made);
}

}  // namespace

std::optional<Attempt> best_rows(const View& view, const ArrangeOptions& options,
                                 ArrangementPlan plan) {
  if (!suits_rows(view, plan)) return std::nullopt;
  const double limit = options.max_width_px.value_or(std::numeric_limits<double>::max());
  const bool large = plan.passed_rows + view.cards.size() > most_pieces_for_attempts;
  RowAttempt best = attempt_rows(view, std::move(plan), limit);
  if (!options.max_width_px) return sound(std::move(best));
  // A narrower page often means fewer lines that cross, for hardly more room.
  for (const double share : {0.8, 0.7, 0.63, 0.56, 0.46}) {
    if (large && share != share_of_large) continue;
    ArrangeOptions narrower = options;
    narrower.max_width_px = share * limit;
    ArrangementPlan next = plan_arrangement(view, narrower);
    if (next.passed_rows > most_passed_rows || !leads_down(view, next)) continue;
    RowAttempt tried = attempt_rows(view, std::move(next), limit);
    if (tried.cost < best.cost) best = std::move(tried);
  }
  return sound(std::move(best));
}

}  // namespace prereq
