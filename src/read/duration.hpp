// Durations as course tables write them: "6 weeks, 5–7 hours/week", "90 min", "10 h".
#pragma once

#include <optional>
#include <string_view>

#include "prereq/hours.hpp"

namespace prereq {

// The hours of work, from the duration and the effort; either may say all, both may be one cell.
// Nothing if they do not say: weeks without hours a week are no hours of work.
std::optional<HoursRange> read_duration(std::string_view duration, std::string_view effort);

}  // namespace prereq
