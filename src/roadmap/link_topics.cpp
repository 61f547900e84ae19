#include "roadmap/link_topics.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "roadmap/id.hpp"

namespace prereq {
namespace {

std::vector<SectionIndex> sections_of_links(const RoadmapData& data) {
  std::vector<bool> has_more(data.sections.size(), false);
  const auto mark = [&](SectionIndex section) {
    for (; section != no_index && !has_more[section]; section = data.sections[section].parent) {
      has_more[section] = true;
    }
  };
  for (const Topic& topic : data.topics) mark(topic.section);
  std::vector<SectionIndex> found;
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    if (!has_more[s] && !data.sections[s].resources.empty()) found.push_back(s);
  }
  return found;
}

// One flag a section: whether `section:ID` names it, or one around it.
std::vector<bool> required_sections(const RoadmapData& data) {
  std::vector<bool> required(data.sections.size(), false);
  for (const Requirement& entry : data.requirements) {
    if (!entry.name.starts_with(section_prefix) || data.topic_by_name.find(entry.name)) continue;
    const auto section = data.section_by_id.find(entry.name.substr(section_prefix.size()));
    if (section) required[*section] = true;
  }
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    const SectionIndex parent = data.sections[s].parent;
    if (parent != no_index && required[parent]) required[s] = true;
  }
  return required;
}

std::string_view free_id(const RoadmapData& data, std::string_view wanted, TextArena& text) {
  const auto is_taken = [&](std::string_view id) {
    return data.topic_by_name.find(id) || data.goal_by_id.find(id);
  };
  if (!is_taken(wanted)) return wanted;
  std::string id;
  for (std::uint32_t number = 2; id.empty() || is_taken(id); ++number) {
    id = std::string(wanted) + "-" + std::to_string(number);
  }
  return text.keep(id);
}

// Where each of the sections' topics goes: before the first topic of a later section.
std::vector<TopicIndex> places(const RoadmapData& data, const std::vector<SectionIndex>& sections) {
  const auto topics = static_cast<TopicIndex>(data.topics.size());
  std::vector<TopicIndex> first_from(data.sections.size() + 1, topics);  // in that or a later one
  for (TopicIndex t = topics; t-- > 0;) {
    if (data.topics[t].section != no_index) first_from[data.topics[t].section] = t;
  }
  for (SectionIndex s = static_cast<SectionIndex>(data.sections.size()); s-- > 0;) {
    first_from[s] = std::min(first_from[s], first_from[s + 1]);
  }
  std::vector<TopicIndex> found;
  for (const SectionIndex s : sections) found.push_back(first_from[s + 1]);
  return found;
}

template <typename Row>
void renumber(std::vector<Row>& rows, const std::vector<TopicIndex>& numbers) {
  for (Row& row : rows) {
    if (row.topic != no_index) row.topic = numbers[row.topic];
  }
}

}  // namespace

void make_topics_of_links(RoadmapData& data) {
  std::vector<SectionIndex> sections = sections_of_links(data);
  if (sections.empty()) return;
  const std::vector<bool> required = required_sections(data);
  std::erase_if(sections, [&](SectionIndex s) {
    const Section& section = data.sections[s];
    return !required[s] && section.requirements.empty() && section.recommendations.empty();
  });
  if (sections.empty()) return;

  const std::vector<TopicIndex> before = places(data, sections);
  std::vector<SectionIndex> order(sections.size());
  for (SectionIndex i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](SectionIndex i) { return before[i]; });

  const std::vector<Topic> topics = std::move(data.topics);
  const std::vector<bool> has_hours = std::move(data.has_hours);
  const std::vector<bool> has_level = std::move(data.has_level);
  data.topics.clear();
  data.has_hours.clear();
  data.has_level.clear();
  std::vector<TopicIndex> numbers;
  auto next = order.begin();
  for (TopicIndex t = 0; t <= topics.size(); ++t) {
    for (; next != order.end() && before[*next] == t; ++next) {
      Section& section = data.sections[sections[*next]];
      Topic topic;
      topic.id = free_id(data, section.id, data.text);
      topic.title =
          section.title.empty() ? data.text.keep(title_from_id(section.id)) : section.title;
      topic.section = sections[*next];
      topic.resources = section.resources;
      topic.span = section.span;
      section.resources = {};
      data.topic_by_name.insert(topic.id, 0);  // taken; numbered below
      data.link_topics.push_back(data.add(topic, false, true));
    }
    if (t == topics.size()) break;
    numbers.push_back(data.add(topics[t], has_hours[t], has_level[t]));
  }
  renumber(data.aliases, numbers);
  renumber(data.drafts, numbers);
  renumber(data.allowances, numbers);
  data.topic_by_name = {};
  data.topic_by_name.reserve(data.topics.size() + data.aliases.size());
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    data.topic_by_name.insert(data.topics[t].id, t);
  }
  for (const Alias& alias : data.aliases) data.topic_by_name.insert(alias.name, alias.topic);
}

}  // namespace prereq
