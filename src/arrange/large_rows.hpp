// Rows of our own for pictures that are too large to look at many orders and ways.
#pragma once

#include "arrange/attempt.hpp"

namespace prereq {

// Whether such a picture is laid out in one go: with a page to keep to, up to 16,000 pieces are
// worth a search.
bool is_large(const ArrangementPlan& plan);

// One order (large_row_order.hpp), edges on the ways that they have in it, and less room for where
// they move sideways. Sections that would come to lie on one another all stand side by side
// instead. Requires: every edge leads to a lower row. O(V log V) for V cards and passed rows.
Attempt lay_out_large_rows(const View& view, const ArrangementPlan& plan);

}  // namespace prereq
