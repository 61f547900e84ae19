// Which topics can be learned at all: the central rule.
//
// A topic is learnable when its requirement is met by topics learned before it and its corequisites
// by topics learned before it or together with it. Topics that are corequisites of one another
// (strongly connected by corequisite edges alone) form a unit that is learned at once; a `requires`
// edge inside a unit can therefore never be met. Names that are not defined count as learned.
//
// This is reachability in a directed hypergraph (AND/OR graph): the least fixed point, found by
// counting unmet entries, O(V + E) for each call.
#pragma once

#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

struct LearnableOptions {
  std::vector<TopicIndex> known;      // need nothing
  std::vector<TopicIndex> forbidden;  // cannot be learned, unless known
};

// One flag a topic.
std::vector<bool> learnable_topics(const TopicGraph& graph, const LearnableOptions& options = {});

// Everything that somebody who knows `topics` must know: the topics themselves, those of level
// `assumed`, and whatever every way to one of them needs (what it cannot be learned without).
// One flag a topic. Topics that cannot be learned imply nothing but themselves.
std::vector<bool> implied_knowledge(const TopicGraph& graph, const std::vector<TopicIndex>& topics);

}  // namespace prereq
