#include "prereq/check.hpp"

#include <algorithm>
#include <utility>

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

CheckSummary check(const TopicGraph& graph, const CheckOptions&, Diagnostics&) {
  CheckSummary summary;
  summary.topics = graph.topic_count();
  summary.prerequisites = distinct_prerequisites(graph);
  return summary;
}

}  // namespace prereq
