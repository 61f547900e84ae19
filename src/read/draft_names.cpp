#include "read/draft_names.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii_words.hpp"
#include "read/entity_marks.hpp"
#include "roadmap/id.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {
namespace {

// So that not each of many topics needs each of many.
constexpr std::size_t largest_required_section = 1000;

constexpr std::string_view all_of = "all of ";

// The first of several with the same name counts.
void add(std::map<std::string, std::uint32_t>& numbers, std::string_view name,
         std::uint32_t number) {
  std::string key = comparable_title(name);
  if (!key.empty()) numbers.try_emplace(std::move(key), number);
}

}  // namespace

DraftNames::DraftNames(const RoadmapData& data, const std::vector<bool>& has_links)
    : topics_in_(data.sections.size(), 0),
      holds_something_(data.sections.size(), false),
      has_links_(data.sections.size(), false) {
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    add(topics_, data.topics[t].title, t);
    titles_.insert(title_words(data.topics[t].title));
    const bool counts = data.topics[t].level != Level::optional;
    SectionIndex around = data.topics[t].section;
    for (; around != no_index; around = data.sections[around].parent) {
      holds_something_[around] = true;
      if (counts) ++topics_in_[around];
    }
  }
  // An id that looks like another topic's title stands behind it.
  for (TopicIndex t = 0; t < data.topics.size(); ++t) add(topics_, data.topics[t].id, t);
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    const std::string_view title = data.sections[s].title;
    add(sections_, title.empty() ? data.sections[s].id : title, s);
    titles_.insert(title_words(title));
    section_ids_.insert(data.sections[s].id, s);
    if (s >= has_links.size() || !has_links[s]) continue;
    for (SectionIndex around = s; around != no_index; around = data.sections[around].parent) {
      has_links_[around] = true;
    }
  }
}

NamedPart DraftNames::find(std::string_view written) const {
  const std::string unmarked = without_marks(written);
  const std::string_view name = unmarked;
  const auto topic = topics_.find(comparable_title(name));
  if (topic != topics_.end()) return {.topic = topic->second};
  NamedPart part = find_section(name);
  if (!part.is_nothing()) return part;
  if (name.starts_with(section_prefix)) {
    const std::string_view id = name.substr(section_prefix.size());
    const auto section = section_ids_.find(id);
    if (!section) {
      part = find_section(id);
    } else if (can_be_needed(*section)) {
      part.section = *section;
    }
  } else if (in_lower_case(name.substr(0, all_of.size())) == all_of) {
    part = find_section(name.substr(all_of.size()));
  }
  part.is_surely_section = true;
  return part;
}

NamedPart DraftNames::find_section(std::string_view title) const {
  const auto section = sections_.find(comparable_title(title));
  if (section == sections_.end() || !can_be_needed(section->second)) return {};
  return {.section = section->second};
}

// A section of links alone is a topic where something needs it.
bool DraftNames::can_be_needed(SectionIndex section) const {
  if (!holds_something_[section]) return has_links_[section];
  return topics_in_[section] > 0 && topics_in_[section] <= largest_required_section;
}

bool DraftNames::is_name(std::string_view name, NameLook look) const {
  if (look == NameLook::likely_several && !titles_.contains(title_words(without_marks(name))))
    return false;
  return !find(name).is_nothing();
}

}  // namespace prereq
