// What cannot be met without what: the dominators of an AND/OR graph, for many topics at once.
//
// A topic x is indispensable to a node if the node can be met, but not when x is forbidden. One bit
// for each of up to `width` topics is carried through the graph in an order in which inputs come
// first: a node that needs all its inputs cannot do without what one of them cannot do without, a
// choice of one only without what all of them cannot, and so on by counting. Around cycles, which
// only alternatives can close, the bits start set and are cleared until nothing changes: the
// greatest fixed point, as forbidding is the complement of the least one.
//
// Nodes that can be met are numbered by *position*: an input has a lower position than its node
// unless both are on a cycle, and every node has enough inputs before it to be met.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "graph/and_or_graph.hpp"

namespace prereq {

using Place = std::uint32_t;
inline constexpr Place no_place = UINT32_MAX;  // of what can never be met

class Indispensables {
 public:
  static constexpr std::size_t width = 512;
  using Bits = std::array<std::uint64_t, width / 64>;

  // O(V + E). `nodes` is kept.
  explicit Indispensables(const AndOrGraph& nodes);

  Place size() const { return static_cast<Place>(node_at_.size()); }
  Place position(NodeIndex node) const { return position_[node]; }
  NodeIndex node(Place position) const { return node_at_[position]; }
  // By position, with no_place for inputs that can never be met.
  std::span<const Place> inputs(Place position) const {
    return std::span(inputs_).subspan(first_[position], first_[position + 1] - first_[position]);
  }
  std::uint32_t least(Place position) const { return least_[position]; }
  bool needs_all(Place position) const {
    return least_[position] == first_[position + 1] - first_[position];
  }

  // One past the last position of the nodes that are on a common cycle with this one.
  Place component_end(Place position) const {
    return component_end_.empty() ? position + 1 : component_end_[position];
  }

  // Finds what of `topics` the nodes below position `end` cannot do without; each can be met, at
  // most `width`. Takes the edges looked at from `edge_visits`; false, and no answer, when there
  // are too few left. One pass over the edges between the first of the topics and `end`, and over
  // cycles as often as bits change there.
  bool compute(std::span<const TopicIndex> topics, Place end, std::uint64_t& edge_visits);
  // About the last compute(). Requires: position < end, number < topics.size().
  bool is_indispensable(std::size_t number, Place position) const {
    return (indispensable_to(position)[number / 64] >> (number % 64) & 1) != 0;
  }
  // The same for all of the topics: a bit for each.
  const Bits& indispensable_to(Place position) const { return bits_of(position); }

 private:
  void order_nodes();
  void renumber();
  void sort_cyclic(const std::vector<NodeIndex>& cyclic);
  const Bits& bits_of(Place input) const;
  Bits combine(Place position) const;
  Bits count_at_least(std::span<const Place> inputs, std::size_t least) const;
  void add_forbidden(Place position, Bits& bits) const;
  bool run_component(Place begin, Place end, std::uint64_t& edge_visits);

  const AndOrGraph& nodes_;
  std::vector<NodeIndex> node_at_;
  std::vector<Place> position_;
  std::vector<Place> component_end_;  // by position; empty if there is no cycle
  std::vector<std::uint32_t> least_;
  std::vector<std::uint32_t> first_;
  std::vector<Place> inputs_;

  Place begin_ = 0;  // of the bits that are not all zero
  std::vector<Bits> bits_;
  std::vector<std::pair<Place, std::size_t>> forbidden_;  // ascending; number in the batch
  std::vector<bool> has_forbidden_;
  std::deque<Place> waiting_;  // places on one cycle of which an input has changed
  std::vector<bool> is_waiting_;
};

}  // namespace prereq
