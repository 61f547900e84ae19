// Texts as scalars of JSON and YAML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prereq {

// In double quotes, for JSON and YAML alike: whatever either would not take as it is, or would not
// show, is escaped.
std::string quoted_scalar(std::string_view text);

// Without quotes where any reader of YAML, of version 1.1 too, takes that for just this text; else
// in quotes. `in_flow`: between brackets or braces.
std::string yaml_scalar(std::string_view text, bool in_flow);

// Adds the text as a block scalar below a key or dash, each line after `indent` spaces: literal if
// it has line breaks, else folded at `width` columns. False, and nothing added, if it is better in
// quotes.
bool append_block_scalar(std::string& out, std::string_view text, std::size_t indent,
                         std::size_t width);

}  // namespace prereq
