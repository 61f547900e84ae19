// What a view shows, in words: its heading, its description, its sections.
#pragma once

#include "view/draft.hpp"

namespace prereq {

// Fills in hours, and links in views of the whole roadmap, of every section whose topics are shown.
void describe_sections(Draft& draft, const Roadmap& roadmap, bool whole);

// Fills in title, `shows` and description.
void describe_view(Draft& draft, const Roadmap& roadmap, const ViewOptions& options);

}  // namespace prereq
