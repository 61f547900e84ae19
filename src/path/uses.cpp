#include "path/uses.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "path/standing.hpp"
#include "path/support.hpp"
#include "roadmap/entries.hpp"

namespace prereq {
namespace {

// By unit: its place in the order in which units of the plan are done when everything is studied
// side by side, from 1; 0 for units that are not in the plan.
std::vector<std::uint32_t> finish_ranks(const Roadmap& roadmap, const PlanTask& task,
                                        const std::vector<char>& plan, bool free_only) {
  // Where nothing is to be chosen from, the places are never compared.
  if (task.nodes.empty()) return {plan.begin(), plan.end()};
  using Waiting = std::pair<std::int64_t, std::uint32_t>;  // finish in seconds, item
  const auto units = static_cast<std::uint32_t>(task.units.size());
  const Parents parents(task);
  std::vector<std::uint32_t> unmet = parents.needed;
  std::vector<std::uint32_t> rank(units, 0);
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
  const auto start = [&](std::uint32_t item, std::int64_t now) {
    if (item < units) {
      if (plan[item] == 0) return;
      std::int64_t longest = 0;
      for (const TopicIndex t : task.topics(item)) {
        longest = std::max(longest, study_hours(roadmap, t, free_only).hours.midpoint().seconds());
      }
      now += longest;
    }
    queue.emplace(now, item);
  };
  for (std::uint32_t u = 0; u < units; ++u) {
    if (unmet[u] == 0) start(u, 0);
  }
  std::uint32_t done = 0;
  while (!queue.empty()) {
    const auto [now, item] = queue.top();
    queue.pop();
    if (item < units) rank[item] = ++done;
    for (const std::uint32_t parent : parents.of(item)) {
      if (unmet[parent] != 0 && --unmet[parent] == 0) start(parent, now);
    }
  }
  return rank;
}

class UseFinder {
 public:
  UseFinder(const Roadmap& roadmap, const PlanTask& task, const std::vector<char>& plan,
            const TaskInput& input)
      : roadmap_(roadmap),
        task_(task),
        standing_(input.standing),
        rank_(finish_ranks(roadmap, task, plan, input.free_only)),
        times_(roadmap) {}

  std::vector<Uses> run() {
    const auto is_used = [&](std::uint32_t unit) { return unit != no_index && rank_[unit] != 0; };
    std::vector<Uses> all;
    all.reserve(static_cast<std::size_t>(std::ranges::count_if(task_.unit_of, is_used)));
    for (TopicIndex t = 0; t < task_.unit_of.size(); ++t) {
      if (is_used(task_.unit_of[t])) all.push_back(uses_of(t));
    }
    return all;
  }

 private:
  // When the topic is done; 0 if it is known from the start.
  std::uint32_t done_at(TopicIndex topic, std::uint32_t owner_unit) const {
    if (topic == no_index || standing_[topic] == Standing::known) return 0;
    const std::uint32_t unit = task_.unit_of[topic];
    if (unit == no_index || unit == owner_unit || rank_[unit] == 0) return MeetingTimes::never;
    return rank_[unit];
  }

  Uses uses_of(TopicIndex topic) {
    const Topic& said = roadmap_.topics()[topic];
    Uses uses{topic, task_.unit_of[topic], {}, {}};
    uses.prerequisites.reserve(said.requirements.size());
    for (RequirementIndex i = said.requirements.first; i < said.requirements.last; ++i) {
      const Requirement& entry = roadmap_.requirements()[i];
      if (entry.kind != RequirementKind::topic) {
        add_used(i, uses);
      } else if (done_at(entry.topic, uses.unit) != 0) {
        uses.prerequisites.push_back(entry.topic);
      }
    }
    for (const Requirement& entry : roadmap_.requirements(said.corequisites)) {
      if (entry.topic == no_index || entry.topic == topic) continue;
      if (standing_[entry.topic] != Standing::known) uses.corequisites.push_back(entry.topic);
    }
    for (auto* const list : {&uses.prerequisites, &uses.corequisites}) {
      std::ranges::sort(*list);
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return uses;
  }

  // What the topic uses of a group.
  void add_used(RequirementIndex group, Uses& uses) {
    times_.work_out({group, group + 1}, [&](TopicIndex t) { return done_at(t, uses.unit); });
    std::vector<RequirementIndex> open{group};
    while (!open.empty()) {
      const RequirementIndex index = open.back();
      open.pop_back();
      if (times_.of(index) == 0) continue;
      const Requirement& entry = roadmap_.requirements()[index];
      if (entry.kind == RequirementKind::topic) {
        uses.prerequisites.push_back(entry.topic);
        continue;
      }
      for (const RequirementIndex i : times_.used_entries(entry)) open.push_back(i);
    }
  }

  const Roadmap& roadmap_;
  const PlanTask& task_;
  const std::vector<Standing>& standing_;
  std::vector<std::uint32_t> rank_;
  MeetingTimes times_;
};

}  // namespace

std::vector<Uses> find_uses(const Roadmap& roadmap, const PlanTask& task,
                            const std::vector<char>& plan, const TaskInput& input) {
  return UseFinder(roadmap, task, plan, input).run();
}

}  // namespace prereq
