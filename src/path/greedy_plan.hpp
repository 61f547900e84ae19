// Good plans quickly, without a proof.
#pragma once

#include <chrono>
#include <vector>

#include "path/plan_task.hpp"
#include "path/reduce.hpp"
#include "path/support.hpp"

namespace prereq {

class GreedyPlanner {
 public:
  GreedyPlanner(const PlanTask& task, const Reduction& reduction);

  // The supporters with the least additive cost. O((V + E) log V).
  std::vector<char> first_plan();

  // Takes out what the plan can do without, heaviest first. The plan must reach the root. At most
  // a fixed amount of work.
  void tidy(std::vector<char>& plan);

  // Large-neighbourhood search: takes some units out of the plan, mends the rest greedily and goes
  // on from there unless it is much heavier than the best (record-to-record travel: Dueck 1993).
  // Stops at the deadline, after `rounds`, or after a fixed amount of work. Always makes the same
  // moves.
  void improve(std::vector<char>& plan, std::chrono::steady_clock::time_point deadline,
               std::uint64_t rounds);

 private:
  bool complete(std::vector<char>& plan, const std::vector<Weight>& weight);

  const PlanTask& task_;
  const Reduction& reduction_;
  Support support_;
  std::uint64_t random_ = 0x9E3779B97F4A7C15;
};

}  // namespace prereq
