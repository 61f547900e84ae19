// The YAML reader behind read_roadmap(), with limits that tests can lower.
#pragma once

#include <memory>
#include <string>

#include "prereq/diagnostic.hpp"
#include "read/limits.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Gathers what the text says, names unresolved. The result shares the text.
RoadmapData read_yaml(std::shared_ptr<const std::string> file_text, FileId file,
                      const ReadLimits& limits, Diagnostics& diagnostics);

}  // namespace prereq
