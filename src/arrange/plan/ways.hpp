// Finds the way of each line past the rows between its ends.
//
// A line that leads further than to the next row passes the rows in between, each between two of
// what stands there. Which two is found for one line after the other by dynamic programming over
// the rows: least cost is where lines cross least, then where they stay near the straight line.
// Lines that were led first are led again once all others have their way.
#pragma once

#include "arrange/plan/page_plan.hpp"

namespace prereq {

// Adds a slot of kind `pass` to each row that an edge passes, and fills in `passes`.
// O(rounds x edges x rows that each passes x places on a row, squared).
void find_ways(const View& view, PagePlan& plan);

}  // namespace prereq
