// One edge to or from a section's box in the place of many to or from its topics.
#pragma once

#include <vector>

#include "view/draft.hpp"

namespace prereq {

// Sections at whose boxes edges may end: those of which all is shown but optional topics, and none
// is collapsed. On a path, "all" is all of it that is shown. One flag a section.
std::vector<bool> whole_sections(const Draft& draft, const Roadmap& roadmap, bool is_path);

// Edges of a draft may say that an end is a section's box, because the author says so of the
// section. Takes back what cannot be drawn: at boxes that are not flagged, hold the other end or
// fewer than two topics, for edges on a cycle or both ways, and to or from junctions.
void settle_ends_at_boxes(Draft& draft, const std::vector<bool>& whole);

// First, what the author says of a section becomes one edge, with all edges between its ends.
//
// Then, where every topic of a flagged section needs a card outside of it, and at least two of them
// have an edge from it, these edges become one that leads to the section's box; likewise from the
// box to a card that needs every topic of the section, and from box to box where every topic of the
// one needs every topic of the other, and at least two on each side have such an edge. Optional
// topics count if all of them take part; otherwise they are no part of it, and keep their edges.
//
// - A topic needs what edges of style `required` and `corequisite` lead to it from, directly or
//   through other cards, and through a junction what all its alternatives need. Helping
//   (`recommended`), and learning together, have to be said by each topic itself.
// - An edge of one style stands for edges of that style. Edges on a cycle, both ways, and those to
//   or from junctions stay.
// - Of all that could be joined, what takes the place of most edges comes first, then outer
//   sections; the rest has what is left to it, if that is at least two.
//
// Beyond 10,000 cards, only what the author says is joined. O(V E / 64 + E D² log E) for sections D
// deep.
void join_edges_at_boxes(Draft& draft, const std::vector<bool>& whole);

}  // namespace prereq
