#include "roadmap/effective.hpp"

#include <optional>
#include <string>

#include "roadmap/id.hpp"

namespace prereq {
namespace {

template <typename Item>
void fill_titles_of(std::vector<Item>& items, TextArena& text) {
  for (Item& item : items) {
    if (item.title.empty()) item.title = text.keep(title_from_id(item.id));
  }
}

}  // namespace

std::optional<HoursRange> hours_of_resources(std::span<const Resource> resources, Choose choose,
                                             bool free_only) {
  std::optional<HoursRange> hours;
  for (const Resource& resource : resources) {
    if (!resource.hours || (free_only && resource.cost == Cost::paid)) continue;
    if (hours && choose == Choose::all) {
      hours = *hours + *resource.hours;
    } else if (!hours || resource.hours->midpoint() < hours->midpoint()) {
      hours = resource.hours;
    }
  }
  return hours;
}

void apply_defaults(RoadmapData& data) {
  for (Resource& resource : data.resources) {
    if (resource.cost == Cost::unstated) resource.cost = data.defaults.cost;
    if (resource.type == ResourceType::unstated) resource.type = data.defaults.type;
  }
  if (data.defaults.level == Level::core) return;
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    if (!data.has_level[t]) data.topics[t].level = data.defaults.level;
  }
}

void fill_titles(RoadmapData& data) {
  fill_titles_of(data.topics, data.text);
  fill_titles_of(data.sections, data.text);
  fill_titles_of(data.goals, data.text);
  for (Resource& resource : data.resources) {
    if (resource.title.empty()) resource.title = resource.url;
  }
}

void fill_hours(RoadmapData& data) {
  constexpr Hours one_hour = Hours::from_seconds(3600);
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    if (data.has_hours[t]) continue;
    Topic& topic = data.topics[t];
    const auto resources =
        std::span(data.resources).subspan(topic.resources.first, topic.resources.size());
    const auto hours = hours_of_resources(resources, topic.choose, false);
    topic.hours_guessed = !hours;
    topic.hours_of_resources = hours.has_value();
    topic.hours = hours.value_or(HoursRange{one_hour, one_hour});
  }
}

}  // namespace prereq
