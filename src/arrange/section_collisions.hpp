// Whether sections came to lie on what is not theirs.
#pragma once

#include "arrange/attempt.hpp"

namespace prereq {

// Whether a section overlaps one that is not around or in it, or a card that is not in it: one that
// goes on in a further band may be wider there than where it began.
// O(V + S) for V cards and S sections, as long as few of them overlap.
bool sections_collide(const View& view, const Attempt& made);

}  // namespace prereq
