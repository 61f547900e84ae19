// Puts the page together: cards, sections and lines where they were placed, heading above, legend
// below.
#pragma once

#include "arrange/coordinates.hpp"
#include "arrange/plan/page_plan.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

Drawing compose(const View& view, const PagePlan& plan, const Coordinates& coordinates);

}  // namespace prereq
