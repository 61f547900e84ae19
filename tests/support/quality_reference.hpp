// A slow, obvious reference for measure_quality(): finely sampled curves, everything against
// everything.
#pragma once

#include <cstddef>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

std::size_t crossings_by_brute_force(const View& view, const Drawing& drawing);
std::size_t edges_through_cards_by_brute_force(const View& view, const Drawing& drawing);
std::size_t edges_through_titles_by_brute_force(const Drawing& drawing);

}  // namespace prereq::testing
