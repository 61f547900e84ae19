// What Graphviz's own `dot` makes of the cards and edges of a drawing, as a drawing of its own.
#pragma once

#include <cstdint>
#include <string>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

enum class DotSections : std::uint8_t {
  none,
  clusters,  // with room for their titles
};

// What is handed to it: the same cards in their sizes, the same edges and like distances, and
// nothing else but sections: no rows, no words. An edge that ends at a section's box is one of its
// first card, cut off at the cluster's border; without clusters, of that card.
std::string plain_dot_text(const View& view, const Drawing& ours,
                           DotSections sections = DotSections::none);

// Runs the program `dot`. Throws std::runtime_error if that fails.
Drawing draw_with_plain_dot(const View& view, const Drawing& ours,
                            DotSections sections = DotSections::none);

// The topics, goals, sections and edges of the view as a person would write them: with titles, and
// the sizes that dot gives them.
std::string handwritten_dot(const View& view);

}  // namespace prereq::testing
