// A floor plan for a page of any breadth: rows that keep edges short, sections side by side.
#pragma once

#include "arrange/plan/floor_plan.hpp"

namespace prereq {

// Each item stands right below the lowest that it needs (longest-path layering, Sugiyama, Tagawa
// and Toda 1981), then moves down as far as it can where that shortens more edges than it
// lengthens. What has no edges stands in a grid below the rest of its section. Sections share a
// stretch of the page if one ends before the other begins. Blocks never overlap.
// O((V + E) log V).
FloorPlan find_wide_floor(const PlanProblem& problem);

}  // namespace prereq
