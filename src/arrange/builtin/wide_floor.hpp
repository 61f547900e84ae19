// A floor plan for a page of any breadth: rows that keep edges short, sections side by side.
#pragma once

#include "arrange/plan/floor_plan.hpp"

namespace prereq {

// Edges pass as few rows as can be (network_simplex.hpp). What has no edges stands in a grid below
// the rest of its section. Sections share a stretch of the page if one ends before the other
// begins. Blocks never overlap. Cost: as for shortest_ranks(), bounded by a fixed count of steps.
FloorPlan find_wide_floor(const PlanProblem& problem);

}  // namespace prereq
