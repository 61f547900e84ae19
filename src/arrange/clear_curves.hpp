// Takes curves out of cards and titles that they cut into.
//
// dot routes every edge through free room, but the curve it fits there may bulge over the corner
// of a card by a few pixels.
#pragma once

#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// Every part of a curve that enters a card which is not an end of its edge, or a title, gets
// shorter handles, as short as that takes: it keeps its ends and its directions there, and so
// stays smooth. A part that even a straight line would not clear is left as it was.
// O(E log V + parts x cards of the rows they pass).
void clear_curves(const View& view, const ArrangementPlan& plan, Coordinates& coordinates);

}  // namespace prereq
