// Where the lines of a text stand once it is known which way each runs.
//
// arrange places every line by its left end, as if all ran to the right. What runs to the left
// keeps its place, with its punctuation on the proper side. Where the first line does, such as a
// card's title, all lines can be mirrored in the room that they have: aligned at the right, the
// number before the title, a mark behind its resource.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "prereq/drawing.hpp"

namespace prereq {

struct SetText {
  enum class Anchor : std::uint8_t { left, middle, right };  // what of the line stands at `x`

  const DrawnText* text = nullptr;
  double x = 0;
  Anchor anchor = Anchor::left;
  bool right_to_left = false;
};

// In the order of `lines`, which have to outlive the result. Mirrored, if need be, in a room that
// ends at `right`; without one, every line stays at its left end. Lines that follow each other in
// one role, and lead to one place, are one text: its first letter says which way all of them run.
std::vector<SetText> set_texts(std::span<const DrawnText> lines,
                               std::optional<double> right = std::nullopt);

// The picture's title: one that runs to the left is aligned at the right edge of the page.
std::vector<SetText> set_heading(const Drawing& drawing);

}  // namespace prereq
