// The edges that metrics are taken over, without doubles, and with those on cycles set apart.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/components.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

class Requisites {
 public:
  // O(V + E).
  explicit Requisites(const TopicGraph& graph);

  std::uint32_t topic_count() const { return static_cast<std::uint32_t>(order_.size()); }
  // Every topic, after all that it depends on over the edges kept; a component stands together.
  std::span<const TopicIndex> order() const { return order_; }
  // The number of a topic's strongly connected component; edges kept lead to lower ones.
  std::uint32_t component(TopicIndex topic) const { return components_.of[topic]; }
  std::uint32_t component_count() const { return components_.count; }
  // Over the edges kept, those between components; by declaration.
  std::span<const TopicIndex> dependents(TopicIndex topic) const {
    return std::span(dependents_).subspan(first_[topic], first_[topic + 1] - first_[topic]);
  }
  bool is_source(TopicIndex topic) const { return prerequisites_[topic] == 0; }

  std::uint64_t edges() const { return edges_; }
  std::uint64_t edges_left_out() const { return edges_ - dependents_.size(); }
  // The components with an edge inside, as in Metrics::cycles.
  std::vector<std::vector<TopicIndex>> cycles() const;

 private:
  Components components_;
  std::vector<TopicIndex> order_;
  std::vector<std::uint32_t> first_;  // topic_count() + 1
  std::vector<TopicIndex> dependents_;
  std::vector<std::uint32_t> prerequisites_;  // how many, over the edges kept
  std::vector<bool> has_cycle_;               // for each component
  std::uint64_t edges_ = 0;
};

}  // namespace prereq
