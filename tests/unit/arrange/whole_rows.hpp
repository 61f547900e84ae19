// What a change of the order of rows must never do.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq::testing {

// Every node stands once, in its own row, and those with columns stand in the order of these.
inline void expect_whole_rows(const RowGraph& graph) {
  std::vector<int> seen(graph.nodes.size(), 0);
  for (std::uint32_t r = 0; r < graph.rows.size(); ++r) {
    std::uint32_t column = 0;
    for (const std::uint32_t n : graph.rows[r]) {
      ++seen[n];
      EXPECT_EQ(graph.nodes[n].row, r);
      if (graph.nodes[n].column == no_index) continue;
      EXPECT_GE(graph.nodes[n].column, column);
      column = graph.nodes[n].column;
    }
  }
  EXPECT_EQ(std::ranges::count(seen, 1), static_cast<std::ptrdiff_t>(seen.size()));
}

}  // namespace prereq::testing
