#include "read/draft_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "read/edge_lists.hpp"
#include "read/item_text.hpp"
#include "read/limits.hpp"
#include "read/url.hpp"

namespace prereq {
namespace {

constexpr ReadLimits limits;

// A section that is required is written out, so that not each of many topics needs each of many.
constexpr std::size_t largest_required_section = 50;

// Topics and sections by the ways in which a reader may name them.
class Names {
 public:
  explicit Names(const RoadmapData& data) : topics_in_(data.sections.size()) {
    for (TopicIndex t = 0; t < data.topics.size(); ++t) {
      add(topics_, data.topics[t].title, t);
      add(topics_, data.topics[t].id, t);
      SectionIndex around = data.topics[t].section;
      for (; around != no_index; around = data.sections[around].parent) {
        if (topics_in_[around].size() > largest_required_section) continue;
        topics_in_[around].push_back(t);
      }
    }
    for (SectionIndex s = 0; s < data.sections.size(); ++s) {
      add(sections_, data.sections[s].title, s);
    }
  }

  // What the name stands for: a topic, or all that a section holds. Nothing if it is no name, or
  // the section is too large.
  std::vector<TopicIndex> find(std::string_view name) const {
    const std::string key = comparable_title(name);
    if (const auto topic = topics_.find(key); topic != topics_.end()) return {topic->second};
    const auto section = sections_.find(key);
    if (section == sections_.end()) return {};
    const std::vector<TopicIndex>& inside = topics_in_[section->second];
    return inside.size() > largest_required_section ? std::vector<TopicIndex>() : inside;
  }

 private:
  using Numbers = std::map<std::string, std::uint32_t>;

  // The first of several with the same name.
  static void add(Numbers& numbers, std::string_view name, std::uint32_t number) {
    std::string key = comparable_title(name);
    if (!key.empty()) numbers.try_emplace(std::move(key), number);
  }

