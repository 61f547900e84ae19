#include "prereq/next.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "path/reach_counts.hpp"
#include "path/standing.hpp"
#include "path/units.hpp"
#include "prereq/learnable.hpp"

namespace prereq {
namespace {

using EdgeList = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool is_met(const Roadmap& roadmap, RequirementIndex root, const std::vector<Standing>& standing) {
  // Post-order with a stack: `met` counts entries of the group that have turned out met.
  struct Frame {
    RequirementIndex index;
    RequirementIndex next;
    std::uint32_t met;
  };
  const auto all = roadmap.requirements();
  std::vector<Frame> frames{{root, all[root].entries.first, 0}};
  bool last = false;
  while (!frames.empty()) {
    Frame& frame = frames.back();
    const Requirement& entry = all[frame.index];
    if (entry.kind != RequirementKind::topic && frame.next < entry.entries.last) {
      const RequirementIndex inside = frame.next++;
      frames.push_back({inside, all[inside].entries.first, 0});
      continue;
    }
    last = entry.kind == RequirementKind::topic
               ? entry.topic == no_index || standing[entry.topic] == Standing::known
               : frame.met >= entry.least;
    frames.pop_back();
    if (!frames.empty() && last) ++frames.back().met;
  }
  return last;
}

// Everything a topic needs is known, except corequisites of its own unit.
bool can_start(const Roadmap& roadmap, TopicIndex t, const std::vector<Standing>& standing,
               const std::vector<TopicIndex>& together) {
  const Topic& topic = roadmap.topics()[t];
  for (RequirementIndex i = topic.requirements.first; i < topic.requirements.last; ++i) {
    if (!is_met(roadmap, i, standing)) return false;
  }
  const auto corequisites = roadmap.requirements(topic.corequisites);
  return std::ranges::all_of(corequisites, [&](const Requirement& entry) {
    return entry.topic == no_index || standing[entry.topic] == Standing::known ||
           together[entry.topic] == together[t];
  });
}

void add_known(const Roadmap& roadmap, const std::vector<Standing>& standing, Next& next) {
  for (TopicIndex t = 0; t < standing.size(); ++t) {
    if (standing[t] == Standing::known) next.known.push_back(t);
  }
  for (GoalIndex g = 0; g < roadmap.goals().size(); ++g) {
    const IndexRange needs = roadmap.goals()[g].requirements;
    bool met = true;
    for (RequirementIndex i = needs.first; i < needs.last && met; ++i) {
      met = is_met(roadmap, i, standing);
    }
    if (met) next.reached.push_back(g);
  }
}

// What depends on what among the topics that are still to be learned.
EdgeList open_edges(const TopicGraph& graph, const std::vector<Standing>& standing) {
  EdgeList edges;
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::recommended) continue;
    if (standing[edge.prerequisite] == Standing::known) continue;
    if (standing[edge.dependent] == Standing::known) continue;
    edges.emplace_back(edge.prerequisite, edge.dependent);
  }
  return edges;
}

EdgeList path_edges(const Path& path) {
  EdgeList edges;
  for (const PathStep& step : path.steps) {
    for (const TopicIndex p : step.prerequisites) edges.emplace_back(p, step.topic);
    for (const TopicIndex p : step.corequisites) edges.emplace_back(p, step.topic);
  }
  return edges;
}

std::vector<TopicIndex> first_others(const std::vector<TopicIndex>& unit, TopicIndex topic) {
  std::vector<TopicIndex> others;
  for (const TopicIndex t : unit) {
    if (others.size() == most_together) break;
    if (t != topic) others.push_back(t);
  }
  return others;
}

}  // namespace

std::optional<Next> next_topics(const TopicGraph& graph, const Targets& targets,
                                const PathOptions& options, Diagnostics& diagnostics) {
  const Roadmap& roadmap = graph.roadmap();
  Next next;
  std::vector<Standing> standing = what_is_known(graph, options);
  std::vector<char> counts(graph.topic_count(), targets.empty() ? 1 : 0);
  if (!targets.empty()) {
    next.path = shortest_path(graph, targets, options, diagnostics);
    if (!next.path) return std::nullopt;
    for (const PathStep& step : next.path->steps) counts[step.topic] = 1;
  }
  add_known(roadmap, standing, next);
  const std::vector<TopicIndex> together = learned_together(roadmap, standing);
  exclude(roadmap, options, standing);
  // A unit can be started when all its members can.
  std::vector<char> blocked(graph.topic_count(), 0);
  std::vector<std::vector<TopicIndex>> members(graph.topic_count());
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (standing[t] == Standing::known) continue;
    members[together[t]].push_back(t);
    const bool open = standing[t] == Standing::open && counts[t] != 0;
    if (!open || !can_start(roadmap, t, standing, together)) blocked[together[t]] = 1;
  }
  std::vector<TopicIndex> ready;
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (standing[t] == Standing::open && blocked[together[t]] == 0) ready.push_back(t);
  }
  const std::vector<std::uint32_t> unlocks = reach_counts(
      graph.topic_count(), next.path ? path_edges(*next.path) : open_edges(graph, standing), ready);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const TopicIndex t = ready[i];
    const std::vector<TopicIndex>& unit = members[together[t]];
    next.ready.push_back({t, unlocks[i], study_hours(roadmap, t, options.free_only).hours,
                          static_cast<std::uint32_t>(unit.size() - 1), first_others(unit, t)});
  }
  std::ranges::stable_sort(next.ready, [](const ReadyTopic& a, const ReadyTopic& b) {
    return std::tuple(b.unlocks, a.hours.midpoint(), a.topic) <
           std::tuple(a.unlocks, b.hours.midpoint(), b.topic);
  });
  return next;
}

std::vector<GoalProgress> goal_progress(const TopicGraph& graph, const PathOptions& options) {
  const auto end = std::chrono::steady_clock::now() + options.time_limit;
  const auto path_to = [&](GoalIndex g, PathOptions asked) {
    asked.time_limit = std::max(std::chrono::milliseconds(0),
                                std::chrono::duration_cast<std::chrono::milliseconds>(
                                    end - std::chrono::steady_clock::now()));
    Targets targets;
    targets.goals.push_back(g);
    Diagnostics ignored;
    return shortest_path(graph, targets, asked, ignored);
  };
  PathOptions from_nothing = options;
  from_nothing.known.clear();
  std::vector<GoalProgress> all;
  for (GoalIndex g = 0; g < graph.roadmap().goals().size(); ++g) {
    GoalProgress progress;
    progress.goal = g;
    const std::optional<Path> path = path_to(g, options);
    progress.reachable = path.has_value();
    if (path) {
      progress.optimal = path->optimal;
      progress.topics = static_cast<std::uint32_t>(path->steps.size());
      progress.hours = path->hours;
    }
    const std::optional<Path> whole = path_to(g, from_nothing);
    if (whole) {
      progress.hours_from_nothing = whole->hours;
      for (const PathStep& step : whole->steps) {
        if (path && std::ranges::binary_search(path->known, step.topic)) ++progress.known;
      }
    }
    if (path && whole) {
      const bool by_hours = options.unit == PathUnit::hours && whole->hours.seconds() > 0;
      const auto total =
          by_hours ? whole->hours.seconds() : static_cast<std::int64_t>(whole->steps.size());
      const auto left =
          by_hours ? path->hours.seconds() : static_cast<std::int64_t>(path->steps.size());
      const std::int64_t done = total > left ? (total - left) * 100 / total : 0;
      progress.percent_done = path->steps.empty() ? 100 : static_cast<std::uint32_t>(done);
    }
    all.push_back(progress);
  }
  return all;
}

}  // namespace prereq
