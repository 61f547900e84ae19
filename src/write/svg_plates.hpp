// Plates for words that stand on no card, where nobody knows what colour the page has.
#pragma once

#include <vector>

#include "prereq/drawing.hpp"

namespace prereq {

// Behind the heading and the lines below it, and behind the legend; none where there are no words.
std::vector<Box> plates_behind_words(const Drawing& drawing);

}  // namespace prereq
