// Makes one roadmap of what was read from several files.
//
// Topics, sections and goals with the same id become one, in order of first appearance; a topic
// also meets another that names its id among its `aliases`. What an element leaves open is taken
// from the file that says it. Requirements, recommendations, corequisites, resources and goals are
// joined: an entry that is there already is not repeated. The first file that has one gives the
// roadmap's title and description, a section's place and title, and a topic's section.
//
// Twice the same id within one file is left as it is, for resolve() to report.
#pragma once

#include <vector>

#include "prereq/diagnostic.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Adds `merge-conflict` where two files give a topic different titles, hours or levels, or a goal
// different titles; the first one's is kept. Defaults of a file hold for what it declares, and are
// applied here. Expected O(size of the data).
RoadmapData merge(std::vector<RoadmapData> parts, Diagnostics& diagnostics);

}  // namespace prereq
