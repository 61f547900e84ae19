#include <algorithm>
#include <utility>

#include "prereq/learnable.hpp"
#include "prereq/next.hpp"
#include "roadmap/entries.hpp"

namespace prereq {
namespace {

void sort_unique(std::vector<TopicIndex>& topics) {
  std::ranges::sort(topics);
  topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
}

// Everything that depends on the topic, recommendations aside, one flag each; itself flagged too.
std::vector<char> all_dependents(const TopicGraph& graph, TopicIndex topic) {
  std::vector<char> seen(graph.topic_count(), 0);
  std::vector<TopicIndex> open{topic};
  seen[topic] = 1;
  while (!open.empty()) {
    const TopicIndex next = open.back();
    open.pop_back();
    for (const EdgeIndex e : graph.dependents_of(next)) {
      const Edge& edge = graph.edges()[e];
      if (edge.kind == EdgeKind::recommended || seen[edge.dependent] != 0) continue;
      seen[edge.dependent] = 1;
      open.push_back(edge.dependent);
    }
  }
  return seen;
}

// Evaluates requirement trees of goals for a set of topics.
class GoalCheck {
 public:
  explicit GoalCheck(const Roadmap& roadmap) : roadmap_(roadmap) {}

  bool is_reached(const Goal& goal, const std::vector<bool>& learned) {
    list(goal.requirements);
    for (std::size_t at = order_.size(); at-- > 0;) {
      const Requirement& entry = roadmap_.requirements()[order_[at]];
      if (entry.kind == RequirementKind::topic) {
        met_[order_[at]] = entry.topic == no_index || learned[entry.topic];
        continue;
      }
      std::uint32_t met = 0;
      for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
        if (met_[i]) ++met;
      }
      met_[order_[at]] = met >= entry.least;
    }
    for (RequirementIndex i = goal.requirements.first; i < goal.requirements.last; ++i) {
      if (!met_[i]) return false;
    }
    return true;
  }

  bool mentions(const Goal& goal, const std::vector<char>& topics) {
    list(goal.requirements);
    return std::ranges::any_of(order_, [&](RequirementIndex i) {
      const TopicIndex t = roadmap_.requirements()[i].topic;
      return t != no_index && topics[t] != 0;
    });
  }

 private:
  void list(IndexRange range) {
    met_.resize(roadmap_.requirements().size());
    order_ = with_inner_entries(roadmap_, range);
  }

  const Roadmap& roadmap_;
  std::vector<RequirementIndex> order_;
  std::vector<bool> met_;
};

}  // namespace

TopicDetails topic_details(const TopicGraph& graph, TopicIndex topic) {
  TopicDetails details;
  details.topic = topic;
  for (const EdgeIndex e : graph.dependents_of(topic)) {
    const Edge& edge = graph.edges()[e];
    switch (edge.kind) {
      case EdgeKind::required:
      case EdgeKind::alternative: details.unlocks.push_back(edge.dependent); break;
      case EdgeKind::corequisite: details.corequisite_of.push_back(edge.dependent); break;
      case EdgeKind::recommended: details.recommended_by.push_back(edge.dependent); break;
    }
  }
  sort_unique(details.unlocks);
  sort_unique(details.corequisite_of);
  sort_unique(details.recommended_by);

  const std::vector<char> dependents = all_dependents(graph, topic);
  details.dependents = static_cast<std::uint32_t>(std::ranges::count(dependents, 1)) - 1;
  const Roadmap& roadmap = graph.roadmap();
  if (roadmap.goals().empty()) return details;
  GoalCheck check(roadmap);
  const std::vector<bool> without = learnable_topics(graph, {{}, {topic}});
  const std::vector<bool> with = learnable_topics(graph);
  for (GoalIndex g = 0; g < roadmap.goals().size(); ++g) {
    const Goal& goal = roadmap.goals()[g];
    if (!check.mentions(goal, dependents)) continue;
    const bool always = check.is_reached(goal, with) && !check.is_reached(goal, without);
    details.goals.push_back({g, always});
  }
  return details;
}

}  // namespace prereq
