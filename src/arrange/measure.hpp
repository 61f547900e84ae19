// How large every card is, and what stands on which of its lines.
#pragma once

#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// A card at the origin: its box and its lines relative to the box's top left corner.
DrawnCard measure_card(const ViewCard& card);

// A section's title and detail on one line, at the origin; x and y are of the line's top left.
struct MeasuredTitle {
  std::vector<DrawnText> lines;
  double width = 0;
  double height = 0;
};
// Wrapped at `wrap_px`, in at most `most_lines`.
MeasuredTitle measure_section_title(const ViewSection& section, double wrap_px,
                                    std::size_t most_lines);

}  // namespace prereq
