// Reads a Markdown page that lists what to learn.
#pragma once

#include <string_view>

#include "prereq/read.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Headings become sections, items of lists and rows of tables become topics or resources; see
// prereq/read.hpp for the rules. What is left out is told in `notes`. Names in prerequisites are
// matched within the page. With `chain_sections`, each section of a page that states no requirement
// recommends the one before it. O(n log n) in the size of the page.
RoadmapData read_markdown(std::string_view text, FileId file, bool chain_sections, ReadNotes& notes,
                          Diagnostics& diagnostics);

}  // namespace prereq
