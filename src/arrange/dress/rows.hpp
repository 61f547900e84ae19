// Sets rows as far apart as they need to be, and draws the boxes of sections around what they hold.
#pragma once

#include "arrange/place/placement.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {

struct RowBand {
  double top = 0;
  double bottom = 0;
};

// Graphviz sets all rows equally far apart. Between two rows there has to be room for the lines
// that run sideways there, and for the borders of sections that end or begin; below a title there
// is nothing but its section's cards. Lines are stretched or squeezed with the gaps.
// O(V + points of curves x log rows).
// `levels` says how many lines run sideways above one another below each row.
// The top and bottom of each row, afterwards, are returned.
std::vector<RowBand> set_rows(const PagePlan& plan, const std::vector<std::uint32_t>& levels,
                              Placement& placement);

}  // namespace prereq
