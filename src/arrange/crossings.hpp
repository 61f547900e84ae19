// Where edges cross each other.
#pragma once

#include <cstddef>

#include "arrange/flat_edges.hpp"
#include "prereq/view.hpp"

namespace prereq {

// As DrawingQuality::crossings counts them. O(pieces + pairs of pieces that are near each other).
std::size_t count_crossings(const View& view, const Drawing& drawing, const FlatEdges& flat);

}  // namespace prereq
