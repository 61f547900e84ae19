#include "graph/and_or_graph.hpp"

#include <utility>

#include "graph/components.hpp"

namespace prereq {

class AndOrBuilder {
 public:
  AndOrBuilder(const TopicGraph& graph, const std::vector<TopicIndex>& known, AndOrGraph& result)
      : roadmap_(graph.roadmap()), graph_(graph), result_(result) {
    const std::uint32_t topics = graph.topic_count();
    known_.assign(topics, false);
    for (const TopicIndex t : known) known_[t] = true;
    result_.topic_count_ = topics;
    result_.least_.assign(topics, 0);
    result_.group_.assign(topics, no_index);
    make_units();
    for (TopicIndex t = 0; t < topics; ++t) {
      if (!known_[t]) add_topic(t);
    }
    link(first_of_pair, result_.first_input_, result_.inputs_);
    link(second_of_pair, result_.first_output_, result_.outputs_);
  }

 private:
  using Pair = std::pair<NodeIndex, NodeIndex>;  // node, input
  static NodeIndex first_of_pair(const Pair& pair) { return pair.first; }
  static NodeIndex second_of_pair(const Pair& pair) { return pair.second; }

  NodeIndex add_node(std::uint32_t least, RequirementIndex group) {
    result_.least_.push_back(least);
    result_.group_.push_back(group);
    return static_cast<NodeIndex>(result_.least_.size() - 1);
  }

  // Nodes for sets of two or more topics that are strongly connected by corequisites.
  void make_units() {
    const std::uint32_t topics = result_.topic_count_;
    std::vector<Pair> corequisites;
    for (const Edge& edge : graph_.edges()) {
      if (edge.kind != EdgeKind::corequisite) continue;
      if (known_[edge.prerequisite] || known_[edge.dependent]) continue;
      corequisites.emplace_back(edge.dependent, edge.prerequisite);
    }
    result_.unit_.resize(topics);
    for (TopicIndex t = 0; t < topics; ++t) result_.unit_[t] = t;
    if (corequisites.empty()) return;

    const Components components = strong_components(topics, corequisites);
    std::vector<TopicIndex> first_member(components.count, no_index);
    for (TopicIndex t = 0; t < topics; ++t) {
      TopicIndex& first = first_member[components.of[t]];
      if (first == no_index) {
        first = t;
        continue;
      }
      if (result_.unit_[first] == first) join_unit(first, add_node(0, no_index));
      join_unit(t, result_.unit_[first]);
    }
  }

  void join_unit(TopicIndex topic, NodeIndex unit) {
    result_.unit_[topic] = unit;
    result_.least_[topic] = 1;
    pairs_.emplace_back(topic, unit);
  }

  void add_topic(TopicIndex topic) {
    const NodeIndex unit = result_.unit_[topic];
    const Topic& said = roadmap_.topics()[topic];
    add_tree(unit, said.requirements);
    for (const Requirement& entry : roadmap_.requirements(said.corequisites)) {
      if (entry.topic == no_index) continue;
      if (entry.topic == topic || (unit != topic && result_.unit_[entry.topic] == unit)) continue;
      need(unit, entry.topic);
    }
  }

  void need(NodeIndex node, NodeIndex input) {
    pairs_.emplace_back(node, input);
    ++result_.least_[node];
  }

  // Makes everything in `range` needed by `node`.
  void add_tree(NodeIndex node, IndexRange range) {
    frames_.push_back({range, node, true});
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.rest.empty()) {
        frames_.pop_back();
        continue;
      }
      add_entry(frame.rest.first++, frame.node, frame.needs_all);
    }
  }

  void add_entry(RequirementIndex index, NodeIndex node, bool needs_all) {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic) {
      if (entry.topic == no_index) {
        if (!needs_all && result_.least_[node] > 0) --result_.least_[node];
      } else if (needs_all) {
        need(node, entry.topic);
      } else {
        pairs_.emplace_back(node, entry.topic);
      }
      return;
    }
    const bool wants_every_entry = entry.least == entry.entries.size();
    if (wants_every_entry && needs_all) {
      frames_.push_back({entry.entries, node, true});
      return;
    }
    const NodeIndex gate = add_node(wants_every_entry ? 0 : entry.least, index);
    if (needs_all) {
      need(node, gate);
    } else {
      pairs_.emplace_back(node, gate);
    }
    frames_.push_back({entry.entries, gate, wants_every_entry});
  }

  // Counting sort of the pairs by one end; keeps their order otherwise.
  void link(NodeIndex (*key)(const Pair&), std::vector<std::uint32_t>& first,
            std::vector<NodeIndex>& ends) const {
    first.assign(result_.least_.size() + 1, 0);
    for (const Pair& pair : pairs_) ++first[key(pair) + 1];
    for (std::size_t n = 1; n < first.size(); ++n) first[n] += first[n - 1];
    ends.resize(pairs_.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const Pair& pair : pairs_) {
      ends[next[key(pair)]++] = key == first_of_pair ? pair.second : pair.first;
    }
  }

  struct Frame {
    IndexRange rest;
    NodeIndex node;
    bool needs_all;
  };

  const Roadmap& roadmap_;
  const TopicGraph& graph_;
  AndOrGraph& result_;
  std::vector<bool> known_;
  std::vector<Pair> pairs_;
  std::vector<Frame> frames_;
};

AndOrGraph::AndOrGraph(const TopicGraph& graph, const std::vector<TopicIndex>& known) {
  const AndOrBuilder builder(graph, known, *this);
}

std::vector<bool> met_nodes(const AndOrGraph& nodes, const std::vector<TopicIndex>& forbidden) {
  const std::uint32_t count = nodes.node_count();
  std::vector<std::uint32_t> unmet(count);
  for (NodeIndex n = 0; n < count; ++n) unmet[n] = nodes.least(n);
  std::vector<bool> barred(count, false);
  for (const TopicIndex t : forbidden) barred[nodes.unit(t)] = true;

  std::vector<bool> met(count, false);
  std::vector<NodeIndex> waiting;
  const auto meet = [&](NodeIndex n) {
    if (barred[n] || met[n]) return;
    met[n] = true;
    waiting.push_back(n);
  };
  for (NodeIndex n = 0; n < count; ++n) {
    if (unmet[n] == 0) meet(n);
  }
  while (!waiting.empty()) {
    const NodeIndex n = waiting.back();
    waiting.pop_back();
    for (const NodeIndex output : nodes.outputs(n)) {
      if (unmet[output] != 0 && --unmet[output] == 0) meet(output);
    }
  }
  return met;
}

}  // namespace prereq
