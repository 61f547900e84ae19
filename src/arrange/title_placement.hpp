// Where the titles of sections stand: as far left in their box as no edge crosses them.
#pragma once

#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// The title's top left corner. `coordinates` are tightened; the section has a box.
Point place_title(const ArrangementPlan& plan, const Coordinates& coordinates, std::size_t section);

}  // namespace prereq
