// Looks for the choices whose floor plan costs a reader least.
//
// Coordinate descent from the best of a few shapes: one block after the other gets other columns,
// opens earlier or later, goes to another side or changes its turn, and what costs less is kept,
// until nothing does. Then a few choices are shaken, and all is done again, until the work is done
// that a picture of this size is worth. Deterministic: work is counted, not timed.
#pragma once

#include <vector>

#include "arrange/plan/estimate.hpp"
#include "arrange/plan/floor_plan.hpp"

namespace prereq {

// The best few, the best one first: which of them is drawn best only shows once every line has its
// way (ways.hpp). At least one.
std::vector<FloorPlan> find_floor_plans(const PlanProblem& problem);

}  // namespace prereq
