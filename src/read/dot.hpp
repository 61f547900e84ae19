// DOT as Graphviz reads it: nodes are topics, clusters sections, edges requirements.
#pragma once

#include <string_view>

#include "prereq/read.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Requires: `text` is UTF-8. What prereq itself exports reads back without its helper nodes, with
// alternatives, recommendations, corequisites and goals.
RoadmapData read_dot(std::string_view text, FileId file, EdgeDirection direction, ReadNotes& notes,
                     Diagnostics& diagnostics);

}  // namespace prereq
