// Runs the built program on small roadmaps.
#pragma once

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

}  // namespace prereq::testing
