// Tells a roadmap file from other YAML and JSON, such as what a repository's tools are set up with.
#pragma once

#include <string_view>

namespace prereq {

// Whether the text has `topics`, `sections` or `goals` at its top that is a mapping, and no more
// fields there that a roadmap has not than ones that it has. Goes by the looks of it, without
// parsing, so that a roadmap with mistakes counts as one. O(size).
bool looks_like_roadmap_file(std::string_view text);

}  // namespace prereq
