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

// Kahn's algorithm over the units of a plan, section by section. A unit goes by its first topic:
// topics that stand near one another in the file then do so in memory.
class SectionOrder {
 public:
  SectionOrder(const Roadmap& roadmap, const PlanTask& task, const std::vector<Uses>& uses)
      : topics_(roadmap.topics().size() + 2),
        outside_(roadmap.sections().size() + 1, 0),
        ready_(roadmap.sections().size() + 1) {
    const auto sections = static_cast<std::uint32_t>(roadmap.sections().size());
    std::vector<TopicIndex> first_of_unit(task.units.size(), no_index);
    for (const Uses& use : uses) {
      TopicIndex& first = first_of_unit[use.unit];
      if (first == no_index) {
        first = use.topic;
        topics_[first].section = std::min(roadmap.topics()[first].section, sections);
      }
      topics_[use.topic].first = first;
    }
    link(uses);
  }

  // The first topics of the units.
  std::vector<TopicIndex> run() {
    for (TopicIndex t = 0; t < topics_.size(); ++t) {
      if (topics_[t].first == t && topics_[t].waits == 0) make_ready(t);
    }
    std::vector<TopicIndex> order;
    std::uint32_t current = no_index;
    while (!sections_.empty()) {
      if (current == no_index || ready_[current].empty()) current = sections_.begin()->second;
      const TopicIndex unit = ready_[current].top();
      ready_[current].pop();
      if (ready_[current].empty()) sections_.erase({outside_[current], current});
      order.push_back(unit);
      for (std::uint32_t i = topics_[unit].begin; i < topics_[unit + 1].begin; ++i) {
        release(unit, dependents_[i]);
      }
    }
    return order;
  }

 private:
  // Side by side: the walk jumps about in large roadmaps.
  struct PlacedTopic {
    TopicIndex first = no_index;       // of its unit; no_index outside the plan
    std::uint32_t section = no_index;  // of first topics; without one, the number of sections
    std::uint32_t waits = 0;           // of first topics: uses that are not done
    std::uint32_t begin = 0;  // of what depends on it, in dependents_; up to the next one's
  };

  // Calls visit(prerequisite, dependent) with the first topics of two units.
  template <typename Visit>
  void for_each_edge(const std::vector<Uses>& uses, Visit visit) const {
    for (const Uses& use : uses) {
      const TopicIndex dependent = topics_[use.topic].first;
      for (const auto* const list : {&use.prerequisites, &use.corequisites}) {
        for (const TopicIndex t : *list) {
          if (topics_[t].first != dependent) visit(topics_[t].first, dependent);
        }
      }
    }
  }

  // A counting sort: counted two places on, so that what is left in the end are beginnings.
  void link(const std::vector<Uses>& uses) {
    for_each_edge(uses, [this](TopicIndex unit, TopicIndex) { ++topics_[unit + 2].begin; });
    std::uint32_t sum = 0;
    for (PlacedTopic& topic : topics_) topic.begin = sum += topic.begin;
    dependents_.resize(sum);
    for_each_edge(uses, [this](TopicIndex unit, TopicIndex dependent) {
      dependents_[topics_[unit + 1].begin++] = dependent;
      ++topics_[dependent].waits;
      const std::uint32_t section = topics_[dependent].section;
      if (topics_[unit].section != section) ++outside_[section];
    });
  }

  void make_ready(TopicIndex unit) {
    const std::uint32_t section = topics_[unit].section;
    if (ready_[section].empty()) sections_.insert({outside_[section], section});
    ready_[section].push(unit);
  }

  void release(TopicIndex unit, TopicIndex dependent) {
    const std::uint32_t section = topics_[dependent].section;
    if (topics_[unit].section != section) {
      const bool listed = sections_.erase({outside_[section], section}) != 0;
      --outside_[section];
      if (listed) sections_.insert({outside_[section], section});
    }
    if (--topics_[dependent].waits == 0) make_ready(dependent);
  }

  using Queue = std::priority_queue<TopicIndex, std::vector<TopicIndex>, std::greater<>>;
  std::vector<PlacedTopic> topics_;  // and two more, where beginnings end
  std::vector<TopicIndex> dependents_;
  std::vector<std::uint32_t> outside_;  // by section: uses of other sections that are not done
  std::vector<Queue> ready_;            // by section
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
  path.steps.reserve(uses.size());
  for (const TopicIndex first : SectionOrder(roadmap, task, uses).run()) {
    for (const TopicIndex t : task.topics(uses[place[first]].unit)) {
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
