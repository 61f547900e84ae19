// Ranks for nodes of a directed acyclic graph such that the weighted sum of the edges' lengths is
// least: network simplex (Gansner, Koutsofios, North and Vo, "A technique for drawing directed
// graphs", 1993).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prereq {

struct RankedEdge {
  std::uint32_t tail;
  std::uint32_t head;  // at least one rank further
  std::int64_t weight = 1;
};

// The least rank is 0. Optimal, unless `most_steps` nodes and edges were visited before: then the
// best found so far, which is feasible all the same. Requires: the graph is acyclic and connected
// as if edges had no direction. Deterministic. Exponential in theory; in practice about as many
// exchanges as there are nodes, each of which costs O(the smaller side of the tree + log V).
std::vector<std::uint32_t> shortest_ranks(std::size_t node_count,
                                          const std::vector<RankedEdge>& edges,
                                          std::size_t most_steps);

}  // namespace prereq
