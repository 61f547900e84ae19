// A short text inside a PNG or PDF that readers pass over: what the picture was made from.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// `png` with the text in a chunk of its own. Requires: a whole PNG, and a text of ASCII.
std::string png_with_text(std::string_view png, std::string_view text);
// `pdf` with the text in a comment at its end. Requires: a whole PDF, and one line of ASCII.
std::string pdf_with_text(std::string_view pdf, std::string_view text);

// The text that one of these two put there; empty if neither did. Any bytes will do.
std::string_view carried_text(std::string_view picture);

}  // namespace prereq
