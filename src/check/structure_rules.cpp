// Rules about alternatives, levels, sections and topics that stand alone.
#include <algorithm>
#include <set>
#include <utility>

#include "base/shown.hpp"
#include "check/rules.hpp"

namespace prereq {
namespace {

// What the list itself says, without what the sections around its topic do.
IndexRange own_entries(const Roadmap& roadmap, IndexRange range) {
  while (!range.empty() && roadmap.origin(range.last - 1).said_by != no_index) --range.last;
  return range;
}

// Calls `visit` for every entry of the tree below `range`, groups before their entries.
template <typename Visit>
void for_each_entry(const Roadmap& roadmap, IndexRange range, Visit visit) {
  std::vector<IndexRange> stack = {range};
  while (!stack.empty()) {
    IndexRange& rest = stack.back();
    if (rest.empty()) {
      stack.pop_back();
      continue;
    }
    const Requirement& entry = roadmap.requirements()[rest.first++];
    visit(entry);
    if (entry.kind != RequirementKind::topic) stack.push_back(entry.entries);
  }
}

std::string entries_text(std::size_t count) {
  if (count == 0) return "no entries";
  return count == 1 ? "1 entry" : std::to_string(count) + " entries";
}

// `owner` is the topic's id, empty for a goal or section.
void check_groups(const Roadmap& roadmap, IndexRange range, std::string_view owner,
                  Diagnostics& diagnostics) {
  for_each_entry(roadmap, range, [&](const Requirement& entry) {
    if (entry.kind == RequirementKind::topic) return;
    if (!entry.entries.empty() && entry.least <= entry.entries.size()) return;
    if (!entry.name.empty()) return;  // a section, reported where names are resolved
    std::string message = "this group has no entries";
    if (!entry.entries.empty()) {
      message = "this group wants " + std::to_string(entry.least) + " of " +
                entries_text(entry.entries.size());
    }
    Diagnostic& added =
        diagnostics.add(Code::impossible_alternative, entry.span, std::move(message));
    if (!owner.empty()) added.topics.emplace_back(owner);
  });
}

}  // namespace

void check_alternatives(const Roadmap& roadmap, Diagnostics& diagnostics) {
  for (const Topic& topic : roadmap.topics()) {
    check_groups(roadmap, own_entries(roadmap, topic.requirements), topic.id, diagnostics);
  }
  for (const Section& section : roadmap.sections()) {
    check_groups(roadmap, section.requirements, {}, diagnostics);
  }
  for (const Goal& goal : roadmap.goals()) {
    check_groups(roadmap, goal.requirements, {}, diagnostics);
  }
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
    for_each_entry(roadmap, goal.requirements, [&](const Requirement& entry) {
      if (entry.topic != no_index) is_goal[entry.topic] = true;
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
