// In which order the columns of each band stand from left to right.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/row_schedule.hpp"

namespace prereq {

// The boxes of each band, left to right, so that edges between boxes run as little
// sideways as hill climbing over swaps can find. Groups stay together. Bounded by a fixed count of
// edge visits.
std::vector<std::vector<std::uint32_t>> order_columns(const ScheduleInput& input,
                                                      const std::vector<ScheduledColumn>& columns);

}  // namespace prereq
