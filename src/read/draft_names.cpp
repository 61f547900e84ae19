#include "read/draft_names.hpp"

#include <utility>

#include "roadmap/title_id.hpp"

namespace prereq {
namespace {

// A section that is required is written out, so that not each of many topics needs each of many.
constexpr std::size_t largest_required_section = 50;

// The first of several with the same name counts.
void add(std::map<std::string, std::uint32_t>& numbers, std::string_view name,
         std::uint32_t number) {
  std::string key = comparable_title(name);
  if (!key.empty()) numbers.try_emplace(std::move(key), number);
}

}  // namespace

DraftNames::DraftNames(const RoadmapData& data) : topics_in_(data.sections.size()) {
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    add(topics_, data.topics[t].title, t);
    titles_.insert(title_words(data.topics[t].title));
    SectionIndex around = data.topics[t].section;
    for (; around != no_index; around = data.sections[around].parent) {
      if (topics_in_[around].size() > largest_required_section) continue;
      topics_in_[around].push_back(t);
    }
  }
  // An id that looks like another topic's title stands behind it.
  for (TopicIndex t = 0; t < data.topics.size(); ++t) add(topics_, data.topics[t].id, t);
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    add(sections_, data.sections[s].title, s);
    titles_.insert(title_words(data.sections[s].title));
  }
}

std::vector<TopicIndex> DraftNames::find(std::string_view name) const {
  const std::string key = comparable_title(name);
  if (const auto topic = topics_.find(key); topic != topics_.end()) return {topic->second};
  const auto section = sections_.find(key);
  if (section == sections_.end()) return {};
  const std::vector<TopicIndex>& inside = topics_in_[section->second];
  return inside.size() > largest_required_section ? std::vector<TopicIndex>() : inside;
}

bool DraftNames::is_topic(std::string_view name) const {
  return topics_.contains(comparable_title(name));
}

bool DraftNames::is_name(std::string_view name, NameLook look) const {
  if (look == NameLook::likely_several && !titles_.contains(title_words(name))) return false;
  return !find(name).empty();
}

}  // namespace prereq
