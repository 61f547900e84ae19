// Finds the parts of edges that come into a stretch of heights: the picture is cut into stripes,
// each of which knows what reaches into it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "arrange/curve.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

// Refers to the edges that it is made of. Made in O(parts + stripes that they reach into).
class CurveStripes {
 public:
  explicit CurveStripes(const std::vector<DrawnEdge>& edges);

  // Calls `visit` with the first of the four points of each Bézier part whose control points reach
  // into these heights, borders included; once for each.
  template <typename Function>
  void visit(double top, double bottom, Function&& visit) const {
    if (parts_.empty() || bottom < top_ || top > bottom_) return;
    const std::size_t last = stripe_of(bottom);
    for (std::size_t stripe = stripe_of(top); stripe <= last; ++stripe) {
      for (std::size_t i = first_part_[stripe]; i < first_part_[stripe + 1]; ++i) {
        const Extent hull = hull_of(parts_[i]);
        const bool seen_above = stripe > stripe_of(std::max(hull.top, top));
        if (!seen_above && hull.top <= bottom && hull.bottom >= top) visit(parts_[i]);
      }
    }
  }

 private:
  static Extent hull_of(const Point* part);
  std::size_t stripe_of(double y) const;

  double top_ = 0;
  double bottom_ = 0;
  std::vector<std::size_t> first_part_;  // of each stripe, and one more
  std::vector<const Point*> parts_;
};

}  // namespace prereq
