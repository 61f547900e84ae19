// The one door to Graphviz: a page plan, placed by the linked `dot` engine.
#pragma once

#include <optional>
#include <string>

#include "arrange/place/placement.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {

// Coordinates as Graphviz gives them, and the boxes of sections around what stands in them.
// Nothing, and why in `failure`, when Graphviz reports an error or leaves an edge without a curve.
// In this process: for a child of its own see placer.hpp.
std::optional<Placement> place_by_graphviz(const View& view, const PagePlan& plan,
                                           std::string& failure);

}  // namespace prereq
