// The one door to Graphviz: a plan as a cgraph graph, laid out by the linked `dot` engine.
//
// Graphviz is given numbers, and names made here; words of the author only reach the graph that is
// exported (graphviz_export.hpp), never the one that is laid out.
#pragma once

#include <optional>

#include "arrange/coordinates.hpp"
#include "arrange/plan.hpp"
#include "prereq/diagnostic.hpp"

namespace prereq {

// Coordinates as Graphviz gives them. Nothing, and `layout-failed`, when Graphviz reports an error
// or leaves an edge without a curve.
std::optional<Coordinates> lay_out(const View& view, const ArrangementPlan& plan,
                                   Diagnostics& diagnostics);

}  // namespace prereq
