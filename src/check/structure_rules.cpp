// Rules about alternatives, levels, sections and topics that stand alone.
#include <algorithm>
#include <set>
#include <utility>

#include "base/shown.hpp"
#include "check/rules.hpp"
#include "roadmap/repeated_entries.hpp"

namespace prereq {
namespace {

// What the list itself says, without what the sections around its topic do.
IndexRange own_entries(const Roadmap& roadmap, IndexRange range) {
  while (!range.empty() && roadmap.origin(range.last - 1).said_by != no_index) --range.last;
  return range;
}

// Calls `visit` with the index of every entry of the tree below `range`, as written, groups before
// their entries.
template <typename Visit>
void for_each_entry(const Roadmap& roadmap, IndexRange range, Visit visit) {
  std::vector<IndexRange> stack = {range};
  while (!stack.empty()) {
    IndexRange& rest = stack.back();
    if (rest.empty()) {
      stack.pop_back();
      continue;
    }
    const RequirementIndex index = rest.first++;
    visit(index);
    if (roadmap.requirements()[index].kind != RequirementKind::topic) {
      stack.push_back(roadmap.written(index));
    }
  }
}

// Calls `visit` with the index of every group that the author wrote, and the id of the topic whose
// it is; empty for a goal or section.
template <typename Visit>
void for_each_group(const Roadmap& roadmap, Visit visit) {
  const auto visit_list = [&](IndexRange range, std::string_view owner) {
    for_each_entry(roadmap, range, [&](RequirementIndex index) {
      const Requirement& entry = roadmap.requirements()[index];
      if (entry.kind != RequirementKind::topic) visit(index, owner);
    });
  };
  for (const Topic& topic : roadmap.topics()) {
    visit_list(own_entries(roadmap, topic.requirements), topic.id);
  }
  for (const Section& section : roadmap.sections()) visit_list(section.requirements, {});
  for (const Goal& goal : roadmap.goals()) visit_list(goal.requirements, {});
}

// What a group has, of which it wants more. `written` counts what repeats another entry too.
std::string entries_text(std::size_t count, std::size_t written) {
  const std::string different = count < written ? " different" : "";
  return std::to_string(count) + different + (count == 1 ? " entry" : " entries");
}

void check_size(const Roadmap& roadmap, RequirementIndex index, std::string_view owner,
                Diagnostics& diagnostics) {
  const Requirement& group = roadmap.requirements()[index];
  if (!group.entries.empty() && group.least <= group.entries.size()) return;
  if (!group.name.empty()) return;  // a section, reported where names are resolved
  std::string message = "this group has no entries";
  if (!group.entries.empty()) {
    message = "this group wants " + std::to_string(group.least) + " of " +
              entries_text(group.entries.size(), roadmap.written(index).size());
  }
  Diagnostic& added = diagnostics.add(Code::impossible_alternative, group.span, std::move(message));
  if (!owner.empty()) added.topics.emplace_back(owner);
}

// `section:ID` or a topic as written; else what of it is told.
std::string name_of(const Requirement& entry) {
  if (!entry.name.empty()) return in_quotes(entry.name);
  return entry.kind == RequirementKind::all ? "this 'all'" : "this group";
}

std::string repetition_text(const Roadmap& roadmap, const RepeatedEntry& repeated) {
  const Requirement& entry = roadmap.requirements()[repeated.entry];
  const Requirement& other = roadmap.requirements()[repeated.other];
  const bool are_topics = entry.kind == RequirementKind::topic && other.kind == entry.kind;
  if (are_topics && entry.name == other.name) {
    return in_quotes(entry.name) + " is named twice in this group, and counts once";
  }
  if (are_topics) {
    return in_quotes(entry.name) + " and " + in_quotes(other.name) +
           " are one topic, and count once";
  }
  if (repeated.is_same) {
    return name_of(entry) +
           " names the same as another entry of the group, and counts once with it";
  }
  return name_of(entry) +
         " names all that another entry of the group names, and counts once with it";
}

}  // namespace

void check_alternatives(const Roadmap& roadmap, Diagnostics& diagnostics) {
  for_each_group(roadmap, [&](RequirementIndex index, std::string_view owner) {
    check_size(roadmap, index, owner, diagnostics);
  });
}

void check_repeated_entries(const Roadmap& roadmap, Diagnostics& diagnostics) {
  for_each_group(roadmap, [&](RequirementIndex index, std::string_view owner) {
    if (roadmap.requirements()[index].kind == RequirementKind::all) return;
    RequirementIndex said = no_index;
    for (const RepeatedEntry& repeated :
         repeated_entries(roadmap.requirements(), roadmap.written(index))) {
      if (std::exchange(said, repeated.entry) == repeated.entry) continue;
      const Requirement& entry = roadmap.requirements()[repeated.entry];
      const Requirement& other = roadmap.requirements()[repeated.other];
      Diagnostic& added = diagnostics.add(Code::repeated_alternative, entry.span,
                                          repetition_text(roadmap, repeated));
      added.notes.push_back({other.span, "the other entry"});
      if (!owner.empty()) added.topics.emplace_back(owner);
    }
  });
}

void check_levels(const TopicGraph& graph, Diagnostics& diagnostics) {
  const auto topics = graph.roadmap().topics();
  std::set<Span> said;  // by sections: once for all their topics
  for (const Edge& edge : graph.edges()) {
    const Topic& prerequisite = topics[edge.prerequisite];
    const Topic& dependent = topics[edge.dependent];
    if (edge.kind != EdgeKind::required || dependent.level != Level::core ||
        prerequisite.level != Level::optional) {
      continue;
    }
    const Span span = graph.roadmap().requirements()[edge.requirement].span;
    const bool is_inherited = graph.roadmap().origin(edge.requirement).said_by != no_index;
    if (is_inherited && !said.insert(span).second) continue;
    Diagnostic& added =
        diagnostics.add(Code::optional_prerequisite, span,
                        "core topic " + in_quotes(dependent.id) + " requires optional topic " +
                            in_quotes(prerequisite.id) + " without an alternative");
    added.notes.push_back({prerequisite.span, in_quotes(prerequisite.id) + " is defined here"});
    added.topics = {std::string(dependent.id), std::string(prerequisite.id)};
  }
}

void check_sections(const Roadmap& roadmap, Diagnostics& diagnostics) {
  const auto sections = roadmap.sections();
  std::vector<bool> used(sections.size(), false);
  for (const Topic& topic : roadmap.topics()) {
    if (topic.section != no_index) used[topic.section] = true;
  }
  // Sections stand in preorder, so going backwards meets children before their parents.
  for (std::size_t s = sections.size(); s-- > 0;) {
    if (!sections[s].resources.empty()) used[s] = true;
    if (used[s] && sections[s].parent != no_index) used[sections[s].parent] = true;
  }
  for (SectionIndex s = 0; s < sections.size(); ++s) {
    const SectionIndex parent = sections[s].parent;
    if (used[s] || (parent != no_index && !used[parent])) continue;
    diagnostics.add(Code::unused_section, sections[s].span,
                    "section " + in_quotes(sections[s].id) + " has no topics and no resources");
  }
}

void check_isolation(const TopicGraph& graph, Diagnostics& diagnostics) {
  const Roadmap& roadmap = graph.roadmap();
  std::vector<bool> is_goal(graph.topic_count(), false);
  for (const Goal& goal : roadmap.goals()) {
    for_each_entry(roadmap, goal.requirements, [&](RequirementIndex index) {
      const TopicIndex topic = roadmap.requirements()[index].topic;
      if (topic != no_index) is_goal[topic] = true;
    });
  }
  if (graph.topic_count() == 1) return;  // nothing to be connected with
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    const Topic& topic = roadmap.topics()[t];
    const bool says_nothing =
        topic.requirements.empty() && topic.recommendations.empty() && topic.corequisites.empty();
    if (!says_nothing || !graph.dependents_of(t).empty() || is_goal[t]) continue;
    Diagnostic& added = diagnostics.add(
        Code::isolated_topic, topic.span,
        "topic " + in_quotes(topic.id) + " is connected with no other topic or goal");
    added.topics.emplace_back(topic.id);
  }
}

}  // namespace prereq
