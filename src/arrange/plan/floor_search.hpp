// Looks for the choices whose floor plan costs a reader least.
//
// Coordinate descent from the best of a few shapes: one block after the other gets other columns,
// opens earlier or later, goes to another side or before another block, and what costs less is
// kept, until nothing does. Then a few choices are shaken, and the blocks around them are looked at
// again, until the work is done that a picture of this size is worth. What is known to change
// nothing is not tried, and of plans that come out the same only the first is judged.
// Deterministic: work is counted, not timed.
#pragma once

#include <vector>

#include "arrange/plan/estimate.hpp"
#include "arrange/plan/floor_plan.hpp"

namespace prereq {

// The best few, the best one first: which of them is drawn best only shows once every line has its
// way (ways.hpp). At least one.
std::vector<FloorPlan> find_floor_plans(const PlanProblem& problem);

}  // namespace prereq
