// Words of texts that people wrote, as far as ASCII tells them apart: what is blank, a letter
// or a digit, and which letters are capitals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// Spaces, tabs and ends of lines.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The same, and form feeds.
constexpr bool is_html_space(char c) { return is_blank(c) || c == '\f'; }

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

// Without what is blank at both ends; a part of `text` even if nothing is left.
std::string_view trimmed(std::string_view text);

// ASCII letters only: for words that are compared with English ones.
std::string in_lower_case(std::string_view text);

// Without colons, dashes, arrows, bars and what is blank at both ends, such as join parts of a
// line. A hyphen at the end counts only behind a blank: "C--" keeps its own.
std::string_view without_joints(std::string_view text);
std::string_view without_last_joints(std::string_view text);

// The place of the bracket that the last one closes; npos if the text does not end in one.
std::size_t last_bracket(std::string_view text);

// Without empty parts, each trimmed.
std::vector<std::string_view> split_at_any(std::string_view text, std::string_view separators);

}  // namespace prereq
