#include "graph/and_or_graph.hpp"

#include <numeric>
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
    make_units();
    links_.reserve(links_.size() + graph.edges().size());
    for (TopicIndex t = 0; t < topics; ++t) {
      if (!known_[t]) add_topic(t);
    }
    link_inputs();
    link_outputs();
  }

 private:
  struct Link {
    NodeIndex node;
    NodeIndex input;
    RequirementIndex entry;
  };
  struct Frame {
    IndexRange rest;
    NodeIndex node;
    RequirementIndex outermost;  // the entry of `requires` that the frame is inside of
    bool needs_all;
  };

  NodeIndex add_node(std::uint32_t least, RequirementIndex group) {
    result_.least_.push_back(least);
    result_.group_.push_back(group);
    return static_cast<NodeIndex>(result_.least_.size() - 1);
  }

  // Nodes for sets of two or more topics that are strongly connected by corequisites.
  void make_units() {
    const std::uint32_t topics = result_.topic_count_;
    std::vector<std::pair<TopicIndex, TopicIndex>> corequisites;
    for (const Edge& edge : graph_.edges()) {
      if (edge.kind != EdgeKind::corequisite) continue;
      if (known_[edge.prerequisite] || known_[edge.dependent]) continue;
      corequisites.emplace_back(edge.dependent, edge.prerequisite);
    }
    if (corequisites.empty()) return;

    result_.unit_.resize(topics);
    std::iota(result_.unit_.begin(), result_.unit_.end(), TopicIndex{0});
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
    links_.push_back({topic, unit, no_index});
  }

  void add_topic(TopicIndex topic) {
    const NodeIndex unit = result_.unit(topic);
    const Topic& said = roadmap_.topics()[topic];
    add_tree(unit, said.requirements);
    for (const Requirement& entry : roadmap_.requirements(said.corequisites)) {
      if (entry.topic == no_index) continue;
      if (entry.topic == topic || (unit != topic && result_.unit(entry.topic) == unit)) continue;
      need(unit, entry.topic, no_index);
    }
  }

  void need(NodeIndex node, NodeIndex input, RequirementIndex entry) {
    links_.push_back({node, input, entry});
    ++result_.least_[node];
  }

  // Makes everything in `range` needed by `node`.
  void add_tree(NodeIndex node, IndexRange range) {
    frames_.push_back({range, node, no_index, true});
    while (!frames_.empty()) {
      const Frame frame = frames_.back();
      if (frame.rest.empty()) {
        frames_.pop_back();
        continue;
      }
      ++frames_.back().rest.first;
      add_entry(frame.rest.first, frame);
    }
  }

  void add_entry(RequirementIndex index, const Frame& frame) {
    const Requirement& entry = roadmap_.requirements()[index];
    const bool is_outermost = frame.outermost == no_index && !is_gate(frame.node);
    const RequirementIndex outermost = is_outermost ? index : frame.outermost;
    if (entry.kind == RequirementKind::topic) {
      if (entry.topic == no_index) {
        if (!frame.needs_all && result_.least_[frame.node] > 0) --result_.least_[frame.node];
      } else {
        connect(frame, entry.topic, outermost);
      }
      return;
    }
    const bool wants_every_entry = entry.least == entry.entries.size();
    if (wants_every_entry && frame.needs_all) {
      // The topics of a section that is named are entries of their own.
      const bool is_section = is_outermost && !entry.name.empty();
      frames_.push_back({entry.entries, frame.node, is_section ? no_index : outermost, true});
      return;
    }
    const NodeIndex gate = add_node(wants_every_entry ? 0 : entry.least, index);
    connect(frame, gate, outermost);
    frames_.push_back({entry.entries, gate, no_index, wants_every_entry});
  }

  void connect(const Frame& frame, NodeIndex input, RequirementIndex outermost) {
    if (frame.needs_all) {
      need(frame.node, input, outermost);
    } else {
      links_.push_back({frame.node, input, outermost});
    }
  }

  bool is_gate(NodeIndex node) const { return result_.group(node) != no_index; }

  // Both are counting sorts that keep the order of the links otherwise.
  void link_inputs() {
    std::vector<std::uint32_t> next = starts(&Link::node);
    result_.first_input_ = next;
    result_.inputs_.resize(links_.size());
    result_.entries_.resize(links_.size());
    for (const Link& link : links_) {
      const std::uint32_t at = next[link.node]++;
      result_.inputs_[at] = link.input;
      result_.entries_[at] = link.entry;
    }
  }

  void link_outputs() {
    std::vector<std::uint32_t> next = starts(&Link::input);
    result_.first_output_ = next;
    result_.outputs_.resize(links_.size());
    for (const Link& link : links_) result_.outputs_[next[link.input]++] = link.node;
  }

  std::vector<std::uint32_t> starts(NodeIndex Link::*end) const {
    std::vector<std::uint32_t> first(result_.least_.size() + 1, 0);
    for (const Link& link : links_) ++first[link.*end + 1];
    for (std::size_t n = 1; n < first.size(); ++n) first[n] += first[n - 1];
    return first;
  }

  const Roadmap& roadmap_;
  const TopicGraph& graph_;
  AndOrGraph& result_;
  std::vector<bool> known_;
  std::vector<Link> links_;
  std::vector<Frame> frames_;
};

AndOrGraph::AndOrGraph(const TopicGraph& graph, const std::vector<TopicIndex>& known) {
  const AndOrBuilder builder(graph, known, *this);
}

std::vector<NodeIndex> met_in_order(const AndOrGraph& nodes,
                                    const std::vector<TopicIndex>& forbidden) {
  const std::uint32_t count = nodes.node_count();
  std::vector<bool> barred(count, false);
  for (const TopicIndex t : forbidden) barred[nodes.unit(t)] = true;

  std::vector<NodeIndex> order;
  std::vector<std::uint32_t> unmet(count);
  for (NodeIndex n = 0; n < count; ++n) {
    unmet[n] = nodes.least(n);
    if (unmet[n] == 0 && !barred[n]) order.push_back(n);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const NodeIndex output : nodes.outputs(order[next])) {
      if (unmet[output] != 0 && --unmet[output] == 0 && !barred[output]) order.push_back(output);
    }
  }
  return order;
}

std::vector<bool> met_nodes(const AndOrGraph& nodes, const std::vector<TopicIndex>& forbidden) {
  std::vector<bool> met(nodes.node_count(), false);
  for (const NodeIndex n : met_in_order(nodes, forbidden)) met[n] = true;
  return met;
}

}  // namespace prereq
