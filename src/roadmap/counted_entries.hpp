// Makes groups whose entries repeat one another count as roadmap.hpp says.
#pragma once

#include <cstdint>

#include "prereq/diagnostic.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Entries that may be written for that in all groups of a roadmap together.
inline constexpr std::uint32_t most_counted_entries = 1'000'000;

// Gives groups whose entries repeat one another other entries, which count as they should without
// more ado, and keeps what was written in `written_entries`. Adds too-large for a group that would
// need too many, and leaves it as it is. Requires: topics of entries are found, sections are
// written out. See repeated_entries() for what it costs.
void count_repeated_entries_once(RoadmapData& data, Diagnostics& diagnostics,
                                 std::uint32_t limit = most_counted_entries);

}  // namespace prereq
