// Sections that hold nothing but links, such as "6. Learn containers" above a list of them, where
// something requires them or they require or recommend something.
#pragma once

#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Makes a topic of each: it stands in the section, has its id, or that with a number behind it
// where the id is taken, and takes its resources. It comes before the topics of later sections.
// Requires: names are indexed, and topics stand in their sections.
// O(size of the data) if a section holds only links, else O(topics + sections).
void make_topics_of_links(RoadmapData& data);

}  // namespace prereq
