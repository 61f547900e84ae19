// A picture when Graphviz has failed: whatever the view, there is one.
#pragma once

#include "arrange/attempt.hpp"

namespace prereq {

// In rows of our own also where these do not suit: edges that lead up are led down and turned
// around, and those within a row sag below it. Requires: the plan runs down.
Attempt lay_out_upward_edges_too(const View& view, ArrangementPlan plan);

// The same, downwards whatever the options say, unless rows of our own suit.
Attempt lay_out_as_last_resort(const View& view, const ArrangeOptions& options);

}  // namespace prereq
