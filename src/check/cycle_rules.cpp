#include <algorithm>
#include <cstddef>

#include "base/shown.hpp"
#include "check/cycles.hpp"
#include "check/rules.hpp"

namespace prereq {
namespace {

// How many topics of a cycle a message names before it cuts the middle out.
constexpr std::size_t named_topics = 12;

std::string chain(const std::vector<std::string>& topics) {
  const auto append = [&](std::string& out, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) out += (out.empty() ? "" : " → ") + topics[i];
  };
  std::string out;
  if (topics.size() <= named_topics) {
    append(out, 0, topics.size());
    return out;
  }
  append(out, 0, named_topics / 2);
  out += " → … " + std::to_string(topics.size() - named_topics) + " more …";
  append(out, topics.size() - named_topics / 2, topics.size());
  return out;
}

// What the dependent names, if it is not the topic itself that it does.
std::string through_section(const Roadmap& roadmap, RequirementOrigin origin) {
  const auto id = [&](SectionIndex section) { return in_quotes(roadmap.sections()[section].id); };
  std::string text;
  if (origin.named != no_index) text += ", which is in section " + id(origin.named);
  if (origin.said_by != no_index) text += ", as section " + id(origin.said_by) + " does";
  return text;
}

std::string edge_text(const TopicGraph& graph, const Edge& edge) {
  const auto topics = graph.roadmap().topics();
  const std::string prerequisite = in_quotes(topics[edge.prerequisite].id);
  const std::string dependent = in_quotes(topics[edge.dependent].id);
  switch (edge.kind) {
    case EdgeKind::required: break;
    case EdgeKind::alternative: return dependent + " has the alternative " + prerequisite + " here";
    case EdgeKind::corequisite: return dependent + " has the corequisite " + prerequisite + " here";
    case EdgeKind::recommended: return dependent + " recommends " + prerequisite + " here";
  }
  return dependent + " requires " + prerequisite + " here" +
         through_section(graph.roadmap(), graph.roadmap().origin(edge.requirement));
}

void report(const TopicGraph& graph, const Cycle& cycle, Code code, Diagnostics& diagnostics) {
  const auto topics = graph.roadmap().topics();
  std::vector<std::string> ids;
  std::vector<Note> notes;
  for (const EdgeIndex index : cycle.edges) {
    const Edge& edge = graph.edges()[index];
    ids.emplace_back(topics[edge.prerequisite].id);
    notes.push_back(
        {graph.roadmap().requirements()[edge.requirement].span, edge_text(graph, edge)});
  }
  ids.push_back(ids.front());

  std::string message = code == Code::cycle
                            ? "none of these can be learned first: "
                            : "these require one another unless others are chosen: ";
  if (ids.size() == 2 && code == Code::cycle) {
    message = "topic " + in_quotes(ids.front()) + " requires itself";
  } else {
    message += chain(ids);
  }
  const TopicIndex first = graph.edges()[cycle.edges.front()].prerequisite;
  Diagnostic& added = diagnostics.add(code, topics[first].span, std::move(message));
  added.notes = std::move(notes);
  added.topics = std::move(ids);
}

}  // namespace

void check_cycles(const TopicGraph& graph, Diagnostics& diagnostics) {
  const CycleEdges edges = cycle_edges(graph);
  for (const Cycle& cycle : shortest_cycles(graph, edges.blocking)) {
    report(graph, cycle, Code::cycle, diagnostics);
  }
  for (const Cycle& cycle : shortest_cycles(graph, edges.avoidable)) {
    report(graph, cycle, Code::avoidable_cycle, diagnostics);
  }
}

}  // namespace prereq
