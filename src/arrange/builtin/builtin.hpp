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
  Coordinates at;  // edges without a curve are left out
};

// What a picture may hold. It is counted, not timed: the same picture on every machine.
struct PlainBounds {
  std::size_t places = 1'000'000;  // that lines take, one on each row from end to end
  std::size_t slots = 4'000'000;   // cards, and each row of each section's box
};

// On a page of the width wanted, unless there are more than 5,000 cards or edges would pass more
// than 16,000 rows of it: else as wide as short edges make it. Of lines that take more places than
// there may be, the longest are left out; all of them, and rows with them, where boxes would reach
// over too many rows. O((V + R) log V) for R rows passed.
PlainPage arrange_plainly(const View& view, ArrangeOptions options, const PlainBounds& bounds = {});

// The cards alone: each section's in a grid, without a line. O(V log V).
PlainPage arrange_without_lines(const View& view, ArrangeOptions options);

// Cards, and rows that edges pass, of a quick sketch: what a picture costs whoever places it.
// O((V + E) log V).
std::size_t count_sketched_places(const View& view, const ArrangeOptions& options);

}  // namespace prereq
