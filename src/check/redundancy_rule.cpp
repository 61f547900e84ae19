#include <fmt/format.h>

#include "check/rules.hpp"
#include "prereq/redundancy.hpp"

namespace prereq {

bool check_redundancy(const TopicGraph& graph, const CheckOptions& options,
                      Diagnostics& diagnostics) {
  RedundancyOptions search;
  search.exhaustive = options.exhaustive;
  const Redundancy redundancy = redundant_prerequisites(graph, search);
  const auto topics = graph.roadmap().topics();
  const auto requirements = graph.roadmap().requirements();
  for (const RedundantPrerequisite& found : redundancy.found) {
    const Requirement& entry = requirements[found.entry];
    const Requirement& other = requirements[found.implied_by];
    const std::string prerequisite = quoted(topics[entry.topic].id);
    Diagnostic& added = diagnostics.add(Code::redundant_prerequisite, entry.span,
                                        quoted(topics[found.topic].id) + " need not require " +
                                            prerequisite + ": what else it requires includes it");
    if (!entry.because.empty()) added.severity = Severity::note;
    std::string reason = "every way to meet this includes " + prerequisite;
    if (other.kind == RequirementKind::topic) {
      const std::string name = quoted(topics[other.topic].id);
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
