// What libyaml complains about, in prereq's words.
#pragma once

#include <yaml.h>

#include "prereq/diagnostic.hpp"
#include "read/text_check.hpp"

namespace prereq {

// Adds one `syntax` diagnostic for the parser's error. Where the cause is a value that needs
// quotes, the message says "quote this value" and the span is that value. O(length of the text).
void add_syntax_error(const yaml_parser_t& parser, const CheckedText& text, FileId file,
                      Diagnostics& diagnostics);

}  // namespace prereq
