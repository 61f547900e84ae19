#include "prereq/roadmap.hpp"

#include <algorithm>
#include <utility>

#include "roadmap/id.hpp"
#include "roadmap/resolve.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {
namespace {

template <typename T>
std::span<const T> slice(const std::vector<T>& items, IndexRange range) {
  return std::span(items).subspan(range.first, range.size());
}

}  // namespace

std::string_view to_string(Cost cost) {
  switch (cost) {
    case Cost::unstated: return "";
    case Cost::free: return "free";
    case Cost::paid: return "paid";
  }
  return "";
}

std::string_view to_string(Level level) {
  switch (level) {
    case Level::core: return "core";
    case Level::optional: return "optional";
    case Level::assumed: return "assumed";
  }
  return "";
}

std::string_view to_string(ResourceType type) {
  switch (type) {
    case ResourceType::unstated: return "";
    case ResourceType::course: return "course";
    case ResourceType::video: return "video";
    case ResourceType::book: return "book";
    case ResourceType::article: return "article";
    case ResourceType::tool: return "tool";
    case ResourceType::notebook: return "notebook";
    case ResourceType::project: return "project";
    case ResourceType::docs: return "docs";
    case ResourceType::newsletter: return "newsletter";
    case ResourceType::channel: return "channel";
    case ResourceType::community: return "community";
  }
  return "";
}

Roadmap::Roadmap() : data_(std::make_shared<const RoadmapData>()) {}

Roadmap::Roadmap(RoadmapData&& data, Diagnostics& diagnostics) {
  resolve(data, diagnostics);
  data_ = std::make_shared<const RoadmapData>(std::move(data));
}

std::string_view Roadmap::title() const { return data_->title; }
std::string_view Roadmap::description() const { return data_->description; }
std::string_view Roadmap::note() const { return data_->note; }
std::string_view Roadmap::base() const { return data_->base; }

std::span<const Topic> Roadmap::topics() const { return data_->topics; }
std::span<const Section> Roadmap::sections() const { return data_->sections; }
std::span<const Goal> Roadmap::goals() const { return data_->goals; }
std::span<const Allowance> Roadmap::allowances() const { return data_->allowances; }
std::span<const Alias> Roadmap::aliases() const { return data_->aliases; }
std::span<const Requirement> Roadmap::requirements() const { return data_->requirements; }

std::span<const Requirement> Roadmap::requirements(IndexRange range) const {
  return slice(data_->requirements, range);
}
IndexRange Roadmap::written(RequirementIndex group) const {
  const auto& rows = data_->written_entries;
  const auto row = std::ranges::lower_bound(rows, group, {}, &WrittenEntries::group);
  if (row != rows.end() && row->group == group) return row->entries;
  return data_->requirements[group].entries;
}
RequirementOrigin Roadmap::origin(RequirementIndex entry) const {
  RequirementOrigin origin = data_->origin_of(entry);
  const Requirement& said = data_->requirements[entry];
  if (said.kind != RequirementKind::topic && !said.name.empty()) {
    origin.named = find_section(said.name.substr(section_prefix.size())).value_or(no_index);
  }
  return origin;
}
bool Roadmap::stands_for_section(TopicIndex topic) const {
  return std::ranges::binary_search(data_->link_topics, topic);
}

std::span<const Resource> Roadmap::resources(IndexRange range) const {
  return slice(data_->resources, range);
}
std::span<const Resource> Roadmap::roadmap_resources() const {
  return slice(data_->resources, data_->roadmap_resources);
}

std::optional<TopicIndex> Roadmap::find_topic(std::string_view id) const {
  return data_->topic_by_name.find(id);
}
std::optional<GoalIndex> Roadmap::find_goal(std::string_view id) const {
  return data_->goal_by_id.find(id);
}
std::optional<SectionIndex> Roadmap::find_section(std::string_view id) const {
  return data_->section_by_id.find(id);
}

bool Roadmap::has_quarters() const { return data_->quarters; }

bool Roadmap::is_incomplete() const { return data_->incomplete; }

bool Roadmap::has_gaps() const { return data_->incomplete || data_->has_gaps; }

}  // namespace prereq
