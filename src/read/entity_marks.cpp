#include "read/entity_marks.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"

namespace prereq {
namespace {

constexpr std::string_view entity_start = "&#";
// The marks are U+F0020 to U+F007E. In front of such a character of the page itself stands another.
constexpr char32_t first_mark = 0xF0000;
constexpr char32_t own_mark = first_mark + 0x7F;
constexpr std::string_view start_of_marks = "\xF3\xB0";  // in UTF-8, and of some others

bool is_mark(char32_t c) { return c >= first_mark && c <= own_mark; }

// Letters and digits are no syntax of anything.
bool is_sign(std::uint32_t c) {
  return c >= ' ' && c < 0x7F && !is_letter_or_digit(static_cast<char>(c));
}

// The sign that the text starts with as an entity, and the length of that.
std::optional<std::pair<std::uint32_t, std::size_t>> sign_entity(std::string_view text) {
  constexpr std::size_t longest = 8;
  const std::string_view digits = text.substr(0, longest).substr(entity_start.size());
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const auto length = static_cast<std::size_t>(stop - digits.data());
  if (error != std::errc() || !digits.substr(length).starts_with(';') || !is_sign(value)) {
    return std::nullopt;
  }
  return std::pair(value, entity_start.size() + length + 1);
}

// `replace(out, sign)` appends what each mark becomes.
template <typename Replace>
std::string with_marks_replaced(std::string_view text, Replace replace) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find(start_of_marks);
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    char32_t c = take_code_point(text);
    if (is_mark(c) && c != own_mark) {
      replace(out, static_cast<char>(c - first_mark));
      continue;
    }
    if (c == own_mark && !text.empty()) c = take_code_point(text);
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string mark_entities(std::string_view page) {
  std::string out;
  while (!page.empty()) {
    const std::size_t at = std::min(page.find(entity_start), page.find(start_of_marks));
    out += page.substr(0, at);
    if (at == std::string_view::npos) break;
    page.remove_prefix(at);
    if (page.starts_with('&')) {
      const auto entity = sign_entity(page);
      if (entity) append_utf8(out, first_mark + entity->first);
      if (!entity) out += entity_start;
      page.remove_prefix(entity ? entity->second : entity_start.size());
      continue;
    }
    const char32_t c = take_code_point(page);
    if (is_mark(c)) append_utf8(out, own_mark);
    append_utf8(out, c);
  }
  return out;
}

std::string without_marks(std::string_view text) {
  return with_marks_replaced(text, [](std::string& out, char sign) { out += sign; });
}

std::string with_entities(std::string_view text) {
  return with_marks_replaced(text, [](std::string& out, char sign) {
    out.append(entity_start).append(std::to_string(static_cast<int>(sign))).append(";");
  });
}

}  // namespace prereq
