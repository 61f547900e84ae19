// The cheapest plan of a task, with a proof.
//
// 1. reduce.hpp settles what needs no search; without open units that is the answer.
// 2. A plan is built greedily (additive_cost.hpp), cleared of what it can do without, and improved
//    by taking parts out and mending it.
// 3. Core-guided search: assume that no open unit is in the plan. Whatever set of assumptions turns
//    out to be contradictory (a disjunctive landmark: one of these units is in every plan) raises
//    the lower bound by its smallest weight. Once what is left can be satisfied, the cores found
//    are charged for together (core_prices.hpp) and relaxed, until nothing is left: that is a
//    cheapest plan. Heavy units first (stratification), units too heavy for any better plan struck
//    out (hardening). A model that hangs on a cycle of alternatives is excluded by loop clauses and
//    the search goes on.
//    A core of several costs further what more than one of it, more than two, … break: Andres,
//    Kaufmann, Matheis and Schaub, "Unsatisfiability-based optimization in clasp", 2012, and
//    Morgado, Dodaro and Marques-Silva, "Core-guided MaxSAT with soft cardinality constraints",
//    2014; Ansótegui, Bonet, Gabàs and Levy, "Improving SAT-based weighted MaxSAT solvers", 2012.
//    The landmark view is that of Bonet and Helmert, "Strengthening landmark heuristics via hitting
//    sets", 2010.
// 4. All cheapest plans satisfy the assumptions that are left; so with these as clauses, the units
//    are tried in order of number: one that some cheapest plan still contains is taken. That is the
//    plan the tie-break asks for, whatever was found on the way.
//
// The lower bound holds at any time, so the search can stop at a deadline. Where groups want many of
// many entries, step 2 is all if a simple bound proves it, or if clauses would take gigabytes.
#pragma once

#include <chrono>
#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

struct PlanSolution {
  std::vector<char> plan;  // by unit; all of it can be learned, and the root is
  Weight weight = 0;
  Weight lower_bound = 0;  // no plan weighs less
  bool optimal = false;    // the one plan that cost, number of topics and tie-break ask for
};

// Requires: the task can be solved (make_plan_task returned it). NP-hard; polynomial without open
// units.
PlanSolution solve_plan(const PlanTask& task, std::chrono::steady_clock::time_point deadline);

}  // namespace prereq
