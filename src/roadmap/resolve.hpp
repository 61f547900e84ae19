// Turns what a reader gathered into a roadmap whose names point at topics and sections.
#pragma once

#include "prereq/diagnostic.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Fills the name tables, requirement targets, sections, titles and hours in place. Adds
// duplicate-topic, duplicate-section, duplicate-goal, unknown-topic and unknown-section; unknown
// names are left alone when the data is incomplete. Expected O(size of the data).
void resolve(RoadmapData& data, Diagnostics& diagnostics);

}  // namespace prereq
