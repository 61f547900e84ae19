// Points on chains of cubic Bézier curves, for questions that need no exact answer.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "prereq/drawing.hpp"

namespace prereq {

// Of an arrow, from where its line ends to its tip.
inline constexpr double arrow_px = 7;

struct Extent {
  double left = std::numeric_limits<double>::infinity();
  double top = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();

  bool empty() const { return left > right; }
  void include(Point point) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
};

inline Extent extent_of(const Box& box) {
  Extent extent;
  extent.include({box.x, box.y});
  extent.include({box.right(), box.bottom()});
  return extent;
}

// A box of that size around a point.
inline Box centred(const Box& size, Point centre) {
  return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}

inline double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

// Whether they have more than a border in common.
inline bool overlap(const Extent& a, const Extent& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
// The same for things without width or height too, such as a straight piece of an edge.
inline bool meet(const Extent& a, const Extent& b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

// A straight piece from the curve's end.
inline void append_straight(std::vector<Point>& curve, Point to) {
  const Point from = curve.back();
  for (const double t : {1.0 / 3, 2.0 / 3, 1.0}) {
    curve.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
  }
}

// Of one cubic Bézier curve, given by its four points.
inline Point point_at(const Point* p, double t) {
  const double s = 1 - t;
  const double a = s * s * s;
  const double b = 3 * s * s * t;
  const double c = 3 * s * t * t;
  const double d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

inline constexpr int curve_samples = 16;

// Calls `visit` with points along one part in order, the first of its four points excepted.
template <typename Function>
void sample_part(const Point* part, Function&& visit) {
  for (int step = 1; step <= curve_samples; ++step) {
    visit(point_at(part, static_cast<double>(step) / curve_samples));
  }
}

// Calls `visit` with points along the curve in order, ends included: curve_samples for each part.
template <typename Function>
void sample_curve(const std::vector<Point>& curve, Function&& visit) {
  if (curve.empty()) return;
  visit(curve.front());
  for (std::size_t i = 0; i + 3 < curve.size(); i += 3) sample_part(&curve[i], visit);
}

}  // namespace prereq
