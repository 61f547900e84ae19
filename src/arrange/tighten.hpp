// Takes out the room that Graphviz leaves around rows of titles and between bands.
//
// dot puts the same distance between any two rows. A title wants to be near what it names, and the
// row of anchors above a band is invisible: such gaps are narrowed by moving everything below them
// up, curves included, and what is then empty at the borders is cropped. Only gaps change; what
// stands in a row keeps its shape.
#pragma once

#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

void tighten(const ArrangementPlan& plan, Coordinates& coordinates);

// Moves everything to the origin and sets the size to what is there.
void crop(const ArrangementPlan& plan, Coordinates& coordinates);

}  // namespace prereq
