// What a card says in a drawing for those who do not see it, or point at it.
#pragma once

#include <string>
#include <string_view>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// "done", "ready" or "blocked"; empty for none.
std::string_view state_name(CardState state);

// Its label, or else the title with what its border and badge show.
std::string card_label(const ViewCard& card);
// That title, and below it a line for each of the tooltip's.
std::string card_tooltip(const ViewCard& card);

// The same for a goal at its foot.
std::string pennant_label(const ViewPennant& pennant);
std::string pennant_tooltip(const ViewPennant& pennant);

// What can be read on it, in one line. A link has to be called so by who tells the computer which
// one to follow.
std::string words_on(const DrawnCard& card);

}  // namespace prereq
