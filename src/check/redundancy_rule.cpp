#include <fmt/format.h>

#include "base/shown.hpp"
#include "check/rules.hpp"
#include "prereq/redundancy.hpp"

namespace prereq {
namespace {

bool is_of_section(const Roadmap& roadmap, RequirementIndex entry) {
  const RequirementOrigin origin = roadmap.origin(entry);
  return origin.named != no_index || origin.said_by != no_index;
}

bool holds(const Roadmap& roadmap, SectionIndex section, TopicIndex topic) {
  SectionIndex around = section == no_index ? no_index : roadmap.topics()[topic].section;
  while (around != no_index && around != section) around = roadmap.sections()[around].parent;
  return around != no_index;
}

}  // namespace

bool check_redundancy(const TopicGraph& graph, const CheckOptions& options,
                      Diagnostics& diagnostics) {
  RedundancyOptions search;
  search.exhaustive = options.exhaustive;
  const Redundancy redundancy = redundant_prerequisites(graph, search);
  const auto topics = graph.roadmap().topics();
  const auto requirements = graph.roadmap().requirements();
  for (const RedundantPrerequisite& found : redundancy.found) {
    // What is said of all of a section or to all of it is not said in vain for one topic of it.
    if (is_of_section(graph.roadmap(), found.entry)) continue;
    const Requirement& entry = requirements[found.entry];
    const Requirement& other = requirements[found.implied_by];
    const std::string prerequisite = in_quotes(topics[entry.topic].id);
    Diagnostic& added = diagnostics.add(Code::redundant_prerequisite, entry.span,
                                        in_quotes(topics[found.topic].id) + " need not require " +
                                            prerequisite + ": what else it requires includes it");
    if (!entry.because.empty()) added.severity = Severity::note;
    const RequirementOrigin origin = graph.roadmap().origin(found.implied_by);
    std::string reason = "every way to meet this includes " + prerequisite;
    if (holds(graph.roadmap(), origin.named, entry.topic)) {
      reason = fmt::format("section {} is required here, and {} is in it",
                           in_quotes(graph.roadmap().sections()[origin.named].id), prerequisite);
    } else if (other.kind == RequirementKind::topic) {
      const std::string name = in_quotes(topics[other.topic].id);
      reason = other.topic == entry.topic
                   ? fmt::format("{} is named again here", prerequisite)
                   : fmt::format("{} cannot be learned without {}", name, prerequisite);
    }
    added.notes.push_back({other.span, std::move(reason)});
    added.topics = {std::string(topics[found.topic].id), std::string(topics[entry.topic].id)};
  }
  return redundancy.complete;
}

}  // namespace prereq
