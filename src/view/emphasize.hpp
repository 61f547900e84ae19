// Brings out a part of a draft: its critical path, what blocks most, or topics that somebody named.
#pragma once

#include <string>

#include "view/draft.hpp"

namespace prereq {

// Marks the cards and edges that `options` ask for, and says so in labels and tooltips. Before
// sections are collapsed: those take the marks of what they hold.
// A goal that requires the last topic of the critical path belongs to it.
void emphasize(Draft& draft, const TopicGraph& graph, const ViewOptions& options);

// After sections are collapsed: how many topics outside each of them need one inside; and how dark
// that makes every card, in steps of equal size up to the one that blocks most.
// O((V + E) S / 64) for S sections that are collapsed.
void shade_blocking(Draft& draft, const TopicGraph& graph);

// What a section's card takes from two things that it holds, and an edge from two that it joins.
Emphasis stronger(Emphasis one, Emphasis other);

// "the critical path brought out: 5 topics, 120 h"; empty if nothing is. `collapses`: topics will
// become part of sections.
std::string emphasis_words(const Draft& draft, const Roadmap& roadmap, bool collapses);

}  // namespace prereq
