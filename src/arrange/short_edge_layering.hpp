// Rows for a page of any breadth, so that edges are short: no bands, no bound.
//
// For pictures that run down: the rows that edges pass fewest of in all, by network simplex
// (network_simplex.hpp); items that may stand in several rows at no cost go to the emptiest.
//
// For pictures that run to the right, where Graphviz leads edges through cards that stand in a line
// with both their ends: every item starts one row below the lowest of its prerequisites
// (longest-path layering, Sugiyama, Tagawa and Toda 1981) and then moves, in a fixed number of
// sweeps, to the end of its free stretch where most of its edges are. That is close to the
// shortest.
//
// Items of boxes that end the picture, and lead nowhere, share the last row. Boxes with items are
// one band, those higher up further left, if any is drawn and titles take rows: these are above the
// first of what the box holds.
#pragma once

#include "arrange/row_schedule.hpp"

namespace prereq {

// Every prerequisite stands above its dependents. Cost: as for shortest_ranks(), bounded by a fixed
// count of steps.
Schedule schedule_by_short_edges(const ScheduleInput& input);

}  // namespace prereq
