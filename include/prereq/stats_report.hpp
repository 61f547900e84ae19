// Curriculum metrics for people and programs. Every function returns the whole output, ending in a
// line break.
#pragma once

#include <cstddef>
#include <string>

#include "prereq/metrics.hpp"

namespace prereq {

struct StatsTextOptions {
  std::size_t columns = 80;  // at least 60
  bool color = false;        // SGR escapes
  // Every topic by declaration, and everything redundant; else the ten that block most, and ten.
  bool all = false;
};

// For a terminal, as the texts of path_report.hpp. Numbers of more than seven digits are rounded.
std::string stats_text(const TopicGraph& graph, const Metrics& metrics,
                       const StatsTextOptions& options = {});

// `"version": 1` and members as in the guide; hours are numbers, numbers above 2^53 strings.
std::string stats_json(const TopicGraph& graph, const Metrics& metrics);

// RFC 4180 with line feeds: a header, then a row for each topic by declaration. Centrality is exact
// digits, `saturated` says whether it is only at least that.
std::string stats_csv(const TopicGraph& graph, const Metrics& metrics);

}  // namespace prereq
