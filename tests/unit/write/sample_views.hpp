// Views of parts of a small roadmap that have everything in them that only parts have.
#pragma once

#include <vector>

#include "prereq/view.hpp"

namespace prereq::testing {

// A path with something known; the whole with what is known and resources; a neighbourhood;
// collapsed sections that need each other; a page of a split roadmap; cycles; the
// critical path and what blocks most, both among topics and among collapsed sections; what
// blocks most on a path, and beside resources.
std::vector<View> sample_views();

}  // namespace prereq::testing
