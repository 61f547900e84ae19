#include "read/draft_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/shown.hpp"
#include "read/url.hpp"

namespace prereq {

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

GoalIndex DraftBuilder::add_goal(std::string_view title, Span span) {
  Goal goal;
  goal.id = keep(topic_ids_.make(title));
  goal.title = keep(title);
  goal.span = span;
  data_.goals.push_back(goal);
  return static_cast<GoalIndex>(data_.goals.size() - 1);
}

void DraftBuilder::set_level(TopicIndex topic, Level level) {
  data_.topics[topic].level = level;
  data_.has_level[topic] = true;
}

void DraftBuilder::set_hours(TopicIndex topic, HoursRange hours) {
  data_.topics[topic].hours = hours;
  data_.has_hours[topic] = true;
}

bool DraftBuilder::is_usable(const ResourceLine& line, Span span) {
  const std::string complaint = url_complaint(line.url);
  if (complaint.empty()) return true;
  leave_out(span, "a link whose address is not one of the web");
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

void DraftBuilder::add_names(TopicIndex topic, EdgeListKind kind, std::string_view names,
                             Span span) {
  add_named({topic, kind, false, false, std::string(names), span});
}

void DraftBuilder::add_names_around(TopicIndex topic, std::string_view names, Span span) {
  add_named({topic, EdgeListKind::requirement, false, true, std::string(names), span});
}

void DraftBuilder::add_goal_names(GoalIndex goal, std::string_view names, Span span) {
  add_named({goal, EdgeListKind::requirement, true, false, std::string(names), span});
}

// "none" states no requirement.
void DraftBuilder::add_named(Named named) {
  if (!names_nothing(named.names)) named_.push_back(std::move(named));
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
  put_sections_in_order();
  return std::move(data_);
}

// What a name stands for; a name that is none is left out.
std::vector<Requirement> DraftBuilder::topics_of(const NamedEntry& written, const Named& named,
                                                 const DraftNames& names) {
  const std::vector<TopicIndex> meant = names.find(written.name);
  if (meant.empty()) {
    leave_out(named.span, fmt::format("the {} '{}', which is no topic here",
                                      named.kind == EdgeListKind::requirement   ? "prerequisite"
                                      : named.kind == EdgeListKind::corequisite ? "corequisite"
                                                                                : "recommended",
                                      shown(written.name)));
  }
  // The section that a topic stands in comes before it no more than itself; that it requires itself
  // by name is for `check` to report.
  const bool is_inside = !named.is_goal && std::ranges::find(meant, named.index) != meant.end();
  if (is_inside && (named.is_around || !names.is_topic(written.name))) return {};
  std::vector<Requirement> entries;
  for (const TopicIndex each : meant) {
    entries.push_back(entry_of(each, named.span));
    entries.back().because = keep(written.because);
  }
  return entries;
}

// Recommendations and corequisites are topics alone: of a group, all that it names.
std::vector<Requirement> DraftBuilder::entries_of(const std::vector<NamedEntry>& written,
                                                  const Named& named, const DraftNames& names) {
  std::vector<Requirement> entries;
  for (const NamedEntry& each : written) {
    const bool is_topic = each.kind == RequirementKind::topic;
    std::vector<Requirement> inside =
        is_topic ? topics_of(each, named, names) : entries_of(each.entries, named, names);
    if (is_topic || named.kind != EdgeListKind::requirement || inside.size() < 2) {
      std::ranges::move(inside, std::back_inserter(entries));
      continue;
    }
    Requirement group = group_of(each.kind, each.least, inside, named.span);
    group.because = keep(each.because);
    entries.push_back(group);
  }
  return entries;
}

void DraftBuilder::write_requirements() {
  const DraftNames names(data_);
  const IsName is_name = [&](std::string_view name, NameLook look) {
    return names.is_name(name, look);
  };
  EdgeLists lists;
  std::vector<std::vector<Requirement>> goals(data_.goals.size());
  for (const Named& named : named_) {
    const auto entries = entries_of(read_names(named.names, is_name), named, names);
    for (const Requirement& entry : entries) {
      if (named.is_goal) {
        goals[named.index].push_back(entry);
      } else {
        lists.add(named.index, named.kind, entry);
      }
    }
  }
  for (const Choice& choice : choices_) add_choice(choice, lists);
  for (const auto& [topic, entry] : recommended_) {
    lists.add(topic, EdgeListKind::recommendation, entry);
  }
  lists.write(data_);
  write_goals(goals);
}

void DraftBuilder::write_goals(const std::vector<std::vector<Requirement>>& needs) {
  for (GoalIndex g = 0; g < needs.size(); ++g) {
    data_.goals[g].requirements = append_entries(data_, needs[g]);
  }
}

Requirement DraftBuilder::entry_of(TopicIndex topic, Span span) const {
  Requirement entry;
  entry.name = data_.topics[topic].id;
  entry.span = span;
  return entry;
}

// What is named twice counts once, but where they are counted. Requires: at least two entries.
Requirement DraftBuilder::group_of(RequirementKind kind, std::uint32_t least,
                                   const std::vector<Requirement>& entries, Span span) {
  std::vector<Requirement> distinct;
  std::set<std::string_view> named;
  for (const Requirement& each : entries) {
    const bool is_single = each.kind == RequirementKind::topic && kind != RequirementKind::at_least;
    if (!is_single || named.insert(each.name).second) distinct.push_back(each);
  }
  if (distinct.size() == 1) return distinct.front();
  const auto size = static_cast<std::uint32_t>(distinct.size());
  Requirement group;
  group.kind = kind;
  group.least = kind == RequirementKind::any   ? 1
                : kind == RequirementKind::all ? size
                                               : std::clamp(least, std::uint32_t{1}, size);
  group.span = span;
  group.entries = append_entries(data_, distinct);
  return group;
}

void DraftBuilder::add_choice(const Choice& choice, EdgeLists& lists) {
  if (choice.choices.empty()) return;
  std::vector<Requirement> entries;
  for (const TopicIndex each : choice.choices) entries.push_back(entry_of(each, choice.span));
  lists.add(choice.topic, EdgeListKind::requirement,
            entries.size() == 1 ? entries.front()
                                : group_of(RequirementKind::any, 1, entries, choice.span));
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

// In preorder: a section that was gone on with later may have got others inside it since.
void DraftBuilder::put_sections_in_order() {
  const std::size_t count = data_.sections.size();
  std::vector<std::vector<SectionIndex>> inside(count + 1);  // the last are the outermost
  for (SectionIndex s = 0; s < count; ++s) {
    const SectionIndex parent = data_.sections[s].parent;
    inside[parent == no_index ? count : parent].push_back(s);
  }
  std::vector<SectionIndex> waiting(inside[count].rbegin(), inside[count].rend());
  std::vector<SectionIndex> new_number(count, no_index);
  std::vector<Section> sections;
  while (!waiting.empty()) {
    const SectionIndex s = waiting.back();
    waiting.pop_back();
    new_number[s] = static_cast<SectionIndex>(sections.size());
    sections.push_back(data_.sections[s]);
    SectionIndex& parent = sections.back().parent;
    if (parent != no_index) parent = new_number[parent];
    waiting.insert(waiting.end(), inside[s].rbegin(), inside[s].rend());
  }
  data_.sections = std::move(sections);
  for (Topic& topic : data_.topics) {
    if (topic.section != no_index) topic.section = new_number[topic.section];
  }
}

}  // namespace prereq
