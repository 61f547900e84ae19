// A small drawing with everything in it that a drawing can have, made by hand.
#pragma once

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

struct Sample {
  View view;
  Drawing drawing;
};

// Two sections, a linked topic, an optional and an assumed one, a milestone, a goal, a junction,
// the links of a section, an edge of each style, a heading and a whole legend.
Sample sample_drawing();

// The same with `text` in every field that an author can write.
Sample sample_drawing_with(const std::string& text);

}  // namespace prereq::testing
