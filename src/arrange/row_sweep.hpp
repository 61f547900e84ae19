// What orders of rows are made of, whoever looks for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq {

// Those of a row that have columns stand in this order: by column, each title before all else in
// its.
std::pair<std::uint32_t, bool> order_by_column(const RowNode& node);

// Whether either may stand left of the other.
bool may_swap(const RowNode& a, const RowNode& b);

// Puts those of a row that have columns into the order of these, in the places that they take.
void restore_columns(RowGraph& graph, std::size_t row);

// Orders a row by the barycentres of its nodes' neighbours in the row above, or below (Sugiyama,
// Tagawa and Toda 1981); nodes without any keep their place. `place` says where in its row each
// node stands, and is left as it was. O(n log n + m) for n nodes with m edges.
void sort_by_neighbours(RowGraph& graph, std::size_t row, bool by_above,
                        const std::vector<std::uint32_t>& place);

}  // namespace prereq
