// Curriculum metrics: which topics hold others up, and how long the chains are.
//
// Definitions of Heileman, Abdallah, Slim and Hickman, "Curricular Analytics" (arXiv:1811.09676,
// 2018). The graph is that of all requisites: an edge for each pair of a topic and one that it
// requires, as an alternative or not, or has as a corequisite. Recommendations are no edges, and a
// pair that is named twice is one edge.
//
// Paths need a graph without cycles, but alternatives and corequisites may close some. The edges
// inside a strongly connected component are therefore left out of delay, centrality and the
// critical path (not of blocking, which any graph has), and Metrics::cycles says which those are.
// Pure functions of a graph; safe to call from several threads.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "prereq/hours.hpp"
#include "prereq/path.hpp"
#include "prereq/redundancy.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

// A whole number of 128 bits. There can be 2^k paths through 2k topics, so sums stop at the largest
// value: that one means "at least this".
struct Count128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  constexpr bool is_saturated() const { return high == UINT64_MAX && low == UINT64_MAX; }
  friend constexpr auto operator<=>(const Count128&, const Count128&) = default;
};
std::string to_string(Count128 count);  // decimal digits

// Hours added up over topics that have added up hours themselves: exact beyond what Hours holds.
struct HoursSum {
  Count128 seconds;

  constexpr HoursSum() = default;
  // Requires: not negative.
  constexpr HoursSum(Hours hours)  // NOLINT(google-explicit-constructor): one summand is a sum
      : seconds{0, static_cast<std::uint64_t>(hours.seconds())} {}
  friend constexpr auto operator<=>(const HoursSum&, const HoursSum&) = default;
};
// As format_hours of Hours.
std::string format_hours(const HoursSum& sum);

// Delay and blocking together; in a curriculum of quarters two thirds of that, rounded to one
// decimal. Exact in tenths.
struct Complexity {
  std::uint64_t tenths = 0;

  friend constexpr auto operator<=>(const Complexity&, const Complexity&) = default;
};
std::string to_string(Complexity complexity);  // "27", "4.7"

struct TopicMetrics {
  std::uint32_t blocking = 0;  // other topics that depend on it, directly or not
  std::uint32_t delay = 1;     // topics of the longest path through it
  // Over all paths from a source to a sink with it strictly inside, the sum of their topics.
  Count128 centrality;
  Complexity complexity;
  Hours blocking_hours;      // of the topics that `blocking` counts
  Hours delay_hours;         // of the path through it that takes most hours
  bool is_on_cycle = false;  // some of its edges were left out of the paths
};

struct MetricTotals {
  std::uint64_t blocking = 0;
  std::uint64_t delay = 0;
  Count128 centrality;
  Complexity complexity;  // the sum of the rounded ones
  Hours hours;            // of all topics
  HoursSum blocking_hours;
  HoursSum delay_hours;
  std::uint32_t guessed = 0;  // topics whose hours nobody stated
};

struct SectionTotals {
  SectionIndex section = no_index;  // no_index: the topics without one
  std::uint32_t topics = 0;         // those of nested sections included
  Hours hours;                      // the same
  std::uint32_t guessed = 0;        // the same
};

struct Metrics {
  std::vector<TopicMetrics> topics;  // by declaration
  MetricTotals totals;
  std::uint64_t edges = 0;           // pairs of topics
  std::uint64_t edges_left_out = 0;  // of those, the ones that lie on cycles
  // The topics of each cycle, or of several that share topics, by declaration; the same order among
  // them by their first ones.
  std::vector<std::vector<TopicIndex>> cycles;
  // The path with most hours; of those the one with fewest topics, then the first declared ones.
  CriticalPath critical_path;
  std::vector<SectionTotals> sections;  // by declaration; last, if any, topics without a section
  Redundancy redundancy;                // see redundancy.hpp
};

// Hours are midpoints of ranges. O(V + E), except redundancy (see there) and blocking:
// O(V (V + E) / 512), in O(V + E) memory.
Metrics curriculum_metrics(const TopicGraph& graph, const RedundancyOptions& options = {});

// The at most `count` topics that block others and block most; of those that block equally many,
// the ones that block most hours, then by declaration. O(V log V).
std::vector<TopicIndex> top_blockers(const Metrics& metrics, std::size_t count);

}  // namespace prereq
