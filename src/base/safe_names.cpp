#include "base/safe_names.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/utf8.hpp"

namespace prereq {
namespace {

// Of ASCII, whatever the locale.
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

void append_code(std::string& out, char32_t c) {
  fmt::format_to(std::back_inserter(out), "_{:X}_", static_cast<unsigned>(c));
}

}  // namespace

std::string escape_id(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = take_code_point(text);
    if (is_letter(c) || is_digit(c) || c == U'-') {
      result += before.front();
    } else if (c == replacement_character && before.size() - text.size() == 1) {
      fmt::format_to(std::back_inserter(result), "_x{:02X}_",
                     static_cast<unsigned char>(before.front()));
    } else {
      append_code(result, c);
    }
  }
  return result;
}

std::string root_id(std::string_view prefix) {
  if (prefix.empty()) return "prereq";
  std::string result = escape_id(prefix);
  const auto first = static_cast<unsigned char>(result.front());
  if (!is_letter(first) && result.front() != '_') {
    std::string start;
    append_code(start, first);
    result.replace(0, 1, start);
  }
  return result;
}

}  // namespace prereq
