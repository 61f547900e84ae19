// The legend: one entry for each style that the view uses, where more than one does.
#pragma once

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// Entries in as few lines of at most `width_px` as can be, those as even as can be, the first
// line's top at y = 0. Sets `height_px`.
std::vector<DrawnLegendEntry> make_legend(const View& view, double width_px, double& height_px);

}  // namespace prereq
