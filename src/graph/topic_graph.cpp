#include "prereq/topic_graph.hpp"

#include <utility>

#include "graph/boost_storage.hpp"

namespace prereq {
namespace {

// Walks requirement trees with a stack of its own: nesting is bounded by the reader, but a library
// user may build deeper ones.
class EdgeCollector {
 public:
  EdgeCollector(const Roadmap& roadmap, std::vector<Edge>& edges)
      : all_(roadmap.requirements()), edges_(edges) {}

  void collect(TopicIndex dependent, IndexRange range, EdgeKind kind) {
    push(range, kind);
    while (!stack_.empty()) {
      const auto [index, entry_kind] = stack_.back();
      stack_.pop_back();
      const Requirement& entry = all_[index];
      if (entry.kind == RequirementKind::topic) {
        if (entry.topic != no_index) edges_.push_back({entry.topic, dependent, index, entry_kind});
        continue;
      }
      const bool leaves_a_choice = entry.least < entry.entries.size();
      push(entry.entries, leaves_a_choice ? EdgeKind::alternative : entry_kind);
    }
  }

 private:
  void push(IndexRange range, EdgeKind kind) {
    for (RequirementIndex index = range.last; index > range.first; --index) {
      stack_.emplace_back(index - 1, kind);
    }
  }

  std::span<const Requirement> all_;
  std::vector<Edge>& edges_;
  std::vector<std::pair<RequirementIndex, EdgeKind>> stack_;
};

BoostGraph to_boost(std::span<const Edge> edges, std::uint32_t topics) {
  std::vector<std::pair<TopicIndex, TopicIndex>> ends;
  std::vector<BoostEdge> bundles;
  ends.reserve(edges.size());
  bundles.reserve(edges.size());
  for (EdgeIndex index = 0; index < edges.size(); ++index) {
    ends.emplace_back(edges[index].prerequisite, edges[index].dependent);
    bundles.push_back({index});
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), bundles.begin(), topics};
}

}  // namespace

TopicGraph::TopicGraph(Roadmap roadmap)
    : roadmap_(std::move(roadmap)), boost_(std::make_unique<BoostStorage>()) {
  const auto topics = roadmap_.topics();
  edges_.reserve(roadmap_.requirements().size());
  EdgeCollector collector(roadmap_, edges_);
  first_in_.reserve(topics.size() + 1);
  for (TopicIndex t = 0; t < topics.size(); ++t) {
    first_in_.push_back(static_cast<EdgeIndex>(edges_.size()));
    collector.collect(t, topics[t].requirements, EdgeKind::required);
    collector.collect(t, topics[t].corequisites, EdgeKind::corequisite);
    collector.collect(t, topics[t].recommendations, EdgeKind::recommended);
  }
  first_in_.push_back(static_cast<EdgeIndex>(edges_.size()));

  first_out_.assign(topics.size() + 1, 0);
  for (const Edge& edge : edges_) ++first_out_[edge.prerequisite + 1];
  for (std::size_t t = 0; t < topics.size(); ++t) first_out_[t + 1] += first_out_[t];
  out_.resize(edges_.size());
  std::vector<EdgeIndex> next(first_out_.begin(), first_out_.end() - 1);
  for (EdgeIndex index = 0; index < edges_.size(); ++index) {
    out_[next[edges_[index].prerequisite]++] = index;
  }
}

TopicGraph::~TopicGraph() = default;
TopicGraph::TopicGraph(TopicGraph&&) noexcept = default;
TopicGraph& TopicGraph::operator=(TopicGraph&&) noexcept = default;

const BoostGraph& boost_graph(const TopicGraph& graph) {
  BoostStorage& storage = graph.boost_storage();
  std::call_once(storage.once,
                 [&] { storage.graph = to_boost(graph.edges(), graph.topic_count()); });
  return storage.graph;
}

}  // namespace prereq
