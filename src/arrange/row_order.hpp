// The order within each row: as few crossings as can be found quickly.
#pragma once

#include <cstddef>

#include "arrange/row_graph.hpp"

namespace prereq {

// Orders the rows so that nodes with columns stand in the order of these. Barycentres sweep down
// and up (Sugiyama, Tagawa and Toda 1981), each row is then sifted (Matuszewski, Schönfeld and
// Molitor 1999), and the best of all rounds is kept. Returns its crossings. Deterministic.
std::size_t order_rows(RowGraph& graph);

// The same without sweeps, from the order that is there: never more crossings.
std::size_t improve_rows(RowGraph& graph);

// The same, with columns left where they are. Bounded by a fixed count of steps.
std::size_t sift_rows(RowGraph& graph);

// Pairs of edges that change sides between two rows. O(V log V) for V nodes.
std::size_t count_crossings(const RowGraph& graph);

}  // namespace prereq
