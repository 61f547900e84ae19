// Reads edge lists, node tables and Curricular Analytics curricula.
#pragma once

#include <string_view>

#include "prereq/read.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// A table with the columns `prerequisite` and `topic` (and `kind`: requires, recommends or
// corequisite; `because`) is a list of edges; one with the column `id` (and `title`, `section`,
// `hours`, `level`, `url`, `note`; lists of names in `requires`, `recommends`, `corequisites`) a
// list of topics. Other columns, and cells in none, are left out. A cell that cannot be what its
// column holds is an error at its place.
RoadmapData read_csv(std::string_view text, FileId file, ReadNotes& notes,
                     Diagnostics& diagnostics);

// Whether the table is a curriculum or degree plan: its first cell is `Curriculum` or
// `Degree Plan`.
bool is_curriculum(std::string_view text);

// A curriculum or degree plan as CurricularAnalytics writes it. Courses are topics, named by prefix
// and number where both are given and unique, else by their number in the file; their credit hours
// are the hours. Terms become sections. Prerequisites are required, corequisites and strict
// corequisites are corequisites.
RoadmapData read_curriculum(std::string_view text, FileId file, ReadNotes& notes,
                            Diagnostics& diagnostics);

}  // namespace prereq
