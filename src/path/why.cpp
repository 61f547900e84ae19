#include "prereq/why.hpp"

#include <algorithm>
#include <utility>

namespace prereq {
namespace {

constexpr EdgeIndex no_edge = UINT32_MAX;

bool is_dependency(const Edge& edge) { return edge.kind != EdgeKind::recommended; }

// Entries of kind topic in requirement trees, as written, with the kind of edge that they make.
struct Entry {
  RequirementIndex index;
  EdgeKind kind;
};
std::vector<Entry> entries_of(const Roadmap& roadmap, IndexRange range) {
  std::vector<Entry> found;
  std::vector<Entry> open;
  const auto push = [&](IndexRange inside, EdgeKind kind) {
    for (RequirementIndex i = inside.last; i > inside.first; --i) open.push_back({i - 1, kind});
  };
  push(range, EdgeKind::required);
  while (!open.empty()) {
    const Entry next = open.back();
    open.pop_back();
    const Requirement& entry = roadmap.requirements()[next.index];
    if (entry.kind == RequirementKind::topic) {
      if (entry.topic != no_index) found.push_back(next);
      continue;
    }
    push(entry.entries, entry.least < entry.entries.size() ? EdgeKind::alternative : next.kind);
  }
  return found;
}

// Searches from dependents back to prerequisites, so that of equally short chains the one written
// first at the dependent wins.
class ChainSearch {
 public:
  ChainSearch(const TopicGraph& graph, TopicIndex prerequisite)
      : graph_(graph),
        goal_(prerequisite),
        came_by_(graph.topic_count(), no_edge),
        seen_(graph.topic_count(), 0) {}

  // True when the prerequisite was found, be it `topic` itself.
  bool start_at(TopicIndex topic) {
    if (seen_[topic] != 0) return false;
    seen_[topic] = 1;
    queue_.push_back(topic);
    return topic == goal_;
  }

  bool run() {
    for (; next_ < queue_.size(); ++next_) {
      const TopicIndex dependent = queue_[next_];
      for (const Edge& edge : graph_.prerequisites_of(dependent)) {
        if (!is_dependency(edge) || came_by_[edge.prerequisite] != no_edge) continue;
        const auto index = static_cast<EdgeIndex>(&edge - graph_.edges().data());
        if (edge.prerequisite == goal_) {
          came_by_[goal_] = index;
          return true;
        }
        if (seen_[edge.prerequisite] != 0) continue;
        seen_[edge.prerequisite] = 1;
        came_by_[edge.prerequisite] = index;
        queue_.push_back(edge.prerequisite);
      }
    }
    return false;
  }

  // From the prerequisite to where the search started; at least one edge if `run` found it.
  Chain chain() const {
    Chain chain;
    chain.topics.push_back(goal_);
    EdgeIndex by = came_by_[goal_];
    while (by != no_edge) {
      const Edge& edge = graph_.edges()[by];
      chain.topics.push_back(edge.dependent);
      chain.reasons.push_back(edge.requirement);
      chain.kinds.push_back(edge.kind);
      by = edge.dependent == goal_ ? no_edge : came_by_[edge.dependent];
    }
    return chain;
  }

 private:
  const TopicGraph& graph_;
  TopicIndex goal_;
  std::vector<EdgeIndex> came_by_;  // by prerequisite
  std::vector<char> seen_;
  std::vector<TopicIndex> queue_;
  std::size_t next_ = 0;
};

std::optional<Chain> find_chain(const TopicGraph& graph, TopicIndex prerequisite,
                                TopicIndex dependent) {
  ChainSearch search(graph, prerequisite);
  search.start_at(dependent);
  if (!search.run()) return std::nullopt;
  return search.chain();
}

}  // namespace

Why why_topic(const TopicGraph& graph, TopicIndex prerequisite, TopicIndex dependent) {
  Why why{find_chain(graph, prerequisite, dependent), std::nullopt};
  if (!why.chain && prerequisite != dependent) {
    why.reverse = find_chain(graph, dependent, prerequisite);
  }
  return why;
}

Why why_goal(const TopicGraph& graph, TopicIndex prerequisite, GoalIndex goal) {
  const Roadmap& roadmap = graph.roadmap();
  const std::vector<Entry> entries = entries_of(roadmap, roadmap.goals()[goal].requirements);
  ChainSearch search(graph, prerequisite);
  bool found = false;
  for (const Entry& entry : entries) {
    if (found) break;
    found = search.start_at(roadmap.requirements()[entry.index].topic);
  }
  Why why;
  Chain chain;
  if (found) {
    chain.topics.push_back(prerequisite);
  } else if (search.run()) {
    chain = search.chain();
  } else {
    return why;
  }
  const TopicIndex last = chain.topics.back();
  const auto entry = std::ranges::find_if(
      entries, [&](const Entry& e) { return roadmap.requirements()[e.index].topic == last; });
  chain.goal = goal;
  chain.reasons.push_back(entry->index);
  chain.kinds.push_back(entry->kind);
  why.chain = std::move(chain);
  return why;
}

}  // namespace prereq
