#include "read/draft_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/shown.hpp"
#include "read/url.hpp"
#include "roadmap/id.hpp"

namespace prereq {

SectionIndex DraftBuilder::add_section(std::string_view title, SectionIndex parent, Span span) {
  Section section;
  section.id = keep(section_ids_.make(without_marks(title)));
  section.title = keep(title);
  section.parent = parent;
  section.span = span;
  section_resources_.emplace_back();
  return data_.add(section);
}

TopicIndex DraftBuilder::add_topic(std::string_view title, SectionIndex section, Span span) {
  Topic topic;
  topic.id = keep(topic_ids_.make(without_marks(title)));
  topic.title = keep(title);
  topic.section = section;
  topic.span = span;
  return data_.add(topic);
}

GoalIndex DraftBuilder::add_goal(std::string_view title, Span span) {
  Goal goal;
  goal.id = keep(topic_ids_.make(without_marks(title)));
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
  add_named({topic, kind, Owner::topic, false, std::string(names), span});
}

void DraftBuilder::add_names_around(TopicIndex topic, std::string_view names, Span span) {
  add_named({topic, EdgeListKind::requirement, Owner::topic, true, std::string(names), span});
}

void DraftBuilder::add_section_names(SectionIndex section, EdgeListKind kind,
                                     std::string_view names, Span span) {
  add_named({section, kind, Owner::section, true, std::string(names), span});
}

void DraftBuilder::add_goal_names(GoalIndex goal, std::string_view names, Span span) {
  add_named({goal, EdgeListKind::requirement, Owner::goal, false, std::string(names), span});
}

// "none" states no requirement.
void DraftBuilder::add_named(Named named) {
  if (!names_nothing(named.names)) named_.push_back(std::move(named));
}

void DraftBuilder::require_any(TopicIndex topic, const std::vector<TopicIndex>& choices,
                               Span span) {
  choices_.push_back({topic, choices, span});
}

void DraftBuilder::recommend_section(SectionIndex section, SectionIndex recommended) {
  recommended_.emplace_back(recommended, section);
}

void DraftBuilder::leave_out(Span span, std::string_view what) {
  notes_.left_out.push_back({span, without_marks(what)});
}

RoadmapData DraftBuilder::finish() {
  write_requirements();
  write_section_resources();
  put_sections_in_order();
  return std::move(data_);
}

// What a name stands for; a name that is none is left out.
std::vector<Requirement> DraftBuilder::entry_named(const NamedEntry& written, const Named& named,
                                                   const DraftNames& names) {
  const NamedPart meant = names.find(written.name);
  if (meant.is_nothing()) {
    leave_out(named.span, fmt::format("the {} '{}', which is no topic here",
                                      named.kind == EdgeListKind::requirement   ? "prerequisite"
                                      : named.kind == EdgeListKind::corequisite ? "corequisite"
                                                                                : "recommended",
                                      shown(written.name)));
    return {};
  }
  // The section that a topic stands in comes before it no more than itself, unless it surely means
  // the others in it; that it requires itself by name is for `check` to report.
  const bool means_the_others = meant.is_surely_section && named.owner == Owner::topic;
  if (meant.section != no_index && !means_the_others && holds(meant.section, named)) return {};
  const bool is_itself = named.owner == Owner::topic && meant.topic == named.index;
  if (is_itself && named.is_around) return {};
  Requirement entry = meant.topic != no_index ? entry_of(meant.topic, named.span)
                                              : entry_of_section(meant.section, named.span);
  entry.because = keep(written.because);
  return {entry};
}

// Whether the topic or section that the names are said of lies in the section, or is it.
bool DraftBuilder::holds(SectionIndex section, const Named& named) const {
  if (named.owner == Owner::goal) return false;
  SectionIndex around =
      named.owner == Owner::section ? named.index : data_.topics[named.index].section;
  while (around != no_index && around != section) around = data_.sections[around].parent;
  return around != no_index;
}

// Recommendations and corequisites are topics alone: of a group, all that it names.
std::vector<Requirement> DraftBuilder::entries_of(const std::vector<NamedEntry>& written,
                                                  const Named& named, const DraftNames& names) {
  std::vector<Requirement> entries;
  for (const NamedEntry& each : written) {
    const bool is_topic = each.kind == RequirementKind::topic;
    std::vector<Requirement> inside =
        is_topic ? entry_named(each, named, names) : entries_of(each.entries, named, names);
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
  std::vector<bool> has_links;
  has_links.reserve(section_resources_.size());
  for (const auto& resources : section_resources_) has_links.push_back(!resources.empty());
  const DraftNames names(data_, has_links);
  const IsName is_name = [&](std::string_view name, NameLook look) {
    return names.is_name(name, look);
  };
  EdgeLists lists;
  std::vector<std::vector<Requirement>> goals(data_.goals.size());
  // What is required, and what is recommended.
  std::vector<std::array<std::vector<Requirement>, 2>> sections(data_.sections.size());
  for (const Named& named : named_) {
    const auto entries = entries_of(read_names(named.names, is_name), named, names);
    for (const Requirement& entry : entries) {
      switch (named.owner) {
        case Owner::topic: lists.add(named.index, named.kind, entry); break;
        case Owner::goal: goals[named.index].push_back(entry); break;
        case Owner::section:
          sections[named.index][named.kind == EdgeListKind::requirement ? 0 : 1].push_back(entry);
          break;
      }
    }
  }
  for (const Choice& choice : choices_) add_choice(choice, lists);
  lists.write(data_);
  for (GoalIndex g = 0; g < goals.size(); ++g) {
    data_.goals[g].requirements = append_entries(data_, goals[g]);
  }
  write_section_lists(sections);
}

void DraftBuilder::write_section_lists(
    std::vector<std::array<std::vector<Requirement>, 2>>& lists) {
  for (const auto& [recommended, section] : recommended_) {
    lists[section][1].push_back(entry_of_section(recommended, data_.sections[section].span));
  }
  for (SectionIndex s = 0; s < lists.size(); ++s) {
    data_.sections[s].requirements = append_entries(data_, lists[s][0]);
    data_.sections[s].recommendations = append_entries(data_, lists[s][1]);
  }
}

Requirement DraftBuilder::entry_of(TopicIndex topic, Span span) const {
  Requirement entry;
  entry.name = data_.topics[topic].id;
  entry.span = span;
  return entry;
}

Requirement DraftBuilder::entry_of_section(SectionIndex section, Span span) {
  Requirement entry;
  entry.name = keep(fmt::format("{}{}", section_prefix, data_.sections[section].id));
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
