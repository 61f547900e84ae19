// What site generators keep between `---` or `+++` lines at the start of a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prereq {

struct FrontMatter {
  std::size_t length = 0;  // in bytes, with both marks; 0 for none
  std::string title;
  std::string description;
};

// YAML or TOML, of which titles and descriptions in one line are read. A first line `---` that no
// line `key:` follows is a rule as in any Markdown. O(length).
FrontMatter read_front_matter(std::string_view text);

}  // namespace prereq
