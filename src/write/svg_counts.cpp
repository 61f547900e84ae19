#include "write/svg_counts.hpp"

#include <algorithm>
#include <cmath>

#include "write/svg_badges.hpp"
#include "write/svg_cards.hpp"

namespace prereq {

Point CountPlaces::right_end(std::size_t index) {
  constexpr double beside_head = 5;
  const Box& area = drawing_.cards[index].box;
  const double width = count_width(view_.cards[index].blocks);
  const Point right{area.right() - (has_badge(view_.cards[index]) ? 15 : 3), area.y};
  const Point left{area.x + 9 + width, area.y};
  const auto hides_head = [&](Point end) {
    return std::ranges::any_of(tips_on(index), [&](Point tip) {
      return tip.x > end.x - width - beside_head && tip.x < end.x + beside_head &&
             std::abs(tip.y - end.y) < 2 * beside_head;
    });
  };
  return hides_head(right) && !hides_head(left) ? left : right;
}

const std::vector<Point>& CountPlaces::tips_on(std::size_t card) {
  if (tips_.empty()) {
    tips_.resize(view_.cards.size());
    for (std::size_t e = 0; e < drawing_.edges.size(); ++e) {
      const auto& tip = drawing_.edges[e].arrow_tip;
      if (tip) tips_[view_.edges[e].dependent].push_back(*tip);
    }
  }
  return tips_[card];
}

}  // namespace prereq
