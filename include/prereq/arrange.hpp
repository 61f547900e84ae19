// Gives a View coordinates.
//
// prereq decides how large every label is and which row every card stands on (the method is
// described in src/arrange/layering.hpp). One of two engines then finds the order within rows, the
// coordinates and the curves: prereq's own rows (src/arrange/row_attempts.hpp), in which edges that
// leave a card share their way and branch, or Graphviz (libgvc, the `dot` engine, in this process).
// Graphviz is not thread-safe: calls are serialised by a lock of the library, and calling Graphviz
// yourself meanwhile is not safe.
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

// Rows of prereq's own are for pictures that run down. `automatic` takes them wherever no edge
// leads up; where one does, and in pictures that run to the right, it asks Graphviz, up to 10,000
// edges that pass up to 16,000 rows. `builtin` takes them for everything that runs down. `dot` asks
// Graphviz, up to the same size.
enum class Engine : std::uint8_t { automatic, dot, builtin };

inline constexpr double default_max_width_px = 1000;

// What Graphviz may use for one picture, in a process of its own.
struct LayoutLimits {
  double seconds = 60;  // by the clock, for everything that it is asked about the picture
  // Beyond what this process has. Not enforced under sanitizers, nor outside Linux.
  std::size_t memory_bytes = std::size_t{2} << 30;
};

struct ArrangeOptions {
  Direction direction = Direction::down;
  // Widest picture wanted; nothing for no limit. A guide for the layering, kept whenever the
  // widest single card allows it and edges leave the room; Drawing::width tells what came of it.
  std::optional<double> max_width_px = default_max_width_px;
  Engine engine = Engine::automatic;
  // With limits, Graphviz runs in a forked child (no other program is started), where it may crash
  // or hang. Without, in this process, for as long as it takes. In a child of a program with
  // several threads, what these hold at that moment stays held: the C library's own locks do not.
  std::optional<LayoutLimits> child = std::nullopt;
};

// Of the library that is linked, such as "2.43.0".
std::string graphviz_version();

// When Graphviz fails, loses an edge, exceeds its limits, or was asked for what would take it
// minutes, the picture is laid out by prereq itself, downwards, and a `layout-failed` of severity
// warning says so. There is always a drawing: O((V + E + R) log V) for R rows that edges pass, with
// a large constant for what fits a page. Where edges would pass more than 16,000 rows, the width
// wanted is given up. The same drawing for the same view on every machine with the same Graphviz;
// where Graphviz is not needed, on every machine with IEEE 754 arithmetic.
Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics);

}  // namespace prereq
