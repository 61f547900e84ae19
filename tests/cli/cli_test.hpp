// Runs the built program on small roadmaps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/run_program.hpp"

namespace prereq::testing {

inline Outcome prereq(std::vector<std::string> arguments, const RunOptions& options = {}) {
  arguments.insert(arguments.begin(), PREREQ_PROGRAM);
  return run_program(arguments, options);
}

inline const std::vector<std::string> all_commands = {
    "check",     "render", "path",  "why",    "next",    "show", "goals",       "stats",
    "resources", "import", "embed", "schema", "explain", "new",  "completions", "manual"};

// Without anything to complain about.
inline constexpr std::string_view small_roadmap = R"(title: Small
topics:
  algebra: {hours: 40}
  calculus:
    hours: 20
    requires: [{topic: algebra, because: slopes are equations}]
  statistics: {hours: 30, requires: [algebra]}
goals:
  analyst: {title: Analyst, requires: [calculus, statistics]}
)";

// A warning: calculus brings algebra along.
inline constexpr std::string_view roadmap_with_warning = R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  physics: {hours: 30, requires: [algebra, calculus]}
)";

// An error, and the same warning.
inline constexpr std::string_view roadmap_with_error = R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  physics: {hours: 30, requires: [algebra, calculus, algebr]}
)";

// A list of edges, between two layers that are joined at random: Graphviz takes minutes.
inline std::string long_work() {
  std::string csv = "prerequisite,topic\n";
  std::uint32_t state = 7;
  for (int i = 0; i < 9000; ++i) {
    state = (state * 1103515245U + 12345U) % 0x80000000U;
    const std::uint32_t number = state >> 8;
    csv += "t" + std::to_string(number % 3000) + ",u" + std::to_string(number / 3000 % 3000) + "\n";
  }
  return csv;
}

}  // namespace prereq::testing
