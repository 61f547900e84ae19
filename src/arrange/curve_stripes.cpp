#include "arrange/curve_stripes.hpp"

namespace prereq {
namespace {

constexpr double stripe_px = 64;

template <typename Function>
void for_each_part(const std::vector<DrawnEdge>& edges, Function&& visit) {
  for (const DrawnEdge& edge : edges) {
    for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3) visit(&edge.curve[i]);
  }
}

}  // namespace

CurveStripes::CurveStripes(const std::vector<DrawnEdge>& edges) {
  Extent all;
  for_each_part(edges, [&](const Point* part) {
    for (int i = 0; i < 4; ++i) all.include(part[i]);
  });
  if (all.empty()) return;
  top_ = all.top;
  bottom_ = all.bottom;
  first_part_.assign(stripe_of(bottom_) + 2, 0);
  const auto for_each_stripe = [&](const Point* part, auto&& visit) {
    const Extent hull = hull_of(part);
    for (std::size_t s = stripe_of(hull.top); s <= stripe_of(hull.bottom); ++s) visit(s);
  };
  for_each_part(edges, [&](const Point* part) {
    for_each_stripe(part, [&](std::size_t s) { ++first_part_[s + 1]; });
  });
  for (std::size_t s = 1; s < first_part_.size(); ++s) first_part_[s] += first_part_[s - 1];
  parts_.resize(first_part_.back());
  std::vector<std::size_t> next(first_part_.begin(), first_part_.end() - 1);
  for_each_part(edges, [&](const Point* part) {
    for_each_stripe(part, [&](std::size_t s) { parts_[next[s]++] = part; });
  });
}

Extent CurveStripes::hull_of(const Point* part) {
  Extent hull;
  for (int i = 0; i < 4; ++i) hull.include(part[i]);
  return hull;
}

std::size_t CurveStripes::stripe_of(double y) const {
  return static_cast<std::size_t>((std::clamp(y, top_, bottom_) - top_) / stripe_px);
}

}  // namespace prereq
