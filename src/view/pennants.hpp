// Goals that one line leads to, as pennants on the card that the line comes from.
#pragma once

#include "view/draft.hpp"

namespace prereq {

// Takes away the card and the edge of each goal to which one edge of style `required` leads, from
// the card of a topic or of a collapsed section, and nothing else: neither in this draft nor in
// what was cut off from it. The card that the edge came from gets the pennant and says so in its
// label. O(V + E).
void hang_pennants(Draft& draft);

}  // namespace prereq
