// Gives a View coordinates.
//
// prereq decides how large every label is and which row every card stands on (the method is described
// in src/arrange/layering.hpp). In pictures that run down, it also finds the order within rows, the
// coordinates and the curves (src/arrange/row_layout.hpp), on pages of several widths, and keeps the
// one that is easiest to read. Pictures that run to the right, or have edges that lead up or more
// than 3,000 edges, are laid out by Graphviz (libgvc, the `dot` engine, in this process). It is not
// thread-safe: calls are serialised by a lock of the library, and calling Graphviz yourself
// meanwhile is not safe.
#pragma once

#include <cstdint>
#include <optional>

#include "prereq/diagnostic.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class Direction : std::uint8_t { down, right };

inline constexpr double default_max_width_px = 1000;

struct ArrangeOptions {
  Direction direction = Direction::down;
  // Widest picture wanted; nothing for no limit. A guide for the layering, kept whenever the
  // widest single card allows it and edges leave the room; Drawing::width tells what came of it.
  std::optional<double> max_width_px = default_max_width_px;
};

// Nothing, and `layout-failed` in `diagnostics`, when Graphviz fails or loses an edge.
// The same drawing for the same view on every machine with the same Graphviz; where Graphviz is not
// needed, on every machine with IEEE 754 arithmetic.
std::optional<Drawing> arrange(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics);

}  // namespace prereq
