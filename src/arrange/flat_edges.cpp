// Each part of a curve is cut into as many straight pieces as its bend calls for.
#include "arrange/flat_edges.hpp"

#include <algorithm>
#include <cmath>

namespace prereq {
namespace {

constexpr double flatness_px = 0.1;
constexpr double most_pieces_of_part = 1e5;

// The second difference of three points of a curve's frame: how much it bends there.
double bend(Point a, Point b, Point c) {
  return std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}

// Whether the frame lies on the straight line between its ends, whatever the speed along it.
bool is_straight(const Point* p) {
  constexpr double unseen_px = 1e-3;
  const Point way = {p[3].x - p[0].x, p[3].y - p[0].y};
  const double length = std::hypot(way.x, way.y);
  const auto lies_between = [&](Point q) {
    const Point from = {q.x - p[0].x, q.y - p[0].y};
    const double along = from.x * way.x + from.y * way.y;
    return std::abs(from.x * way.y - from.y * way.x) <= unseen_px * length && along >= 0 &&
           along <= length * length;
  };
  return length > 0 && lies_between(p[1]) && lies_between(p[2]);
}

// n pieces of a cubic curve lie within max|B''| / (8 n²) of it, and B'' is at most 6 times the
// frame's largest second difference.
std::size_t piece_count(const Point* p, double longest_px) {
  const double bends =
      is_straight(p) ? 0 : std::max(bend(p[0], p[1], p[2]), bend(p[1], p[2], p[3]));
  const double length = distance(p[0], p[1]) + distance(p[1], p[2]) + distance(p[2], p[3]);
  const double count = std::max(std::sqrt(6 * bends / (8 * flatness_px)), length / longest_px);
  return static_cast<std::size_t>(std::ceil(std::clamp(count, 1.0, most_pieces_of_part)));
}

void add_line(Point to, double longest_px, std::vector<Point>& line) {
  const Point from = line.back();
  if (distance(from, to) == 0) return;
  const double pieces = std::ceil(std::min(distance(from, to) / longest_px, most_pieces_of_part));
  const auto count = static_cast<std::size_t>(std::max(1.0, pieces));
  for (std::size_t i = 1; i <= count; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(count);
    line.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
  }
}

}  // namespace

std::vector<Point> flat_line(const DrawnEdge& edge, double longest_px) {
  if (edge.curve.empty()) return {};
  std::vector<Point> line = {edge.curve.front()};
  for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3) {
    const Point* p = &edge.curve[i];
    const std::size_t count = piece_count(p, longest_px);
    for (std::size_t step = 1; step <= count; ++step) {
      line.push_back(point_at(p, static_cast<double>(step) / static_cast<double>(count)));
    }
  }
  if (edge.arrow_tip) add_line(*edge.arrow_tip, longest_px, line);
  return line;
}

FlatEdges flatten(const std::vector<DrawnEdge>& edges, double longest_px) {
  FlatEdges flat;
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    flat.first_piece.push_back(flat.pieces.size());
    const std::vector<Point> line = flat_line(edges[e], longest_px);
    for (std::size_t i = 1; i < line.size(); ++i) flat.pieces.push_back({line[i - 1], line[i], e});
  }
  flat.first_piece.push_back(flat.pieces.size());
  return flat;
}

}  // namespace prereq
