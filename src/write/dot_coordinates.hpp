// Where things of a drawing stand, as Graphviz's attributes say it: points of 1/72 inch, one for a
// pixel, from the bottom left. Each is in quotes where DOT needs them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/drawing.hpp"

namespace prereq {

std::string dot_inches(double px);
std::string dot_page(const Drawing& drawing);
std::string dot_box(const Box& box, const Drawing& drawing);
std::string dot_centre(const Box& box, const Drawing& drawing);

// The middle of a title's lines. Requires: there is one.
std::string dot_middle(const std::vector<DrawnText>& lines, const Drawing& drawing);

// `pos` of an edge; `both_ways` gives it an arrow at its beginning too.
std::string dot_curve(const DrawnEdge& edge, bool both_ways, const Drawing& drawing);

// `pos` of an edge to a pennant, which stands directly below its card: hardly any way at all.
std::string dot_step(const Box& pennant, const Drawing& drawing);

// A label broken where the drawing breaks it. As it is where the drawing says it in other words.
std::string dot_wrapped(std::string_view title, const std::vector<DrawnText>& lines);

}  // namespace prereq
