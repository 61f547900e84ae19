#include "read/draft_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "read/limits.hpp"
#include "read/url.hpp"

namespace prereq {
namespace {

constexpr ReadLimits limits;

// Topics by the ways in which a reader may name them.
class TopicNames {
 public:
  explicit TopicNames(const std::vector<Topic>& topics) {
    for (TopicIndex t = 0; t < topics.size(); ++t) {
      add(topics[t].title, t);
      add(topics[t].id, t);
    }
  }
  TopicIndex find(std::string_view name) const {
    const auto found = topics_.find(comparable_title(name));
    return found == topics_.end() ? no_index : found->second;
  }

 private:
  // The first of topics with the same title.
  void add(std::string_view name, TopicIndex topic) {
    std::string key = comparable_title(name);
    if (!key.empty()) topics_.try_emplace(std::move(key), topic);
  }

  std::map<std::string, TopicIndex> topics_;
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

void DraftBuilder::add_named_requirements(TopicIndex topic,
                                          std::vector<std::vector<std::string>> groups, Span span) {
  if (!groups.empty()) named_.push_back({topic, std::move(groups), span});
}

void DraftBuilder::require_any(TopicIndex topic, const std::vector<TopicIndex>& choices,
                               Span span) {
  choices_.push_back({topic, choices, span});
}

void DraftBuilder::recommend(TopicIndex topic, TopicIndex recommended, Span span) {
  Requirement entry;
  entry.name = data_.topics[recommended].id;
  entry.span = span;
  recommended_.emplace_back(topic, entry);
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
  const TopicNames names(data_.topics);
  std::vector<std::vector<Requirement>> entries(data_.topics.size());
  const auto entry_of = [this](TopicIndex topic, Span span) {
    Requirement entry;
    entry.name = data_.topics[topic].id;
    entry.span = span;
    return entry;
  };
  const auto add_group = [&](TopicIndex topic, const std::vector<TopicIndex>& choices, Span span) {
    if (choices.size() == 1) {
      const auto is_there = [&](const Requirement& entry) {
        return entry.kind == RequirementKind::topic &&
               entry.name == data_.topics[choices.front()].id;
      };
      if (std::ranges::none_of(entries[topic], is_there)) {
        entries[topic].push_back(entry_of(choices.front(), span));
      }
      return;
    }
    Requirement group;
    group.kind = RequirementKind::any;
    group.least = 1;
    group.span = span;
    group.entries.first = static_cast<RequirementIndex>(data_.requirements.size());
    for (const TopicIndex choice : choices) data_.requirements.push_back(entry_of(choice, span));
    group.entries.last = static_cast<RequirementIndex>(data_.requirements.size());
    entries[topic].push_back(group);
  };
  for (const Named& named : named_) {
    for (const auto& group : named.groups) {
      std::vector<TopicIndex> found;
      for (const std::string& name : group) {
        const TopicIndex topic = names.find(name);
        if (topic == no_index) {
          leave_out(named.span, fmt::format("the prerequisite '{}', which is no topic here", name));
        } else if (topic != named.topic && std::ranges::find(found, topic) == found.end()) {
          found.push_back(topic);
        }
      }
      if (!found.empty()) add_group(named.topic, found, named.span);
    }
  }
  for (const Choice& choice : choices_) add_group(choice.topic, choice.choices, choice.span);
  for (TopicIndex t = 0; t < entries.size(); ++t) {
    const auto first = static_cast<RequirementIndex>(data_.requirements.size());
    data_.requirements.insert(data_.requirements.end(), entries[t].begin(), entries[t].end());
    data_.topics[t].requirements = {first,
                                    static_cast<RequirementIndex>(data_.requirements.size())};
  }
  std::ranges::stable_sort(recommended_, {}, &std::pair<TopicIndex, Requirement>::first);
  for (const auto& [topic, entry] : recommended_) {
    IndexRange& range = data_.topics[topic].recommendations;
    const auto next = static_cast<RequirementIndex>(data_.requirements.size());
    if (range.empty()) range.first = next;
    data_.requirements.push_back(entry);
    range.last = next + 1;
  }
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
