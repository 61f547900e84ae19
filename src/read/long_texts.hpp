// Texts of other formats, which may be longer than a roadmap file holds.
#pragma once

#include "prereq/read.hpp"
#include "read/limits.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Cuts titles, makers and parts, and descriptions, notes and reasons that are longer than the
// limits allow, and says so in `notes`: whatever is read can be written as a roadmap file.
// O(length).
void cut_long_texts(RoadmapData& data, FileId file, const ReadLimits& limits, ReadNotes& notes);

}  // namespace prereq
