// Finds a better way for each edge through the rows that it passes.
#pragma once

#include "arrange/row_graph.hpp"
#include "arrange/row_places.hpp"

namespace prereq {

// One edge after the other is taken out and led anew through the places between what stands in the
// rows, by the cheapest way there is: crossings first, then pixels sideways, and no foreign section
// if it can be helped. Everything else keeps its place meanwhile. `at` tells where all of it stands
// now; the centres of what moves are changed there. Bounded by a fixed count of steps.
// O(rounds x edges x rows passed x squared length of rows).
void reroute_edges(RowGraph& graph, RowPlaces& at);

}  // namespace prereq
