// Ids that are safe inside an SVG, a page and a style sheet.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// `text` with everything but ASCII letters, digits and '-' written as `_HEX_` (the code point; a
// byte of malformed UTF-8 as `_xHEX_`). Different texts give different results; `c#` is `c_23_`.
std::string escape_id(std::string_view text);

// An id for the root, the same way, but starting with a letter or '_', as ids and selectors have
// to. "prereq" for an empty prefix.
std::string root_id(std::string_view prefix);

}  // namespace prereq
