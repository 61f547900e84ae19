// Names of the pictures that a roadmap is split into.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prereq {

// What a file of a name and an extension may take on the usual file systems.
inline constexpr std::size_t longest_file_name = 255;

// Of the file of a section, without extension: "section-" and the id, made safe by escape_id().
// Over `most_bytes`, as far as that leaves room for a hash of all of it; no id that fits gives such
// a name. Requires: most_bytes >= 40.
std::string page_name_of(std::string_view section_id, std::size_t most_bytes);

}  // namespace prereq
