#include "prereq/learnable.hpp"

#include <utility>

#include "graph/and_or_graph.hpp"

namespace prereq {

std::vector<bool> learnable_topics(const TopicGraph& graph, const LearnableOptions& options) {
  const AndOrGraph nodes(graph, options.known);
  std::vector<bool> known(graph.topic_count(), false);
  for (const TopicIndex t : options.known) known[t] = true;
  std::vector<TopicIndex> forbidden;
  for (const TopicIndex t : options.forbidden) {
    if (!known[t]) forbidden.push_back(t);
  }
  std::vector<bool> met = met_nodes(nodes, forbidden);
  met.resize(graph.topic_count());
  return met;
}

std::vector<bool> implied_knowledge(const TopicGraph& graph,
                                    const std::vector<TopicIndex>& topics) {
  std::vector<TopicIndex> seeds = topics;
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (graph.roadmap().topics()[t].level == Level::assumed) seeds.push_back(t);
  }
  const std::vector<bool> learnable = learnable_topics(graph);
  std::vector<bool> implied(graph.topic_count(), false);
  for (TopicIndex x = 0; x < graph.topic_count(); ++x) {
    const std::vector<bool> without = learnable_topics(graph, {{}, {x}});
    for (const TopicIndex seed : seeds) {
      if (seed == x || (learnable[seed] && !without[seed])) implied[x] = true;
    }
  }
  return implied;
}

}  // namespace prereq
