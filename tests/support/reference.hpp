// Slow, obvious answers about small roadmaps, straight from the definitions, to compare with.
#pragma once

#include <set>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq::testing {

// What can be learned without `forbidden` topics, as if the `struck` entries were not there.
std::vector<bool> reference_learnable(const TopicGraph& graph,
                                      const std::set<TopicIndex>& forbidden = {},
                                      const std::set<RequirementIndex>& struck = {});

// Whether the entries of `range` that are not struck are met by what is learned.
bool reference_met(const Roadmap& roadmap, IndexRange range, const std::vector<bool>& learned,
                   const std::set<RequirementIndex>& struck = {});

std::vector<RequirementIndex> reference_redundant(const TopicGraph& graph);

// For each component in order: its cycle as topics, closed. `blocking` chooses between the cycles
// of topics that cannot be learned and the avoidable ones.
std::vector<std::vector<TopicIndex>> reference_cycles(const TopicGraph& graph, bool blocking);

}  // namespace prereq::testing
