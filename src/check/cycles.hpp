// Shortest cycles, one for each strongly connected component.
#pragma once

#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

struct Cycle {
  // In the direction prerequisite → dependent; each edge's dependent is the next one's
  // prerequisite, the last one's dependent the first one's prerequisite. Never empty.
  std::vector<EdgeIndex> edges;
};

// For each strongly connected component of the edges flagged in `considered` (one flag an edge)
// that has a cycle with a `requires` edge in it: its shortest such cycle through its first-declared
// topic. Ordered by that topic. See check.hpp for ties and for corequisites. O(V + E).
std::vector<Cycle> shortest_cycles(const TopicGraph& graph, const std::vector<bool>& considered);

struct CycleEdges {
  std::vector<bool> blocking;   // what keeps topics that cannot be learned from being learned
  std::vector<bool> avoidable;  // between topics that can be learned
};

// One flag an edge. An alternative blocks only if its group is not met by others. O(V + E).
CycleEdges cycle_edges(const TopicGraph& graph);

}  // namespace prereq
