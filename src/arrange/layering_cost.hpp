// What a reader pays for a layering: the estimate that layering.cpp minimises.
#pragma once

#include "arrange/row_schedule.hpp"

namespace prereq {

// Pixels of height, with room that is too wide, long edges and half-empty boxes priced in. O(V + E
// + rows x boxes).
double layering_cost(const ScheduleInput& input, const Layering& layering);

// The room of the boxes that stand side by side because any of them share a row, also through
// others: those in the picture's widest band. O(V + E + boxes log boxes).
double widest_band_px(const ScheduleInput& input, const Layering& layering);

}  // namespace prereq
