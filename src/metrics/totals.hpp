// Sums over topics.
#pragma once

#include <vector>

#include "prereq/metrics.hpp"

namespace prereq {

// O(V).
MetricTotals add_up(const Roadmap& roadmap, const std::vector<TopicMetrics>& topics);

// As Metrics::sections. O(V + sections).
std::vector<SectionTotals> add_up_sections(const Roadmap& roadmap);

}  // namespace prereq
