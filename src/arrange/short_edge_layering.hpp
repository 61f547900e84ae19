// Rows for a page of any breadth, so that edges are short: no bands, no bound.
//
// The rows whose edges pass least rows in all, by network simplex (network_simplex.hpp). Items that
// may stand in several rows at no cost go to the emptiest. Items of boxes that end the picture, and
// lead nowhere, share the last row. Titles take no rows.
#pragma once

#include "arrange/row_schedule.hpp"

namespace prereq {

// Every prerequisite stands above its dependents. Cost: as for shortest_ranks(), bounded by a fixed
// count of steps.
Layering layer_by_short_edges(const ScheduleInput& input);

}  // namespace prereq
