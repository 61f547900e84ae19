// What a change of the order of rows must never do.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "arrange/row_graph.hpp"
#include "arrange/row_sweep.hpp"

namespace prereq::testing {

// Every node stands once, in its own row, and those with columns stand in the order of these,
// titles first.
inline void expect_whole_rows(const RowGraph& graph) {
  std::vector<int> seen(graph.nodes.size(), 0);
  for (std::uint32_t r = 0; r < graph.rows.size(); ++r) {
    std::pair<std::uint32_t, bool> before = {0, false};
    for (const std::uint32_t n : graph.rows[r]) {
      ++seen[n];
      EXPECT_EQ(graph.nodes[n].row, r);
      if (graph.nodes[n].column == no_index) continue;
      EXPECT_GE(order_by_column(graph.nodes[n]), before);
      before = order_by_column(graph.nodes[n]);
    }
  }
  EXPECT_EQ(std::ranges::count(seen, 1), static_cast<std::ptrdiff_t>(seen.size()));
}

}  // namespace prereq::testing
