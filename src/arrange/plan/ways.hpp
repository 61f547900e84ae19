// Finds the way of each line past the rows between its ends.
//
// A line that leads further than to the next row passes the rows in between, each between two of
// what stands there. Which two is found for one line after the other by dynamic programming over
// the rows: least cost is where lines cross least, then where they stay near the straight line.
// Lines that were led first are led again once all others have their way.
#pragma once

#include <cstddef>

#include "arrange/plan/page_plan.hpp"

namespace prereq {

// What the lines of a page plan cost its reader, as sketched.
struct WaysCost {
  std::size_t crossings = 0;
  std::size_t turns = 0;
  double length = 0;  // along the rows
};

// Adds a slot of kind `pass` to each row that an edge passes, and tells what came of it.
// O(rounds x edges x rows that each passes x places on a row, squared).
// Fewer rounds tell roughly what it will come to.
inline constexpr int most_way_rounds = 4;
WaysCost find_ways(const View& view, PagePlan& plan, int rounds = most_way_rounds);

}  // namespace prereq
