// The words in DOT labels, which may be escaped, records or HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/dot_file.hpp"

namespace prereq {

// What a backslash and a letter stand for: 'N' for a node's name, 'T' and 'H' for those of an
// edge's ends, 'E' for the edge and 'G' for the graph.
struct DotName {
  char letter;
  std::string text;
};
using DotNames = std::vector<DotName>;

// Words on one line: line breaks and runs of blanks are one space, of a record all fields, of HTML
// what stands between the tags.
std::string words_of(const DotLabel& label, const DotNames& names, bool is_record = false);

// A text that prereq wrote, line breaks and blanks as they were; `\n` is a blank, for who breaks
// its label.
std::string own_words(const DotLabel& label, const DotNames& names);

// Names filled in, entities decoded, `\\` one backslash: a URL.
std::string attribute_text(std::string_view value, const DotNames& names);

}  // namespace prereq
