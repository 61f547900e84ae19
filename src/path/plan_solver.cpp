#include "path/plan_solver.hpp"

#include <algorithm>
#include <numeric>

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

// Of all groups of which some entries are wanted, entries times wanted: what their clauses take
// (clause_form.hpp). For more than a few, a plan is first looked for that needs no search; more
// than the most would be gigabytes.
constexpr std::uint64_t few_counters = 100'000;
constexpr std::uint64_t most_counters = 4'000'000;

std::uint64_t count_counters(const PlanTask& task, const Reduction& reduction) {
  std::uint64_t counters = 0;
  for (std::uint32_t n = 0; n < task.nodes.size(); ++n) {
    const PlanNode& node = task.nodes[n];
    const bool is_counted = node.least > 1 && node.least < node.entries.size();
    if (is_counted && reduction.node_met[n] == 0) {
      counters += std::uint64_t{node.least} * node.entries.size();
    }
  }
  return counters;
}

// The least that the entries of a group which are units weigh, whatever they need in turn.
Weight least_weight(const PlanTask& task, const Reduction& reduction, std::uint32_t node) {
  std::vector<Weight> weights;
  for (const Ref ref : task.entries(node)) {
    const bool costs = ref.is_unit() && reduction.fate[ref.index()] != Fate::forced;
    weights.push_back(costs ? task.units[ref.index()].weight : 0);
  }
  std::ranges::sort(weights);
  return std::accumulate(weights.begin(), weights.begin() + task.nodes[node].least, Weight{0});
}

// Without a search: what is forced, and with it the group of a forced unit that weighs most.
PlanSolution greedy_solution(const PlanTask& task, const Reduction& reduction) {
  PlanSolution solution;
  solution.plan = GreedyPlanner(task, reduction).first_plan();
  solution.weight = weight_of(task, solution.plan);
  Weight forced = 0;
  Weight group = 0;
  for (std::uint32_t u = 0; u < task.units.size(); ++u) {
    if (reduction.fate[u] != Fate::forced) continue;
    forced += task.units[u].weight;
    for (const Ref need : task.needs(u)) {
      if (!need.is_node() || reduction.node_met[need.index()] != 0) continue;
      group = std::max(group, least_weight(task, reduction, need.index()));
    }
  }
  solution.lower_bound = forced + group;
  return solution;
}

}  // namespace

PlanSolution solve_plan(const PlanTask& task, std::chrono::steady_clock::time_point deadline) {
  const Reduction reduction = reduce(task);
  if (reduction.open_units == 0) return forced_plan(task, reduction);
  if (const std::uint64_t counters = count_counters(task, reduction); counters > few_counters) {
    PlanSolution greedy = greedy_solution(task, reduction);
    if (counters > most_counters || greedy.lower_bound == greedy.weight) return greedy;
  }

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