  Numbers topics_;
  Numbers sections_;
  std::vector<std::vector<TopicIndex>> topics_in_;  // by section, as many as count
};

}  // namespace

SectionIndex DraftBuilder::add_section(std::string_view title, SectionIndex parent, Span span) {
  Section section;
  section.id = keep(section_ids_.make(title));
  section.title = keep(title);
  section.parent = parent;
  section.span = span;
  section_resources_.emplace_back();
  return data_.add(section);
}

TopicIndex DraftBuilder::add_topic(std::string_view title, SectionIndex section, Span span) {
  Topic topic;
  topic.id = keep(topic_ids_.make(title));
  topic.title = keep(title);
  topic.section = section;
  topic.span = span;
  return data_.add(topic);
}

void DraftBuilder::set_hours(TopicIndex topic, HoursRange hours) {
  data_.topics[topic].hours = hours;
  data_.has_hours[topic] = true;
}

bool DraftBuilder::is_usable(const ResourceLine& line, Span span) {
  const std::string complaint = url_complaint(line.url);
  if (complaint.empty() && count_code_points(line.title) <= limits.label) return true;
  leave_out(span, complaint.empty() ? "a link with a title of more than 1000 characters"
                                    : "a link whose address is not one of the web");
  return false;
}

Resource DraftBuilder::resource(const ResourceLine& line, Span span) {
  Resource made;
  made.title = keep(line.title);
  made.url = keep(line.url);
  made.by = keep(line.by);
  made.part = keep(line.part);
  made.note = keep(line.note);
  made.hours = line.hours;
  made.cost = line.cost;
  made.type = line.type;
  made.span = span;
  return made;
}

void DraftBuilder::add_topic_resource(TopicIndex topic, const ResourceLine& line, Span span) {
  if (!is_usable(line, span)) return;
  IndexRange& range = data_.topics[topic].resources;
  const auto next = static_cast<std::uint32_t>(data_.resources.size());
  if (range.empty()) range.first = next;
  data_.resources.push_back(resource(line, span));
  range.last = next + 1;
}

void DraftBuilder::add_section_resource(SectionIndex section, const ResourceLine& line, Span span) {
  if (!is_usable(line, span)) return;
  auto& list = section == no_index ? roadmap_resources_ : section_resources_[section];
  list.push_back(resource(line, span));
}

void DraftBuilder::add_named_requirements(TopicIndex topic, std::string names, Span span) {
  // "none" states no requirement.
  if (split_names(names, [](std::string_view) { return false; }).empty()) return;
  named_.push_back({topic, std::move(names), span});
}

void DraftBuilder::require_any(TopicIndex topic, const std::vector<TopicIndex>& choices,
                               Span span) {
  choices_.push_back({topic, choices, span});
}

void DraftBuilder::recommend(TopicIndex topic, TopicIndex recommended, Span span) {
  recommended_.emplace_back(topic, entry_of(recommended, span));
}

void DraftBuilder::leave_out(Span span, std::string_view what) {
  notes_.left_out.push_back({span, std::string(what)});
}

RoadmapData DraftBuilder::finish() {
  write_requirements();
  write_section_resources();
  return std::move(data_);
}

void DraftBuilder::write_requirements() {
  const Names names(data_);
  const IsName is_name = [&](std::string_view name) { return !names.find(name).empty(); };
  EdgeLists lists;
  for (const Named& named : named_) {
    for (const std::vector<std::string>& group : split_names(named.names, is_name)) {
      std::vector<TopicIndex> found;
      for (const std::string& name : group) {
        std::vector<TopicIndex> meant = names.find(name);
        // The section it stands in comes before it no more than itself.
        if (std::ranges::find(meant, named.topic) != meant.end()) continue;
        if (meant.empty()) {
          leave_out(named.span, fmt::format("the prerequisite '{}', which is no topic here", name));
        }
        found.insert(found.end(), meant.begin(), meant.end());
      }
      if (group.size() > 1) {
        add_choice({named.topic, found, named.span}, lists);
      } else {
        for (const TopicIndex each : found) {
          lists.add(named.topic, EdgeListKind::requirement, entry_of(each, named.span));
        }
      }
    }
  }
  for (const Choice& choice : choices_) add_choice(choice, lists);
  for (const auto& [topic, entry] : recommended_) {
    lists.add(topic, EdgeListKind::recommendation, entry);
  }
  lists.write(data_);
}

Requirement DraftBuilder::entry_of(TopicIndex topic, Span span) const {
  Requirement entry;
  entry.name = data_.topics[topic].id;
  entry.span = span;
  return entry;
}

void DraftBuilder::add_choice(const Choice& choice, EdgeLists& lists) {
  std::vector<TopicIndex> choices;
  for (const TopicIndex each : choice.choices) {
    if (std::ranges::find(choices, each) == choices.end()) choices.push_back(each);
  }
  if (choices.empty()) return;
  if (choices.size() == 1) {
    lists.add(choice.topic, EdgeListKind::requirement, entry_of(choices.front(), choice.span));
    return;
  }
  Requirement group;
  group.kind = RequirementKind::any;
  group.least = 1;
  group.span = choice.span;
  group.entries.first = static_cast<RequirementIndex>(data_.requirements.size());
  for (const TopicIndex each : choices) {
    data_.requirements.push_back(entry_of(each, choice.span));
  }
  group.entries.last = static_cast<RequirementIndex>(data_.requirements.size());
  lists.add(choice.topic, EdgeListKind::requirement, group);
}

void DraftBuilder::write_section_resources() {
  const auto write = [this](const std::vector<Resource>& list) {
    const auto first = static_cast<std::uint32_t>(data_.resources.size());
    data_.resources.insert(data_.resources.end(), list.begin(), list.end());
    return IndexRange{first, static_cast<std::uint32_t>(data_.resources.size())};
  };
  for (SectionIndex s = 0; s < data_.sections.size(); ++s) {
    data_.sections[s].resources = write(section_resources_[s]);
  }
  data_.roadmap_resources = write(roadmap_resources_);
}

}  // namespace prereq
