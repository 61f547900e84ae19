// The prerequisite graph of a roadmap.
//
// A vertex is a topic, numbered as in the roadmap; an edge runs from a prerequisite to its
// dependent. Every way in which one topic refers to another is an edge, also inside alternatives,
// so edges say what may matter, not what must: whether a topic can be learned is decided by
// requirement trees (learnable.hpp). Parallel edges stay when a topic is named twice. Names that
// are not defined have no edge. Immutable; safe to share between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

enum class EdgeKind : std::uint8_t {
  required,     // an entry that is needed whatever is chosen (nested `all` included)
  alternative,  // below an `any` or `at-least` that leaves a choice
  corequisite,  // before or together
  recommended,  // helpful, not needed
};

struct Edge {
  TopicIndex prerequisite;
  TopicIndex dependent;
  RequirementIndex requirement;  // the entry that says so
  EdgeKind kind;
};
using EdgeIndex = std::uint32_t;

struct BoostStorage;

class TopicGraph {
 public:
  // O(V + E). The roadmap is copied (cheap) and kept.
  explicit TopicGraph(Roadmap roadmap);
  ~TopicGraph();
  TopicGraph(TopicGraph&&) noexcept;
  TopicGraph& operator=(TopicGraph&&) noexcept;

  const Roadmap& roadmap() const { return roadmap_; }
  std::uint32_t topic_count() const { return static_cast<std::uint32_t>(first_in_.size() - 1); }

  // All edges, by dependent, then as written: requirements, corequisites, recommendations.
  std::span<const Edge> edges() const { return edges_; }
  // Edges into `topic`, as written.
  std::span<const Edge> prerequisites_of(TopicIndex topic) const {
    return std::span(edges_).subspan(first_in_[topic], first_in_[topic + 1] - first_in_[topic]);
  }
  // Indices into edges() of the edges out of `topic`, by dependent.
  std::span<const EdgeIndex> dependents_of(TopicIndex topic) const {
    return std::span(out_).subspan(first_out_[topic], first_out_[topic + 1] - first_out_[topic]);
  }

  // For boost_graph.hpp.
  BoostStorage& boost_storage() const { return *boost_; }

 private:
  Roadmap roadmap_;
  std::vector<Edge> edges_;
  std::vector<EdgeIndex> first_in_;  // topic_count() + 1
  std::vector<EdgeIndex> out_;
  std::vector<EdgeIndex> first_out_;  // topic_count() + 1
  std::unique_ptr<BoostStorage> boost_;
};

}  // namespace prereq
