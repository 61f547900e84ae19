// Work in a forked child, with limits of time and memory: a crash or a hang there is a result here.
//
// The child runs no other program. It cannot be heard: what it writes to the standard streams is
// lost. It dies with the process that started it. Not for code that other threads share locks with,
// unless these are free when the child is made.
#pragma once

#include <functional>
#include <string>

#include "prereq/arrange.hpp"

namespace prereq {

struct ChildResult {
  bool finished = false;
  bool timed_out = false;
  std::string bytes;    // what the work returned, if it finished; to be checked like any input
  std::string failure;  // else what happened, such as "took longer than 60 s"
};

// `work` runs in the child, which ends after it whatever it throws. Its result may be as large as
// the child's memory. Blocks no signal; safe to be called by several threads.
ChildResult run_in_child(const std::function<std::string()>& work, const LayoutLimits& limits);

}  // namespace prereq
