// Where along its row everything stands, without Graphviz: as sketched, pushed apart where the
// sketch is too tight.
#pragma once

#include <vector>

#include "arrange/plan/page_plan.hpp"

namespace prereq {

struct AlongRows {
  std::vector<double> cards;   // centres, parallel to PagePlan::cards
  std::vector<double> titles;  // centres, parallel to PagePlan::titles; 0 for one without a slot
  std::vector<double> left;    // of the boxes of sections
  std::vector<double> right;
  std::vector<double> entrance;  // doors, 0 for none
  std::vector<double> exit;
};

// In the order of the rows, no two things closer than they may be; borders are straight. Slots of
// kind `pass` have no place. O(slots) beyond a sort.
AlongRows place_along_rows(const PagePlan& plan);

}  // namespace prereq
