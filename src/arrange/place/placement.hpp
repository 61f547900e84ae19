// Where Graphviz put everything, still with the rows and pieces that the plan is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "arrange/curve.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

// Part of an edge's line, from one row to the next.
struct PlacedPiece {
  std::uint32_t upper_row = 0;
  std::vector<Point> curve;  // 3n + 1 points of cubic Bézier curves, from the upper row downwards
};

struct PlacedEdge {
  std::vector<PlacedPiece> pieces;  // along the rows
  std::optional<Point> arrow_tip;   // at the end of the last piece, or before the first
  bool leads_up = false;            // the dependent is at the start of the first piece
};

// Pixels, y downwards.
struct Placement {
  std::vector<Point> card_centres;                  // parallel to View::cards
  std::vector<std::optional<Point>> title_centres;  // parallel to View::sections
  std::vector<Extent> section_boxes;                // empty for a section that is not drawn
  std::vector<PlacedEdge> edges;                    // parallel to View::edges
};

}  // namespace prereq
