// What depends on each topic, counted for many at once.
#pragma once

#include "metrics/requisites.hpp"
#include "prereq/metrics.hpp"

namespace prereq {

// Sets `blocking` and `blocking_hours` of every topic; `metrics` has one entry a topic. One pass
// over the graph, backwards, for each 512 dependents: one bit each for whether they are reached.
// O(V (V + E) / 512), and 64 bytes a topic.
void measure_blocking(const Roadmap& roadmap, const Requisites& requisites,
                      std::vector<TopicMetrics>& metrics);

}  // namespace prereq
