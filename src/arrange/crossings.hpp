// Where edges cross each other.
#pragma once

#include <cstddef>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// As DrawingQuality::crossings counts them; where there are more than five million, or very many
// lines stand close together, those of a part of the picture. O(P log P + pairs of pieces that one
// stripe of the picture has at one height), for P straight pieces that stand for the curves.
std::size_t count_crossings(const View& view, const Drawing& drawing);

}  // namespace prereq
