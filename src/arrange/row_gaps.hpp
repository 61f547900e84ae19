// Lines that move sideways between two rows, each on a track of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prereq {

struct SidewaysLine {
  std::uint32_t upper;  // node
  std::uint32_t bundle;
  std::uint32_t lower;
  double from;
  double to;
  std::size_t track = 0;  // from the top

  // Whether both are branches of one line.
  bool leaves_with(const SidewaysLine& other) const {
    return bundle == other.bundle && upper == other.upper;
  }
};

// The gap below a row.
struct RowGap {
  std::vector<SidewaysLine> moved;
  std::size_t tracks = 0;  // the last one's number
  double top = 0;          // of the first track
  double step = 0;         // from track to track
  double depth = 0;        // of each line's way

  // The line between these nodes, after assign_tracks(); null if it runs straight down.
  const SidewaysLine* find(std::uint32_t upper, std::uint32_t bundle, std::uint32_t lower) const;
};

// How much room lines take between two rows.
struct GapRoom {
  double most_for_tracks_px = 100;
  double least_depth_px = 16;
  double most_depth_px = 32;
};
// Where lines are too many to be followed by eye, they had better be short.
inline constexpr GapRoom large_gap_room = {14, 14, 14};

// Sorts the lines, drops repeated ones, and gives them tracks: branches of one line to the same
// side share theirs, and what is furthest on the side that it goes to goes first, so that no two
// lines cross that need not. Sets all but `top`. O(L log L) for L lines.
void assign_tracks(RowGap& gap, const GapRoom& room);

}  // namespace prereq
