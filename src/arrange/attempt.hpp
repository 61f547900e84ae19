// Planning and laying out, again where the first result is too wide.
#pragma once

#include <optional>

#include "arrange/coordinates.hpp"
#include "arrange/dot_engine.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// Larger pictures are laid out once: seconds are worth more than a few pixels there.
inline constexpr std::size_t most_pieces_for_attempts = 3000;
// Graphviz walks lists of all pieces of edges for each of them: more of these take minutes.
inline constexpr std::size_t most_passed_rows = 16'000;

struct Attempt {
  ArrangementPlan plan;
  Coordinates coordinates;  // tightened
};

// In rows of our own (row_attempts.hpp) where they suit, unless Graphviz is asked for. Room that
// edges between boxes take beside them is only known once Graphviz has drawn them, so a picture
// that came out too wide is layered again for a page that is narrower by as much, a few times; the
// narrowest one wins. If Graphviz failed, in rows of our own after all (last_resort.hpp), and a
// warning says so. Nothing, and `layout-failed`, if too many edges would pass too many rows even on
// a page of any width.
std::optional<Attempt> best_attempt(const View& view, const ArrangeOptions& options,
                                    Diagnostics& diagnostics);
// The same, with a Graphviz of the caller's.
std::optional<Attempt> best_attempt(const View& view, const ArrangeOptions& options, DotEngine& dot,
                                    Diagnostics& diagnostics);

}  // namespace prereq
