// Laying out in rows of our own, on pages of several widths, and keeping what reads best.
#pragma once

#include <optional>

#include "arrange/attempt.hpp"

namespace prereq {

// Nothing if rows do not suit the picture: it does not run down, or an edge leads up, or there are
// too many edges, or a section that goes on in a further band would come to lie on another.
// `plan` is the one for the widest page.
std::optional<Attempt> best_rows(const View& view, const ArrangeOptions& options,
                                 ArrangementPlan plan);

}  // namespace prereq
