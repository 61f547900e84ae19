// Where everything stands, before heading, titles and legend are added. Whoever lays out gives
// this.
#pragma once

#include <optional>
#include <vector>

#include "prereq/drawing.hpp"

namespace prereq {

// Pixels with y downwards.
struct Coordinates {
  double width = 0;
  double height = 0;
  std::vector<Point> card_centres;                // parallel to View::cards
  std::vector<std::optional<Box>> section_boxes;  // parallel to View::sections; none when empty
  std::vector<std::optional<Point>> title_centres;
  std::vector<DrawnEdge> edges;  // parallel to View::edges; without a curve where left out
};

}  // namespace prereq
