// Gives a View coordinates.
//
// prereq decides how large every label is, which row every card stands on, in which order, where
// sections begin and end, and past what every line leads (src/arrange/plan). Graphviz (libgvc, the
// `dot` engine, in this process or a child of it) places that and draws the curves
// (src/arrange/place); lines are untangled and rows set (src/arrange/dress). What is too large for
// Graphviz, prereq places itself, plainly (src/arrange/builtin). Graphviz is not thread-safe: calls
// are serialised by a lock of the library, and calling Graphviz yourself meanwhile is not safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "prereq/diagnostic.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class Direction : std::uint8_t { down, right };

// `automatic` has Graphviz place pictures of up to 330 cards and 1,000 edges, unless cards, borders
// and edges that pass rows take more than 6,000 places, or edges times places are more than
// 1,200,000; `dot` up to 2,000 cards and 10,000 edges on 24,000 places. `builtin` never asks
// Graphviz, and runs down whatever the direction.
enum class Engine : std::uint8_t { automatic, dot, builtin };

inline constexpr double default_max_width_px = 1000;

// What the layout of one picture may use, in a process of its own.
struct LayoutLimits {
  // By the clock, for planning and for everything that Graphviz is asked about the picture.
  // prereq's own layout has what is left of it, and at least five seconds.
  double seconds = 60;
  // Beyond what this process has. Not enforced under sanitizers, nor outside Linux.
  std::size_t memory_bytes = std::size_t{2} << 30;
};

struct ArrangeOptions {
  Direction direction = Direction::down;
  // Widest picture wanted; nothing for no limit. Kept whenever the widest single card and section's
  // title allow it and a few plans find a way, but not by pictures that run to the right, nor where
  // thousands of cards would pile up; Drawing::width tells what came of it.
  std::optional<double> max_width_px = default_max_width_px;
  Engine engine = Engine::automatic;
  // With limits, the layout runs in a forked child (no other program is started), and Graphviz in
  // one of that, where it may crash or hang. Without, in this process, for as long as it takes. In
  // a child of a program with several threads, what these hold at that moment stays held: the C
  // library's own locks do not.
  std::optional<LayoutLimits> child = std::nullopt;
};

// Of the library that is linked, such as "2.43.0".
std::string graphviz_version();

// When Graphviz fails, loses an edge, exceeds its limits, or was asked for what would take it
// minutes, prereq places the picture itself, downwards, and a `layout-failed` of severity warning
// says so. It leads lines past a million rows at most, all together, and leaves the longest out
// that are beyond that: Drawing::left_out_lines. Where its own layout exceeds the limits, the
// drawing has all cards and no line, and the warning says that. There is always a drawing. The work
// of planning is counted, not timed: the same drawing for the same view on every machine with the
// same Graphviz; where Graphviz is not needed, on every machine with IEEE 754 arithmetic.
Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics);

}  // namespace prereq
