// From where Graphviz put everything to coordinates that can be drawn.
#pragma once

#include <vector>

#include "arrange/coordinates.hpp"
#include "arrange/place/placement.hpp"
#include "arrange/plan/page_plan.hpp"
#include "prereq/view.hpp"

namespace prereq {

// Lines are untangled (untangle.hpp), rows set as far apart as they need to be (rows.hpp), and the
// pieces of each line joined. The result begins at the origin.
Coordinates dress(const View& view, const PagePlan& plan, Placement placement);

// Moves everything so that the leftmost and the topmost are at 0. Edges of the placement do not
// count: `edges` are these as they are drawn.
Coordinates at_origin(const PagePlan& plan, Placement placement, std::vector<DrawnEdge> edges);

}  // namespace prereq
