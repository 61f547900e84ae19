#include "read/front_matter.hpp"

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The key of "key: value", or of "key = value"; empty if the line is neither.
std::string_view key_of(std::string_view line, char sign) {
  const std::size_t at = line.find(sign);
  if (at == std::string_view::npos || is_blank(line.front())) return {};
  const std::string_view key = without_end(line.substr(0, at));
  return key.find_first_of(" \t\"'#[{-") == 0 ? std::string_view() : key;
}

std::string value_of(std::string_view line, char sign) {
  std::string_view value = trimmed(line.substr(line.find(sign) + 1));
  if (value.starts_with('|') || value.starts_with('>')) return {};  // goes on in further lines
  const bool is_quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                         value.back() == value.front();
  if (is_quoted) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter found;
  std::string_view rest = text;
  const std::string_view mark = without_end(take_line(rest));
  if (mark != "---" && mark != "+++") return found;
  const char sign = mark == "---" ? ':' : '=';
  bool has_key = false;
  while (!rest.empty()) {
    const std::string_view line = without_end(take_line(rest));
    if (has_key && (line == mark || (sign == ':' && line == "..."))) {
      found.length = text.size() - rest.size();
      return found;
    }
    if (line.empty()) continue;
    const std::string_view key = key_of(line, sign);
    if (!has_key && key.empty() && !line.starts_with('#')) return {};
    has_key = has_key || !key.empty();
    if (key == "title") found.title = value_of(line, sign);
    if (key == "description") found.description = value_of(line, sign);
  }
  return {};
}

}  // namespace prereq
