// Looks for the order and the ways of edges that cross least, from several beginnings.
#pragma once

#include <cstddef>

#include "arrange/plan.hpp"
#include "arrange/row_graph.hpp"

namespace prereq {

struct FoundRows {
  RowGraph graph;
  std::size_t crossings = 0;
};

// Orders the rows and leads the edges from one beginning: number 0 is the order of declaration,
// each other number one of its own in which boxes and cards stand mixed. Gives up early what will
// hardly come to fewer crossings than `to_beat`. Deterministic. Costs as much as order_rows() and
// reroute_edges() a few times.
FoundRows search_rows(const View& view, const ArrangementPlan& plan, std::size_t beginning,
                      std::size_t to_beat);

}  // namespace prereq
