// Rows for a page of any breadth, so that edges are short: no bands, no bound.
//
// Every item starts one row below the lowest of its prerequisites (longest-path layering, Sugiyama,
// Tagawa and Toda 1981) and then moves, in a fixed number of sweeps, to the end of its free stretch
// where most of its edges are: what only network simplex would make optimal comes out close to it.
// Items of boxes that end the picture, and lead nowhere, share the last row. Titles take no rows.
#pragma once

#include "arrange/row_schedule.hpp"

namespace prereq {

// O(V + E). Every prerequisite stands above its dependents.
Layering layer_by_short_edges(const ScheduleInput& input);

}  // namespace prereq
