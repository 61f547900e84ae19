// The whole way from a view to its drawing, with a placer of the caller's.
#pragma once

#include "arrange/place/placer.hpp"
#include "prereq/arrange.hpp"

namespace prereq {

// Plans the page, has the placer place it, dresses what came of it, and composes the drawing. What
// lines take of a row is only known once they are drawn: a picture that came out too wide is
// planned again for a page that is narrower by as much, a few times; the narrowest one wins.
//
// prereq's own layout instead where a picture is too large for Graphviz, or Graphviz failed; a
// warning says so if it failed, or was asked for. Always a picture.
Drawing arrange_with(const View& view, const ArrangeOptions& options, Placer& placer,
                     Diagnostics& diagnostics);

}  // namespace prereq
