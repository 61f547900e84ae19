// The shapes of cards, without their words.
#pragma once

#include "base/xml.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// With the badge that its state asks for; nothing for a card of links.
void write_card_shape(XmlWriter& xml, const ViewCard& card, const Box& area);
// With pennants below its title, it is no pill any more.
void write_milestone(XmlWriter& xml, const Box& area, bool is_pill = true);

bool has_badge(const ViewCard& card);
void write_state_badge(XmlWriter& xml, const ViewCard& card, const Box& area);

}  // namespace prereq
