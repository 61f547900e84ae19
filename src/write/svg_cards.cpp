#include "write/svg_cards.hpp"

#include <algorithm>

#include "write/svg_badges.hpp"
#include "write/svg_elements.hpp"
#include "write/svg_shapes.hpp"

namespace prereq {
namespace {

constexpr double milestone_title_middle = 13.5;  // of its first line

// A collapsed section: a pile of cards.
void write_sheets(XmlWriter& xml, const ViewCard& card, const Box& area) {
  const bool strong = card.emphasis == Emphasis::strong;
  for (const double back : {6.0, 3.0, 0.0}) {
    write_box(xml, {area.x + back, area.y + back, area.width - 2 * back, area.height - 6},
              strong && back > 0 ? "card sheet" : "card", section_radius);
  }
}

}  // namespace

void write_card_shape(XmlWriter& xml, const ViewCard& card, const Box& area) {
  switch (card.kind) {
    case CardKind::goal: write_path(xml, "card flag", flag_path(area)); break;
    case CardKind::section: write_sheets(xml, card, area); break;
    case CardKind::junction: write_box(xml, area, "card", area.height / 2); return;
    case CardKind::links: return;
    case CardKind::milestone: write_milestone(xml, area, card.pennants.empty()); break;
    case CardKind::topic:
      write_box(xml, area, "card", card_radius);
      write_path(xml, "band", band_path(area));
      break;
  }
  write_state_badge(xml, card, area);
}

void write_milestone(XmlWriter& xml, const Box& area, bool is_pill) {
  constexpr double with_pennants_radius = 12;
  const double radius = is_pill ? area.height / 2 : with_pennants_radius;
  write_box(xml, area, "card pill", radius);
  const double middle = is_pill ? area.height / 2 : milestone_title_middle;
  write_path(xml, "band",
             diamond_path({area.x + std::min(10.0, area.height / 2), area.y + middle},
                          std::min(4.0, area.height / 4)));
}

bool has_badge(const ViewCard& card) {
  return card.in_cycle || card.assumed || card.state != CardState::none;
}

void write_state_badge(XmlWriter& xml, const ViewCard& card, const Box& area) {
  if (card.in_cycle) {
    write_badge(xml, Badge::alarm, area);
  } else if (card.assumed || card.state == CardState::done) {
    write_badge(xml, Badge::tick, area);
  } else if (card.state == CardState::ready) {
    write_badge(xml, Badge::play, area);
  } else if (card.state == CardState::blocked) {
    write_badge(xml, Badge::lock, area);
  }
}

}  // namespace prereq
