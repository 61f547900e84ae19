// Planning and laying out, again where the first result is too wide.
#pragma once

#include "arrange/coordinates.hpp"
#include "arrange/dot_engine.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// Larger pictures are laid out once: seconds are worth more than a few pixels there.
inline constexpr std::size_t most_pieces_for_attempts = 3000;

struct Attempt {
  ArrangementPlan plan;
  Coordinates coordinates;  // tightened
};

// In rows of our own (row_attempts.hpp) where they suit, unless Graphviz is asked for. Room that
// edges between boxes take beside them is only known once Graphviz has drawn them, so a picture
// that came out too wide is layered again for a page that is narrower by as much, a few times; the
// narrowest one wins. In rows of our own after all (last_resort.hpp) if Graphviz failed or would
// take too long; a warning says so if Graphviz failed, or was asked for. Always a picture.
Attempt best_attempt(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics);
// The same, with a Graphviz of the caller's.
Attempt best_attempt(const View& view, const ArrangeOptions& options, DotEngine& dot,
                     Diagnostics& diagnostics);

}  // namespace prereq
