// Sets rows as far apart as they need to be, and draws the boxes of sections around what they hold.
#pragma once

#include "arrange/coordinates.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {

// Graphviz sets all rows equally far apart. Between two rows there has to be room for the lines
// that run sideways there, and for the borders of sections that end or begin; below a title there
// is nothing but its section's cards. Lines are stretched or squeezed with the gaps.
// O(V + points of curves x log rows).
void set_rows(const PagePlan& plan, Coordinates& coordinates);

}  // namespace prereq
