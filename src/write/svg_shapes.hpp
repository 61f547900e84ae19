// Shapes of a drawing as path data.
#pragma once

#include <string>

#include "prereq/drawing.hpp"

namespace prereq {

inline constexpr double card_radius = 6;
inline constexpr double section_radius = 10;
inline constexpr double band_width = 5;

// The colour band at the left edge of a card, rounded like it and over its border.
std::string band_path(const Box& card);

// A square on its corner; `reach` from its centre to each.
std::string diamond_path(Point centre, double reach);

// A flag: its right edge cut in, no deeper than a third of the width.
std::string flag_path(const Box& box);

// A flag with two tips that begins at a mast: straight on the left, cut in deeper on the right.
std::string pennant_path(const Box& box);

// The edge's line. Goes on in a straight line to the head where the curve ends before it.
// Requires: 3n + 1 points.
std::string edge_path(const DrawnEdge& edge);

// The head, a triangle ending at the arrow's tip in the direction of the edge's end; empty for an
// edge without.
std::string arrow_path(const DrawnEdge& edge);

}  // namespace prereq
