#include "prereq/metrics.hpp"

#include <algorithm>
#include <tuple>

#include "metrics/blocking.hpp"
#include "metrics/count.hpp"
#include "metrics/requisites.hpp"
#include "metrics/totals.hpp"

namespace prereq {
namespace {

// To the nearest tenth.
Complexity two_thirds(std::uint64_t whole) { return {(20 * whole + 1) / 3}; }

// All paths that end (or start) at a topic.
struct Paths {
  SaturatingCount number;
  SaturatingCount lengths;  // the sum of their numbers of topics
};

// With a(v) paths from sources, of A(v) topics in all with v, and z(v) paths to sinks, of Z(v)
// topics in all without v, every one of the former goes on along every one of the latter:
// A·z + a·Z. Without a subtraction, what stops at the largest value is never too large.
void measure_centrality(const Requisites& graph, std::vector<TopicMetrics>& metrics) {
  std::vector<Paths> from(graph.topic_count());
  for (const TopicIndex t : graph.order()) {
    if (graph.is_source(t)) from[t] = {1, 1};
    const Paths longer{from[t].number, from[t].lengths + from[t].number};
    for (const TopicIndex dependent : graph.dependents(t)) {
      from[dependent].number += longer.number;
      from[dependent].lengths += longer.lengths;
    }
  }
  std::vector<Paths> onward(graph.topic_count());
  for (std::size_t at = graph.order().size(); at-- > 0;) {
    const TopicIndex t = graph.order()[at];
    if (graph.dependents(t).empty()) {
      onward[t] = {1, 0};
      continue;
    }
    for (const TopicIndex dependent : graph.dependents(t)) {
      onward[t].number += onward[dependent].number;
      onward[t].lengths += onward[dependent].lengths + onward[dependent].number;
    }
    if (graph.is_source(t)) continue;
    metrics[t].centrality =
        (from[t].lengths * onward[t].number + from[t].number * onward[t].lengths).count();
  }
}

void measure_delay(const Requisites& graph, std::vector<TopicMetrics>& metrics) {
  std::vector<std::uint32_t> before(graph.topic_count(), 0);
  for (const TopicIndex t : graph.order()) {
    for (const TopicIndex dependent : graph.dependents(t)) {
      before[dependent] = std::max(before[dependent], before[t] + 1);
    }
  }
  std::vector<std::uint32_t> after(graph.topic_count(), 0);
  for (std::size_t at = graph.order().size(); at-- > 0;) {
    const TopicIndex t = graph.order()[at];
    for (const TopicIndex dependent : graph.dependents(t)) {
      after[t] = std::max(after[t], after[dependent] + 1);
    }
    metrics[t].delay = before[t] + 1 + after[t];
  }
}

// The best path onward from a topic, itself included.
struct Onward {
  Hours hours;
  std::uint32_t topics = 0;
  TopicIndex next = no_index;
};

bool is_better(const Onward& a, const Onward& b) {
  return a.hours != b.hours ? a.hours > b.hours : a.topics < b.topics;
}

CriticalPath measure_delay_hours(const Roadmap& roadmap, const Requisites& graph,
                                 std::vector<TopicMetrics>& metrics) {
  std::vector<Hours> before(graph.topic_count());
  for (const TopicIndex t : graph.order()) {
    const Hours here = before[t] + roadmap.topics()[t].hours.midpoint();
    for (const TopicIndex dependent : graph.dependents(t)) {
      before[dependent] = std::max(before[dependent], here);
    }
  }
  std::vector<Onward> onward(graph.topic_count());
  for (std::size_t at = graph.order().size(); at-- > 0;) {
    const TopicIndex t = graph.order()[at];
    Onward best;
    for (const TopicIndex dependent : graph.dependents(t)) {
      const Onward& rest = onward[dependent];
      // A way on that takes no time is none: the path ends before it.
      const Onward through{rest.hours, rest.topics, dependent};
      if (is_better(through, best)) best = through;
    }
    onward[t] = {best.hours + roadmap.topics()[t].hours.midpoint(), best.topics + 1, best.next};
    metrics[t].delay_hours = before[t] + onward[t].hours;
  }
  CriticalPath path;
  if (onward.empty()) return path;
  TopicIndex first = 0;
  for (TopicIndex t = 1; t < onward.size(); ++t) {
    if (is_better(onward[t], onward[first])) first = t;
  }
  path.total = onward[first].hours;
  for (TopicIndex t = first; t != no_index; t = onward[t].next) path.topics.push_back(t);
  return path;
}

}  // namespace

Metrics curriculum_metrics(const TopicGraph& graph, const RedundancyOptions& options) {
  const Roadmap& roadmap = graph.roadmap();
  const Requisites requisites(graph);
  Metrics metrics;
  metrics.topics.resize(graph.topic_count());
  metrics.edges = requisites.edges();
  metrics.edges_left_out = requisites.edges_left_out();
  metrics.cycles = requisites.cycles();
  for (const std::vector<TopicIndex>& cycle : metrics.cycles) {
    for (const TopicIndex t : cycle) metrics.topics[t].is_on_cycle = true;
  }
  measure_blocking(roadmap, requisites, metrics.topics);
  measure_delay(requisites, metrics.topics);
  measure_centrality(requisites, metrics.topics);
  metrics.critical_path = measure_delay_hours(roadmap, requisites, metrics.topics);
  for (TopicMetrics& topic : metrics.topics) {
    const std::uint64_t whole = std::uint64_t{topic.delay} + topic.blocking;
    topic.complexity = roadmap.has_quarters() ? two_thirds(whole) : Complexity{10 * whole};
  }
  metrics.totals = add_up(roadmap, metrics.topics);
  metrics.sections = add_up_sections(roadmap);
  metrics.redundancy = redundant_prerequisites(graph, options);
  // What is said of or to a whole section is no entry to be struck out.
  std::erase_if(metrics.redundancy.found, [&](const RedundantPrerequisite& found) {
    const RequirementOrigin origin = roadmap.origin(found.entry);
    return origin.named != no_index || origin.said_by != no_index;
  });
  return metrics;
}

std::vector<TopicIndex> top_blockers(const Metrics& metrics, std::size_t count) {
  std::vector<TopicIndex> topics;
  for (TopicIndex t = 0; t < metrics.topics.size(); ++t) {
    if (metrics.topics[t].blocking > 0) topics.push_back(t);
  }
  const auto blocks_more = [&](TopicIndex a, TopicIndex b) {
    const TopicMetrics& left = metrics.topics[a];
    const TopicMetrics& right = metrics.topics[b];
    return std::tie(right.blocking, right.blocking_hours, a) <
           std::tie(left.blocking, left.blocking_hours, b);
  };
  count = std::min(count, topics.size());
  std::ranges::partial_sort(topics, topics.begin() + static_cast<std::ptrdiff_t>(count),
                            blocks_more);
  topics.resize(count);
  return topics;
}

}  // namespace prereq
