// The requirements of a roadmap compiled to gates: the form in which they are computed with.
//
// A node is met as soon as `least` of its inputs are. Nodes 0 to topic_count - 1 are the topics;
// after them come the gates of groups that leave a choice, and one node for each unit of topics
// that are corequisites of one another. What is needed whatever is chosen (`all`, and groups that
// want every entry) has no gate of its own: its entries are inputs of what contains it. Names that
// are not defined count as met and are compiled away. Groups that can never be met keep `least`
// above their number of inputs.
//
// Members of a unit of two or more have the unit as their only input, and the unit has what all of
// them need; so a `requires` edge inside a unit is a cycle. Immutable.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

using NodeIndex = std::uint32_t;

class AndOrGraph {
 public:
  // Topics in `known` need nothing: they have no inputs, and their corequisites make no unit.
  // O(V + E).
  explicit AndOrGraph(const TopicGraph& graph, const std::vector<TopicIndex>& known = {});

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(least_.size()); }
  std::uint32_t topic_count() const { return topic_count_; }
  bool is_topic(NodeIndex node) const { return node < topic_count_; }

  // How many inputs have to be met; an input that is named twice counts twice.
  std::uint32_t least(NodeIndex node) const { return least_[node]; }
  // As written.
  std::span<const NodeIndex> inputs(NodeIndex node) const {
    return std::span(inputs_).subspan(first_input_[node],
                                      first_input_[node + 1] - first_input_[node]);
  }
  // The nodes that have `node` as an input, once for each time.
  std::span<const NodeIndex> outputs(NodeIndex node) const {
    return std::span(outputs_).subspan(first_output_[node],
                                       first_output_[node + 1] - first_output_[node]);
  }
  // For each input, the entry of `requires` that it comes from: the outermost one, so that entries
  // of `all` share theirs, but those of `section:ID` do not. no_index for corequisites, and for
  // inputs of gates.
  std::span<const RequirementIndex> entries(NodeIndex node) const {
    return std::span(entries_).subspan(first_input_[node],
                                       first_input_[node + 1] - first_input_[node]);
  }
  bool needs_all(NodeIndex node) const { return least_[node] == inputs(node).size(); }
  std::size_t edge_count() const { return inputs_.size(); }

  // The group behind a gate; no_index for topics and units.
  RequirementIndex group(NodeIndex node) const {
    return is_topic(node) ? no_index : group_[node - topic_count_];
  }
  // The node that decides whether `topic` is met: its unit if it has one, else itself.
  NodeIndex unit(TopicIndex topic) const { return unit_.empty() ? topic : unit_[topic]; }

 private:
  friend class AndOrBuilder;
  std::uint32_t topic_count_ = 0;
  std::vector<std::uint32_t> least_;
  std::vector<RequirementIndex> group_;  // of what comes after the topics
  std::vector<NodeIndex> unit_;          // empty if no topic has one
  std::vector<NodeIndex> inputs_;
  std::vector<RequirementIndex> entries_;   // parallel to inputs_
  std::vector<std::uint32_t> first_input_;  // node_count() + 1
  std::vector<NodeIndex> outputs_;
  std::vector<std::uint32_t> first_output_;  // node_count() + 1
};

// What is met when nothing is to begin with, by counting unmet inputs; each node after those that
// met it. Topics in `forbidden` and the units they belong to are never met. O(V + E).
std::vector<NodeIndex> met_in_order(const AndOrGraph& nodes,
                                    const std::vector<TopicIndex>& forbidden = {});
// The same as one flag a node.
std::vector<bool> met_nodes(const AndOrGraph& nodes, const std::vector<TopicIndex>& forbidden = {});

}  // namespace prereq
