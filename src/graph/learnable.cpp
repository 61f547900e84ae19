#include "prereq/learnable.hpp"

#include <algorithm>
#include <utility>

#include "graph/and_or_graph.hpp"
#include "graph/indispensable.hpp"

namespace prereq {
namespace {

// Two closures downwards from the topics somebody knows. `certain` follows what is needed whatever
// is chosen; `plan` also takes enough inputs of every choice, so whatever is implied is in it.
struct Closures {
  std::vector<bool> certain;  // by position
  std::vector<bool> plan;
};

Closures close(const Indispensables& order, std::vector<Place> seeds) {
  Closures closures{std::vector<bool>(order.size(), false), std::vector<bool>(order.size(), false)};
  std::vector<Place> stack = seeds;
  while (!stack.empty()) {
    const Place at = stack.back();
    stack.pop_back();
    if (closures.certain[at]) continue;
    closures.certain[at] = true;
    if (order.needs_all(at)) {
      stack.insert(stack.end(), order.inputs(at).begin(), order.inputs(at).end());
    }
  }
  stack = std::move(seeds);
  while (!stack.empty()) {
    const Place at = stack.back();
    stack.pop_back();
    if (closures.plan[at]) continue;
    closures.plan[at] = true;
    std::uint32_t left = order.least(at);
    for (const Place input : order.inputs(at)) {
      if (left == 0) break;
      // Inputs before the node are enough; one of them after another ends.
      if (input >= at) continue;
      stack.push_back(input);
      --left;
    }
  }
  return closures;
}

// Flags the topics of `candidates` that one of `seeds` cannot be met without.
void test(Indispensables& order, std::span<const TopicIndex> candidates,
          const std::vector<Place>& seeds, std::vector<bool>& implied) {
  const Place end = seeds.empty() ? 0 : *std::ranges::max_element(seeds) + 1;
  while (!candidates.empty()) {
    const auto batch = candidates.first(std::min(candidates.size(), Indispensables::width));
    candidates = candidates.subspan(batch.size());
    std::uint64_t edge_visits = UINT64_MAX;
    order.compute(batch, end, edge_visits);
    for (std::size_t k = 0; k < batch.size(); ++k) {
      implied[batch[k]] =
          std::ranges::any_of(seeds, [&](Place seed) { return order.is_indispensable(k, seed); });
    }
  }
}

}  // namespace

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
  const std::uint32_t count = graph.topic_count();
  std::vector<bool> implied(count, false);
  for (const TopicIndex t : topics) implied[t] = true;
  for (TopicIndex t = 0; t < count; ++t) {
    if (graph.roadmap().topics()[t].level == Level::assumed) implied[t] = true;
  }
  const AndOrGraph nodes(graph);
  Indispensables order(nodes);
  std::vector<Place> seeds;
  for (TopicIndex t = 0; t < count; ++t) {
    if (implied[t] && order.position(t) != no_place) seeds.push_back(order.position(t));
  }
  const Closures closures = close(order, seeds);
  std::vector<TopicIndex> candidates;
  for (TopicIndex t = 0; t < count; ++t) {
    const Place unit = order.position(nodes.unit(t));
    if (implied[t] || unit == no_place) continue;
    if (closures.certain[unit]) {
      implied[t] = true;
    } else if (closures.plan[unit]) {
      candidates.push_back(t);
    }
  }
  test(order, candidates, seeds, implied);
  return implied;
}

}  // namespace prereq
