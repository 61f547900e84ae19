// Looks for the order of rows, and the ways of edges through them, that cross least.
#pragma once

#include <cstddef>

#include "arrange/plan.hpp"
#include "arrange/row_graph.hpp"

namespace prereq {

struct FoundRows {
  RowGraph graph;
  std::size_t crossings = 0;
};

// The best found from `count` beginnings, the first of which is number `first`: number 0 is the
// order of declaration, each other number one of its own in which boxes and cards stand mixed. Rows
// are ordered from all of them; edges are then led anew in the better half, which is where most of
// the time goes. Deterministic. Requires: count > 0.
// Cost: order_rows() for each beginning, reroute_edges() a few times for half of them.
FoundRows search_rows(const View& view, const ArrangementPlan& plan, std::size_t first,
                      std::size_t count);

}  // namespace prereq
