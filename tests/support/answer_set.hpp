// The shortest path as an answer-set program: a formulation that shares nothing with prereq's own
// but the roadmap, for clingo to solve. What is learned is what the rules found, so a set that
// hangs on a cycle is no answer set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "prereq/path.hpp"

namespace prereq::testing {

// Requires: no corequisites, nothing assumed. Holds only what the targets lead to.
std::string answer_set_program(const Roadmap& roadmap, const Targets& targets);

struct Optimum {
  bool reachable = false;
  bool proven = false;  // of a reachable one; not if time ran out
  std::int64_t seconds = 0;
  std::size_t topics = 0;
  double cpu_seconds = 0;  // of its work from reading on, as clingo measured it
};

// Runs the program with `clingo` and the further arguments.
Optimum clingo_optimum(const std::string& clingo, const std::string& program,
                       const std::vector<std::string>& arguments = {});

}  // namespace prereq::testing
