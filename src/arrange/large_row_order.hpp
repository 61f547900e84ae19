// The order within each row of a picture that is too large to look at many orders.
#pragma once

#include <cstddef>

#include "arrange/row_graph.hpp"

namespace prereq {

// Orders the rows so that nodes with columns stand in the order of these, and returns the
// crossings. Rows are filled by a search through what is joined, so that it begins close together;
// barycentres then sweep down and up, neighbours that cross less the other way around change places
// (Gansner, Koutsofios, North and Vo 1993), and the best of all sweeps is kept and sifted as far as
// a fixed count of steps leads. Deterministic. O(sweeps x E log V), with fewer sweeps for more
// edges.
std::size_t order_large_rows(RowGraph& graph);

}  // namespace prereq
