// The one door to Graphviz: a plan as a cgraph graph, laid out by the linked `dot` engine.
//
// Graphviz is given numbers, and names made here; words of the author only reach the graph that is
// exported (graphviz_export.hpp), never the one that is laid out.
#pragma once

#include <optional>
#include <string>

#include "arrange/coordinates.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// Coordinates as Graphviz gives them. Nothing, and why in `failure`, when Graphviz reports an error
// or leaves an edge without a curve. In this process: for a child of its own see dot_engine.hpp.
std::optional<Coordinates> lay_out_by_graphviz(const View& view, const ArrangementPlan& plan,
                                               std::string& failure);

}  // namespace prereq
