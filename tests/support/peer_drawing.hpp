// What a drawing by another program has in common with ours, so that both can be measured: the same
// cards in the same sizes, the same sections with the same titles, the same edges, and distances
// like ours. Heading and legend are left out: the peers need no room for them.
#pragma once

#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

// Distances in px.
struct PeerSpacing {
  static constexpr double between_cards = 16;
  static constexpr double between_rows = 28;
  static constexpr double box_padding = 10;
  static constexpr double page_margin = 16;
};

// Sections that hold cards, themselves or in a section of theirs: only these are drawn.
std::vector<bool> drawn_sections(const View& view);

// Around the lines of the section's title, where `ours` has it; of no size if it has none.
Box title_box(const Drawing& ours, std::size_t section);

// A drawing without coordinates: of the sizes of `view`.
Drawing blank_drawing(const View& view);

// Puts a card or title of `ours` into `drawing`, with its top left corner there.
void place_card(const Drawing& ours, std::size_t card, Point corner, Drawing& drawing);
void place_title(const Drawing& ours, std::size_t section, Point corner, Drawing& drawing);

}  // namespace prereq::testing
