// Gives a View coordinates.
//
// prereq decides how large every label is and which row every card stands on (the method is
// described in src/arrange/layering.hpp). One of two engines then finds the order within rows, the
// coordinates and the curves: Graphviz (libgvc, the `dot` engine, in this process), or prereq's own
// rows (src/arrange/row_layout.hpp). Graphviz is not thread-safe: calls are serialised by a lock of
// the library, and calling Graphviz yourself meanwhile is not safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "prereq/diagnostic.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class Direction : std::uint8_t { down, right };

// Rows of prereq's own have fewer lines that cross, and lines that keep their distance, in a
// picture that is narrower and taller. They are for pictures that run down, without edges that lead
// up, with at most 3,000 edges; others are laid out by Graphviz whatever is asked for. `automatic`
// is Graphviz as long as it makes compact pictures, which it does of few cards.
enum class Engine : std::uint8_t { automatic, dot, builtin };
inline constexpr std::size_t most_cards_for_dot = 60;

inline constexpr double default_max_width_px = 1000;

struct ArrangeOptions {
  Direction direction = Direction::down;
  // Widest picture wanted; nothing for no limit. A guide for the layering, kept whenever the
  // widest single card allows it and edges leave the room; Drawing::width tells what came of it.
  std::optional<double> max_width_px = default_max_width_px;
  Engine engine = Engine::automatic;
};

// Nothing, and `layout-failed` in `diagnostics`, when Graphviz fails or loses an edge.
// The same drawing for the same view on every machine with the same Graphviz; where Graphviz is not
// needed, on every machine with IEEE 754 arithmetic.
std::optional<Drawing> arrange(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics);

}  // namespace prereq
