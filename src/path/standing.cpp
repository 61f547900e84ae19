#include "path/standing.hpp"

#include <algorithm>
#include <optional>

#include "prereq/learnable.hpp"
#include "roadmap/effective.hpp"

namespace prereq {
namespace {

bool is_paid_only(const Roadmap& roadmap, const Topic& topic) {
  const auto resources = roadmap.resources(topic.resources);
  return !resources.empty() &&
         std::ranges::all_of(resources, [](const Resource& r) { return r.cost == Cost::paid; });
}

}  // namespace

std::vector<Standing> what_is_known(const TopicGraph& graph, const PathOptions& options) {
  std::vector<Standing> standing(graph.topic_count(), Standing::open);
  bool any = !options.known.empty();
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (graph.roadmap().topics()[t].level != Level::assumed) continue;
    standing[t] = Standing::known;
    any = true;
  }
  for (const TopicIndex t : options.known) standing[t] = Standing::known;
  if (!any || options.known_exactly) return standing;
  const std::vector<bool> implied = implied_knowledge(graph, options.known);
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (implied[t]) standing[t] = Standing::known;
  }
  return standing;
}

std::vector<std::string_view> exclude(const Roadmap& roadmap, const PathOptions& options,
                                      std::vector<Standing>& standing) {
  std::vector<std::string_view> reasons(standing.size());
  for (TopicIndex t = 0; t < standing.size(); ++t) {
    if (!options.free_only || standing[t] == Standing::known) continue;
    if (!is_paid_only(roadmap, roadmap.topics()[t])) continue;
    standing[t] = Standing::excluded;
    reasons[t] = paid_reason;
  }
  for (const TopicIndex t : options.avoid) {
    if (standing[t] == Standing::known) continue;
    standing[t] = Standing::excluded;
    reasons[t] = avoided_reason;
  }
  return reasons;
}

StudyHours study_hours(const Roadmap& roadmap, TopicIndex t, bool free_only) {
  const Topic& topic = roadmap.topics()[t];
  if (!free_only || !topic.hours_of_resources) return {topic.hours, topic.hours_guessed};
  const auto hours = hours_of_resources(roadmap.resources(topic.resources), topic.choose, true);
  constexpr Hours one_hour = Hours::from_seconds(3600);
  return {hours.value_or(HoursRange{one_hour, one_hour}), !hours};
}

}  // namespace prereq
