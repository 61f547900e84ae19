// How far a picture stays as it was when a topic is left out.
#pragma once

#include <string>
#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/roadmap.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

// The roadmap without one of its topics, once for each topic in order: nothing requires, recommends
// or takes it together any more, groups of alternatives have one less, and what would be left empty
// is left out too. Requires: a roadmap without errors.
std::vector<Roadmap> each_topic_left_out(const Roadmap& roadmap);

// Of the pairs of cards that both pictures have, the share that another order holds for: where the
// one stood further left, or higher up, than the other by its middle, and now the other does. 1 px
// is no difference. 0 without pairs.
double share_of_changed_pairs(const View& before_view, const Drawing& before,
                              const View& after_view, const Drawing& after);

}  // namespace prereq::testing
