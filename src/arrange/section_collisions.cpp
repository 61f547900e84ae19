#include "arrange/section_collisions.hpp"

#include <cstdint>
#include <vector>

#include "arrange/curve.hpp"
#include "arrange/nearby.hpp"
#include "arrange/row_graph.hpp"

namespace prereq {

bool sections_collide(const View& view, const Attempt& made) {
  std::vector<Extent> extents;
  std::vector<std::uint32_t> section_of_extent;
  const auto& boxes = made.coordinates.section_boxes;
  for (std::uint32_t s = 0; s < boxes.size(); ++s) {
    if (!boxes[s]) continue;
    extents.push_back(extent_of(*boxes[s]));
    section_of_extent.push_back(s);
  }
  Nearby nearby(extents);
  bool collide = false;
  for (std::uint32_t i = 0; i < extents.size() && !collide; ++i) {
    const std::uint32_t inner = section_of_extent[i];
    nearby.visit(extents[i], [&](std::uint32_t other) {
      const std::uint32_t outer = section_of_extent[other];
      const bool apart = !overlap(extents[i], extents[other]);
      collide |= !apart && !is_within(view, inner, outer) && !is_within(view, outer, inner);
    });
  }
  for (std::size_t c = 0; c < view.cards.size() && !collide; ++c) {
    const Extent card =
        extent_of(centred(made.plan.cards[c].box, made.coordinates.card_centres[c]));
    nearby.visit(card, [&](std::uint32_t other) {
      const std::uint32_t section = section_of_extent[other];
      collide |= overlap(card, extents[other]) && !is_within(view, view.cards[c].section, section);
    });
  }
  return collide;
}

}  // namespace prereq
