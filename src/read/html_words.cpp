#include "read/html_words.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "read/entity_names.hpp"

namespace prereq {
namespace {

// The text between '&' and ';'.
std::optional<char32_t> entity(std::string_view name) {
  if (!name.starts_with('#')) return character_named(name);
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, value, is_hexadecimal ? 16 : 10);
  const bool is_scalar = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  if (name.empty() || stop != end || error != std::errc() || !is_scalar) return std::nullopt;
  return static_cast<char32_t>(value);
}

// Tags such as <B> may stand within a word; lines and cells are words of their own.
bool parts_words(std::string_view tag) {
  std::string name = in_lower_case(tag.substr(0, tag.find_first_of(" \t\r\n/", 1)));
  if (name.starts_with('/')) name.erase(0, 1);
  return name == "br" || name == "td" || name == "tr" || name == "hr" || name == "vr";
}

std::string without_tags(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    out += html.substr(0, tag);
    if (tag == std::string_view::npos) break;
    html.remove_prefix(tag + 1);
    const bool is_comment = html.starts_with("!--");
    const std::size_t end = html.find(is_comment ? "-->" : ">");
    if (end == std::string_view::npos) break;
    if (!is_comment && parts_words(html.substr(0, end))) out += ' ';
    html.remove_prefix(end + (is_comment ? 3 : 1));
  }
  return out;
}

}  // namespace

std::string without_entities(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t start = text.find('&');
    out += text.substr(0, start);
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    // No entity is longer than this.
    const std::size_t end = text.substr(0, 12).find(';');
    const auto character =
        end == std::string_view::npos ? std::nullopt : entity(text.substr(1, end - 1));
    if (character) {
      append_utf8(out, *character);
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const std::string_view word : split_at_any(text, " \t\r\n")) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string html_words(std::string_view html) {
  return on_one_line(without_entities(without_tags(html)));
}

}  // namespace prereq
