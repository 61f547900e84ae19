// Turns what a reader gathered into a roadmap whose names point at topics and sections.
#pragma once

#include "prereq/diagnostic.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Fills the name tables, requirement targets, sections, defaults, titles and hours in place, and
// writes out what sections stand for (link_topics.hpp, section_entries.hpp). Adds duplicate-topic,
// duplicate-section, duplicate-goal, unknown-topic and unknown-section; unknown names are left
// alone when the data is incomplete, and so are names that cannot be ids, which readers report. Of
// topics and goals with one id the first stays; sections are never taken out, because topics stand
// in them. Expected O(size of the data), plus a bounded search for the names nearest to unknown
// ones.
void resolve(RoadmapData& data, Diagnostics& diagnostics);

}  // namespace prereq
