// Sections drawn as one card each.
#pragma once

#include <vector>

#include "view/draft.hpp"

namespace prereq {

// Every section that holds topics itself. One flag a section.
std::vector<bool> sections_with_topics(const Roadmap& roadmap);

// Puts one card in the place of everything in each flagged section (the outermost counts). An edge
// between two cards stands for all edges between what they hold, in the strongest of their styles;
// two that need each other have one edge, `both_ways`, from where more needs come. A junction one
// of whose ends was collapsed becomes plain edges. O(V + E log E).
void collapse_sections(Draft& draft, const Roadmap& roadmap, const std::vector<bool>& flags);

}  // namespace prereq
