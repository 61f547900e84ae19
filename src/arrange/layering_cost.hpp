// What a reader pays for a layering: the estimate that layering.cpp minimises.
#pragma once

#include "arrange/row_schedule.hpp"

namespace prereq {

// Pixels of height, with room that is too wide, long edges and half-empty boxes priced in. O(V + E
// + rows x boxes).
double layering_cost(const ScheduleInput& input, const Layering& layering);

}  // namespace prereq
