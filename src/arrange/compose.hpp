// Puts the page together: cards and sections where Graphviz placed them, titles in free room,
// heading above, legend below.
#pragma once

#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

Drawing compose(const View& view, const ArrangementPlan& plan, const Coordinates& coordinates);

}  // namespace prereq
