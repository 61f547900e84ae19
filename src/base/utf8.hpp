// Decoding of UTF-8 that may be malformed.
#pragma once

#include <string_view>

namespace prereq {

inline constexpr char32_t replacement_character = 0xFFFD;

// Takes the next code point off the front of `utf8`. A byte that starts no well-formed code point
// (overlong forms, surrogates and what lies beyond U+10FFFF included) is taken alone and gives
// U+FFFD. Requires: `utf8` is not empty.
char32_t take_code_point(std::string_view& utf8);

}  // namespace prereq
