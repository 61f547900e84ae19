// prereq's own layout: for pictures that are too large for Graphviz, and for when Graphviz fails.
//
// It is plain. Rows come from a floor plan, without search above 150 cards; everything stands where
// that sketches it; lines pass each row through the nearest gap. Downwards only.
#pragma once

#include "arrange/coordinates.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {

struct PlainPage {
  PagePlan plan;
  Coordinates at;
};

// On a page of the width wanted, unless there are more than 5,000 cards or edges would pass more
// than 16,000 rows of it: else as wide as short edges make it. O((V + R) log V) for R rows passed.
PlainPage arrange_plainly(const View& view, ArrangeOptions options);

// Cards, and rows that edges pass, of a quick sketch: what a picture costs whoever places it.
// O((V + E) log V).
std::size_t count_sketched_places(const View& view, const ArrangeOptions& options);

}  // namespace prereq
