// Edges as chains of straight pieces, for measuring.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {

// So short that a piece's bounding box holds little else.
inline constexpr double short_piece_px = 48;

// The line of an edge from its start to the arrow's tip, at most 0.1 px beside its curve, in pieces
// no longer than `longest_px`. Empty for an edge without a curve.
std::vector<Point> flat_line(const DrawnEdge& edge, double longest_px = short_piece_px);

struct FlatPiece {
  Point from;
  Point to;
  std::uint32_t edge = 0;
};

// All edges' pieces, in order of the edges.
struct FlatEdges {
  std::vector<FlatPiece> pieces;
  std::vector<std::size_t> first_piece;  // of each edge, and one more
};
FlatEdges flatten(const std::vector<DrawnEdge>& edges, double longest_px = short_piece_px);

inline Extent extent_of(const FlatPiece& piece) {
  Extent extent;
  extent.include(piece.from);
  extent.include(piece.to);
  return extent;
}

}  // namespace prereq
