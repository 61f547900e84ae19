#include "metrics/requisites.hpp"

#include <utility>

namespace prereq {
namespace {

using Pair = std::pair<TopicIndex, TopicIndex>;

// As (prerequisite, dependent), each pair once, by dependent.
std::vector<Pair> distinct_requisites(const TopicGraph& graph) {
  std::vector<Pair> pairs;
  std::vector<TopicIndex> named_by(graph.topic_count(), no_index);
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::recommended) continue;
    if (std::exchange(named_by[edge.prerequisite], edge.dependent) == edge.dependent) continue;
    pairs.emplace_back(edge.prerequisite, edge.dependent);
  }
  return pairs;
}

// Components in falling order of their numbers, topics of each by declaration.
std::vector<TopicIndex> topological_order(const Components& components) {
  std::vector<std::uint32_t> next(components.count + 1, 0);
  const std::uint32_t highest = components.count == 0 ? 0 : components.count - 1;
  for (const std::uint32_t c : components.of) ++next[highest - c + 1];
  for (std::uint32_t c = 0; c < components.count; ++c) next[c + 1] += next[c];
  std::vector<TopicIndex> order(components.of.size());
  for (TopicIndex t = 0; t < order.size(); ++t) order[next[highest - components.of[t]]++] = t;
  return order;
}

}  // namespace

Requisites::Requisites(const TopicGraph& graph) {
  const std::vector<Pair> pairs = distinct_requisites(graph);
  edges_ = pairs.size();
  components_ = strong_components(graph.topic_count(), pairs);
  order_ = topological_order(components_);

  has_cycle_.assign(components_.count, false);
  prerequisites_.assign(graph.topic_count(), 0);
  first_.assign(graph.topic_count() + std::size_t{1}, 0);
  const auto is_kept = [&](const Pair& pair) {
    return components_.of[pair.first] != components_.of[pair.second];
  };
  for (const Pair& pair : pairs) {
    if (!is_kept(pair)) {
      has_cycle_[components_.of[pair.first]] = true;
      continue;
    }
    ++first_[pair.first + 1];
    ++prerequisites_[pair.second];
  }
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) first_[t + 1] += first_[t];
  dependents_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const Pair& pair : pairs) {
    if (is_kept(pair)) dependents_[next[pair.first]++] = pair.second;
  }
}

std::vector<std::vector<TopicIndex>> Requisites::cycles() const {
  std::vector<std::uint32_t> place(components_.count, no_index);
  std::vector<std::vector<TopicIndex>> cycles;
  for (TopicIndex t = 0; t < topic_count(); ++t) {
    const std::uint32_t c = components_.of[t];
    if (!has_cycle_[c]) continue;
    if (place[c] == no_index) {
      place[c] = static_cast<std::uint32_t>(cycles.size());
      cycles.emplace_back();
    }
    cycles[place[c]].push_back(t);
  }
  return cycles;
}

}  // namespace prereq
