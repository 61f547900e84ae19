// What Graphviz's own `dot` makes of the cards and edges of a drawing, as a drawing of its own.
#pragma once

#include <string>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

// What is handed to it: the same cards in their sizes, the same edges and the same distances, and
// nothing else: no sections, rows, titles or words.
std::string plain_dot_text(const View& view, const Drawing& ours);

// The program `dot` is run. A failure of the test, and an empty drawing, if that fails.
Drawing draw_with_plain_dot(const View& view, const Drawing& ours);

}  // namespace prereq::testing
