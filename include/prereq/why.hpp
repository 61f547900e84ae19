// Why one topic depends on another: the shortest chain of edges, an explanation and not a plan.
//
// Edges are requirements (also those that an alternative makes) and corequisites; recommendations
// do not make anything depend on anything. Of several shortest chains it is the one that prefers,
// from the dependent backwards, what is written first. Breadth-first search, O(V + E).
#pragma once

#include <optional>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

struct Chain {
  std::vector<TopicIndex> topics;  // from the prerequisite to the dependent
  std::optional<GoalIndex> goal;   // the end, after the topics, when a goal was asked about
  // The entry that makes each edge, one less than there are ends; its `because` is the reason.
  std::vector<RequirementIndex> reasons;
  std::vector<EdgeKind> kinds;  // parallel to reasons
};

struct Why {
  std::optional<Chain> chain;  // prerequisite -> dependent
  // When there is none: whether there is one the other way round, and which.
  std::optional<Chain> reverse;
};

// A topic does not depend on itself unless there is a cycle: then the chain is that cycle, closed.
Why why_topic(const TopicGraph& graph, TopicIndex prerequisite, TopicIndex dependent);
// For a goal; there is never a reverse chain.
Why why_goal(const TopicGraph& graph, TopicIndex prerequisite, GoalIndex goal);

}  // namespace prereq
