#include "write/file_scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

// What JSON and YAML take as it is and an editor shows where it stands. Not so: control characters,
// what breaks lines or changes the direction of writing, byte order marks, noncharacters.
bool is_plain_character(char32_t c) {
  if (c < 0xA0) return c >= ' ' && c < 0x7F;
  const bool turns = (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return !turns && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

bool has_only_plain_characters(std::string_view text) {
  if (find_malformed_utf8(text) != std::string_view::npos) return false;
  while (!text.empty()) {
    if (!is_plain_character(take_code_point(text))) return false;
  }
  return true;
}

bool is_number_like(std::string_view text) {
  const char first = text.front();
  const bool may_be = is_digit(first) || first == '+' || first == '.';
  if (!may_be) return false;
  return text.starts_with("0x") || text.starts_with("0o") ||
         text.find_first_not_of("0123456789+-.:_eE") == std::string_view::npos;
}

// Plain scalars that YAML 1.1 or 1.2 takes for something else than text.
bool is_reserved_word(std::string_view text) {
  constexpr std::array<std::string_view, 15> words = {"null", "~",  "true", "false", "yes",
                                                      "no",   "on", "off",  "y",     "n",
                                                      "<<",   "=",  ".inf", "+.inf", ".nan"};
  if (text.size() > 5) return false;
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::ranges::find(words, lowered) != words.end();
}

bool needs_quotes(std::string_view text, bool in_flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return true;
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
  if (indicators.find(text.front()) != std::string_view::npos) return true;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) {
    return true;
  }
  // A section that is required is easier to read without: every reader of YAML takes it as a text.
  const std::string_view in_brackets =
      text.substr(text.starts_with(section_prefix) ? section_prefix.size() : 0);
  if (in_flow && in_brackets.find_first_of(",[]{}:?") != std::string_view::npos) return true;
  return is_number_like(text) || is_reserved_word(text);
}

// Lines that a literal block holds as they are.
bool fits_literal_block(std::string_view text) {
  if (text.front() == ' ' || text.front() == '\n' || text.back() == '\n') return false;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.ends_with(' ') || !has_only_plain_characters(line)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

// One space between words, so that a line may end at any of them.
bool fits_folded_block(std::string_view text) {
  return text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos &&
         has_only_plain_characters(text);
}

void append_line(std::string& out, std::string_view line, std::size_t indent) {
  out += '\n';
  if (!line.empty()) out.append(indent, ' ');
  out += line;
}

// The length of as many words as fit, at least one.
std::size_t folded_length(std::string_view text, std::size_t width) {
  std::size_t length = std::min(text.find(' '), text.size());
  std::size_t columns = count_code_points(text.substr(0, length));
  while (length < text.size()) {
    const std::size_t next = std::min(text.find(' ', length + 1), text.size());
    columns += count_code_points(text.substr(length, next - length));
    if (columns > width) break;
    length = next;
  }
  return length;
}

}  // namespace

std::string quoted_scalar(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (is_plain_character(c)) {
          append_utf8(out, c);
        } else {
          fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<std::uint32_t>(c));
        }
    }
  }
  return out + '"';
}

std::string yaml_scalar(std::string_view text, bool in_flow) {
  if (!has_only_plain_characters(text)) return quoted_scalar(text);
  if (!needs_quotes(text, in_flow)) return std::string(text);
  const bool has_escapes = text.find_first_of("\"\\") != std::string_view::npos;
  if (!has_escapes || text.find('\'') != std::string_view::npos) return quoted_scalar(text);
  return fmt::format("'{}'", text);
}

bool append_block_scalar(std::string& out, std::string_view text, std::size_t indent,
                         std::size_t width) {
  if (text.empty()) return false;
  if (text.find('\n') != std::string_view::npos) {
    if (!fits_literal_block(text)) return false;
    out += "|-";
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      append_line(out, text.substr(0, end), indent);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
  }
  if (!fits_folded_block(text)) return false;
  out += ">-";
  while (!text.empty()) {
    const std::size_t length = folded_length(text, width > indent ? width - indent : 1);
    append_line(out, text.substr(0, length), indent);
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return true;
}

}  // namespace prereq
