#include "path/plan_solver.hpp"

#include <algorithm>

#include "path/core_search.hpp"
#include "path/greedy_plan.hpp"
#include "path/reduce.hpp"

namespace prereq {
namespace {

// Conflicts before the first attempt to find a better plan by hand, and how many there are for each
// round of one.
constexpr std::uint64_t first_conflicts = 4000;
constexpr std::uint64_t conflicts_for_a_round = 10;

PlanSolution forced_plan(const PlanTask& task, const Reduction& reduction) {
  PlanSolution solution;
  for (const Fate fate : reduction.fate) solution.plan.push_back(fate == Fate::forced ? 1 : 0);
  solution.weight = solution.lower_bound = weight_of(task, solution.plan);
  solution.optimal = true;
  return solution;
}

}  // namespace

PlanSolution solve_plan(const PlanTask& task, std::chrono::steady_clock::time_point deadline) {
  const Reduction reduction = reduce(task);
  if (reduction.open_units == 0) return forced_plan(task, reduction);

  GreedyPlanner greedy(task, reduction);
  CoreSearch search(task, reduction, deadline);
  search.offer(greedy.first_plan());
  std::uint64_t conflicts = first_conflicts;
  bool found = search.run(conflicts);
  while (!found && std::chrono::steady_clock::now() < deadline) {
    std::vector<char> plan = search.best();
    greedy.improve(plan, deadline, conflicts / conflicts_for_a_round);
    search.offer(plan);
    conflicts += conflicts / 2;
    found = search.run(conflicts);
  }
  PlanSolution solution;
  solution.optimal = found && search.break_ties();
  solution.plan = search.best();
  solution.weight = search.best_weight();
  solution.lower_bound = found ? solution.weight : search.lower_bound();
  return solution;
}

}  // namespace prereq
