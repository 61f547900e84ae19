// Writes out what sections stand for: `section:ID`, and what a section requires of its topics.
#pragma once

#include <cstdint>

#include "prereq/diagnostic.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Entries that may be written out for all sections of a roadmap together.
inline constexpr std::uint32_t most_section_entries = 4'000'000;

// The section that an entry of kind topic names as `section:ID`; nothing if a topic has that very
// id. Requires: names are indexed, topics of entries are found.
std::optional<SectionIndex> named_section(const RoadmapData& data, const Requirement& entry);

// Makes the lists of topics, goals and sections what roadmap.hpp promises of them, and fills
// `origins`. Adds impossible-alternative for a section without a topic that could be required,
// cycle for a section that requires itself or one around it, and too-large where all of them would
// be over the limit: then what is left stands for nothing. Requires: topics of entries are found,
// topics stand in their sections. O(1) if no section is named and none requires anything, as
// `names_sections` says of the first; else O(size of the data and of what is written out).
void write_out_sections(RoadmapData& data, bool names_sections, Diagnostics& diagnostics,
                        std::uint32_t limit = most_section_entries);

}  // namespace prereq
