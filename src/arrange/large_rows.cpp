#include "arrange/large_rows.hpp"

#include <algorithm>
#include <utility>

#include "arrange/large_row_order.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/section_collisions.hpp"
#include "arrange/tighten.hpp"

namespace prereq {
namespace {

// The larger the picture, the less is seen of where exactly everything stands.
int sweeps_for(const RowGraph& graph) {
  constexpr std::size_t work = 16'000'000;  // nodes
  constexpr std::size_t fewest = 4;
  constexpr std::size_t most = 24;
  return static_cast<int>(std::clamp(work / (graph.nodes.size() + 1), fewest, most));
}

Attempt lay_out(const View& view, const ArrangementPlan& plan, Bands bands) {
  RowGraph graph = make_row_graph(view, plan, bands);
  order_large_rows(graph);
  Attempt made = {plan, lay_out_rows(view, plan, graph, sweeps_for(graph), large_gap_room)};
  crop(made.plan, made.coordinates);
  return made;
}

}  // namespace

bool is_large(const ArrangementPlan& plan) {
  const std::size_t most = plan.has_page ? most_passed_rows : most_pieces_for_attempts;
  return plan.pieces() > most;
}

Attempt lay_out_large_rows(const View& view, const ArrangementPlan& plan) {
  Attempt made = lay_out(view, plan, Bands::as_planned);
  if (!sections_collide(view, made)) return made;
  return lay_out(view, plan, Bands::one);
}

}  // namespace prereq
