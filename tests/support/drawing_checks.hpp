// What any good drawing of a view holds to, whatever its coordinates: for tests of the layout.
//
// Each check returns one readable complaint for every place where the drawing fails it, empty when
// it holds. Requires: `drawing` was made from `view`.
#pragma once

#include <string>
#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

using Complaints = std::vector<std::string>;

// Cards, edges and sections are those of the view, by number; nothing is NaN or infinite.
Complaints missing_parts(const View& view, const Drawing& drawing);

// Cards that overlap.
Complaints overlapping_cards(const View& view, const Drawing& drawing);

// Lines of text that are wider than the drawing says, or reach out of their card's or section's
// box; and titles of topics that are not 14 px.
Complaints texts_outside(const View& view, const Drawing& drawing);

// Edges through cards that are not their ends.
Complaints edges_through_cards(const View& view, const Drawing& drawing);

// Edges and cards on a section's title, and titles on one another.
Complaints crossed_titles(const View& view, const Drawing& drawing);

// Cards that are outside their section, or touch one that they do not belong to; sections that are
// outside the one they are part of, or overlap one that they do not belong to.
Complaints misplaced_in_sections(const View& view, const Drawing& drawing);

// Anything outside the drawing; headings and legends that lie on something.
Complaints outside_the_page(const View& view, const Drawing& drawing);

// Edges that do not lead from their prerequisite's border to their dependent's, or that lack an
// arrow (have one, where they end in a junction).
Complaints loose_ends(const View& view, const Drawing& drawing);

// Dependents that do not stand below their prerequisites. Edges of a style that may be turned
// around, to break a cycle, are left to the caller: only `required` and `alternative` ones count.
Complaints upward_edges(const View& view, const Drawing& drawing);

// All of these but the last.
Complaints all_complaints(const View& view, const Drawing& drawing);

}  // namespace prereq::testing
