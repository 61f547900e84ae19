// The words in DOT labels, which may be escaped, records or HTML.
#pragma once

#include <string>
#include <string_view>

#include "read/dot_file.hpp"

namespace prereq {

// Words on one line: line breaks and runs of blanks are one space, `\N` is the node's name, of a
// record all fields, of HTML what stands between the tags.
std::string words_of(const DotLabel& label, std::string_view name, bool is_record);

// `\N` replaced, entities decoded: a URL or a tooltip.
std::string attribute_text(std::string_view value, std::string_view name);

}  // namespace prereq
