// UTF-8: decoding what may be malformed, and the few facts about characters that prereq needs.
//
// Unicode's tables are utf8proc's. Nothing here depends on the locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prereq {

inline constexpr char32_t replacement_character = 0xFFFD;

// What some editors put before a text; no part of it.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
std::string_view without_byte_order_mark(std::string_view text);

// Of a code point of several bytes, any but the first.
constexpr bool is_continuation_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Takes the next code point off the front of `utf8`. A byte that starts no well-formed code point
// (overlong forms, surrogates and what lies beyond U+10FFFF included) is taken alone and gives
// U+FFFD. Requires: `utf8` is not empty.
char32_t take_code_point(std::string_view& utf8);

// Offset of the first byte that is not part of well-formed UTF-8; npos when all is well. O(length).
std::size_t find_malformed_utf8(std::string_view text);

// Malformed bytes count one each. O(length).
std::size_t count_code_points(std::string_view text);

// The beginning of the text, of at most `most` code points, malformed bytes counted one each.
// O(length of the result).
std::string_view first_code_points(std::string_view text, std::size_t most);

// Requires: `value` is a Unicode scalar value.
void append_utf8(std::string& text, char32_t value);

// White space in any script, separators of lines and paragraphs included.
bool is_space(char32_t value);
// The C0 and C1 control characters and U+007F.
bool is_control(char32_t value);
// What shows nothing and takes no room by itself: joiners, marks of direction, variation selectors,
// tags, soft hyphens, fillers. Controls and white space aside.
bool is_invisible(char32_t value);
std::string without_invisible(std::string_view text);

// The text with its first character in title case: `größe` gives `Größe`.
std::string raise_first_letter(std::string_view text);

}  // namespace prereq
