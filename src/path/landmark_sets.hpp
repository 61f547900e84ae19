// Open units without which the root cannot be reached, whatever is chosen: their greatest fixed
// point of landmark sets (Keyder, Richter and Helmert 2010), as bit sets.
#pragma once

#include <cstdint>
#include <vector>

#include "path/plan_task.hpp"
#include "path/reduce.hpp"

namespace prereq {

// By number. Empty when there are more open units than bit sets are affordable for; then the search
// finds them one by one. O(rounds * E * open / 64).
std::vector<std::uint32_t> units_in_every_plan(const PlanTask& task, const Reduction& reduction);

}  // namespace prereq
