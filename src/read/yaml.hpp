// The YAML reader behind read_roadmap(), with limits that tests can lower.
#pragma once

#include <string_view>

#include "prereq/diagnostic.hpp"
#include "read/limits.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Gathers what the text says, names unresolved.
RoadmapData read_yaml(std::string_view text, FileId file, const ReadLimits& limits,
                      Diagnostics& diagnostics);

}  // namespace prereq
