// Planning and laying out, again where the first result is too wide.
#pragma once

#include <optional>

#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

struct Attempt {
  ArrangementPlan plan;
  Coordinates coordinates;  // tightened
};

// Room that edges between boxes take beside them is only known once Graphviz has drawn them, so a
// picture that came out too wide is layered again for a page that is narrower by as much, a few
// times; the narrowest one wins. Nothing, and `layout-failed`, if Graphviz failed or too many edges
// would pass too many rows even on a page of any width.
std::optional<Attempt> best_attempt(const View& view, const ArrangeOptions& options,
                                    Diagnostics& diagnostics);

}  // namespace prereq
