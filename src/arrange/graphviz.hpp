// The one door to Graphviz: a plan as a cgraph graph, laid out by the linked `dot` engine.
//
// Graphviz is given numbers, and names made here; words of the author only reach the graph that is
// exported (graphviz_export.hpp), never the one that is laid out.
#pragma once

#include <optional>
#include <vector>

#include "arrange/plan.hpp"
#include "prereq/diagnostic.hpp"

namespace prereq {

// Coordinates as Graphviz gave them, turned into pixels with y downwards.
struct Coordinates {
  double width = 0;
  double height = 0;
  std::vector<Point> card_centres;                // parallel to View::cards
  std::vector<std::optional<Box>> section_boxes;  // parallel to View::sections; none when empty
  std::vector<std::optional<Point>> title_centres;
  std::vector<DrawnEdge> edges;  // parallel to View::edges
};

// Nothing, and `layout-failed`, when Graphviz reports an error or leaves an edge without a curve.
std::optional<Coordinates> lay_out(const View& view, const ArrangementPlan& plan,
                                   Diagnostics& diagnostics);

}  // namespace prereq
