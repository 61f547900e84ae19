#include "prereq/check.hpp"

#include <utility>
#include <vector>

#include "check/rules.hpp"

namespace prereq {
namespace {

std::uint64_t distinct_prerequisites(const TopicGraph& graph) {
  std::uint64_t count = 0;
  std::vector<TopicIndex> last_dependent(graph.topic_count(), no_index);
  for (const Edge& edge : graph.edges()) {
    if (edge.kind != EdgeKind::required && edge.kind != EdgeKind::alternative) continue;
    if (std::exchange(last_dependent[edge.prerequisite], edge.dependent) != edge.dependent) ++count;
  }
  return count;
}

}  // namespace

CheckSummary check(const TopicGraph& graph, const CheckOptions& options, Diagnostics& diagnostics) {
  const Roadmap& roadmap = graph.roadmap();
  CheckSummary summary;
  summary.topics = graph.topic_count();
  summary.prerequisites = distinct_prerequisites(graph);

  check_cycles(graph, diagnostics);
  if (!roadmap.has_gaps()) check_alternatives(roadmap, diagnostics);
  if (!options.warnings) return summary;
  summary.redundancy_complete = check_redundancy(graph, options, diagnostics);
  check_repeated_entries(roadmap, diagnostics);
  check_levels(graph, diagnostics);
  check_resources(roadmap, diagnostics);
  if (!roadmap.has_gaps()) {
    check_sections(roadmap, diagnostics);
    check_isolation(graph, diagnostics);
  }
  return summary;
}

}  // namespace prereq
