#include "path/order.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <set>
#include <utility>

#include "path/standing.hpp"
#include "path/uses.hpp"

namespace prereq {
namespace {

// Kahn's algorithm over the units of a plan, section by section.
class SectionOrder {
 public:
  SectionOrder(const Roadmap& roadmap, const PlanTask& task, const std::vector<Uses>& uses)
      : task_(task),
        section_(task.units.size(), no_index),
        waits_(task.units.size(), 0),
        dependents_(task.units.size()),
        outside_(roadmap.sections().size() + 1, 0),
        ready_(roadmap.sections().size() + 1) {
    const auto sections = static_cast<std::uint32_t>(roadmap.sections().size());
    for (const Uses& use : uses) {
      std::uint32_t& section = section_[use.unit];
      if (section != no_index) continue;  // the first member of a unit decides
      section = std::min(roadmap.topics()[use.topic].section, sections);
      units_.push_back(use.unit);
    }
    for (const Uses& use : uses) {
      for (const TopicIndex t : use.prerequisites) connect(task.unit_of[t], use.unit);
      for (const TopicIndex t : use.corequisites) connect(task.unit_of[t], use.unit);
    }
  }

  std::vector<std::uint32_t> run() {
    for (const std::uint32_t unit : units_) {
      if (waits_[unit] == 0) make_ready(unit);
    }
    std::vector<std::uint32_t> order;
    std::uint32_t current = no_index;
    while (!sections_.empty()) {
      if (current == no_index || ready_[current].empty()) current = sections_.begin()->second;
      const std::uint32_t unit = ready_[current].top().second;
      ready_[current].pop();
      if (ready_[current].empty()) sections_.erase({outside_[current], current});
      order.push_back(unit);
      for (const std::uint32_t dependent : dependents_[unit]) release(unit, dependent);
    }
    return order;
  }

 private:
  void connect(std::uint32_t prerequisite, std::uint32_t dependent) {
    if (prerequisite == dependent) return;
    dependents_[prerequisite].push_back(dependent);
    ++waits_[dependent];
    if (section_[prerequisite] != section_[dependent]) ++outside_[section_[dependent]];
  }

  void make_ready(std::uint32_t unit) {
    const std::uint32_t section = section_[unit];
    if (ready_[section].empty()) sections_.insert({outside_[section], section});
    ready_[section].emplace(task_.topics(unit).front(), unit);
  }

  void release(std::uint32_t unit, std::uint32_t dependent) {
    const std::uint32_t section = section_[dependent];
    if (section_[unit] != section) {
      const bool listed = sections_.erase({outside_[section], section}) != 0;
      --outside_[section];
      if (listed) sections_.insert({outside_[section], section});
    }
    if (--waits_[dependent] == 0) make_ready(dependent);
  }

  using Ready = std::pair<TopicIndex, std::uint32_t>;  // first topic, unit
  const PlanTask& task_;
  std::vector<std::uint32_t> section_;  // by unit; topics without one share the last number
  std::vector<std::uint32_t> waits_;
  std::vector<std::vector<std::uint32_t>> dependents_;
  std::vector<std::uint32_t> units_;    // of the plan, by first topic
  std::vector<std::uint32_t> outside_;  // by section: uses of other sections that are not done
  std::vector<std::priority_queue<Ready, std::vector<Ready>, std::greater<>>> ready_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> sections_;  // that have something ready
};

// The chain of prerequisites with most hours; of several, the one whose topics, from the last one
// backwards, are declared first.
CriticalPath find_critical_path(const Roadmap& roadmap, const std::vector<PathStep>& steps) {
  std::vector<std::int64_t> through(roadmap.topics().size(), 0);
  std::vector<TopicIndex> before(roadmap.topics().size(), no_index);
  TopicIndex last = no_index;
  for (const PathStep& step : steps) {
    std::int64_t longest = -1;
    for (const TopicIndex p : step.prerequisites) {
      if (through[p] <= longest) continue;
      longest = through[p];
      before[step.topic] = p;
    }
    through[step.topic] = std::max<std::int64_t>(longest, 0) + step.hours.midpoint().seconds();
  }
  for (const PathStep& step : steps) {
    const bool longer = last == no_index || through[step.topic] > through[last];
    if (longer || (through[step.topic] == through[last] && step.topic < last)) last = step.topic;
  }
  CriticalPath path;
  if (last == no_index) return path;
  path.total = Hours::from_seconds(through[last]);
  for (TopicIndex t = last; t != no_index; t = before[t]) path.topics.push_back(t);
  std::ranges::reverse(path.topics);
  return path;
}

}  // namespace

void lay_out_path(const Roadmap& roadmap, const PlanTask& task, const std::vector<char>& plan,
                  const TaskInput& input, Path& path) {
  std::vector<Uses> uses = find_uses(roadmap, task, plan, input);
  std::vector<std::uint32_t> place(roadmap.topics().size(), no_index);
  for (std::uint32_t i = 0; i < uses.size(); ++i) place[uses[i].topic] = i;
  for (const std::uint32_t unit : SectionOrder(roadmap, task, uses).run()) {
    for (const TopicIndex t : task.topics(unit)) {
      Uses& use = uses[place[t]];
      const StudyHours takes = study_hours(roadmap, t, input.free_only);
      path.hours += takes.hours.midpoint();
      path.range = path.range + takes.hours;
      if (takes.guessed) ++path.guessed;
      path.steps.push_back({t, takes.hours, takes.guessed, path.hours, std::move(use.prerequisites),
                            std::move(use.corequisites)});
    }
  }
  path.critical_path = find_critical_path(roadmap, path.steps);
}

}  // namespace prereq
