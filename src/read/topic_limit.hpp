// How many topics other formats than YAML may have, which are counted once all of them are read.
#pragma once

#include "prereq/diagnostic.hpp"
#include "read/limits.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Drops topics beyond the limit, after a complaint (`too-large`) at the first of them; the rest is
// incomplete.
void drop_topics_over_limit(RoadmapData& data, const ReadLimits& limits, Diagnostics& diagnostics);

}  // namespace prereq
