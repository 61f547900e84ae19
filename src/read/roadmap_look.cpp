#include "read/roadmap_look.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "read/fields.hpp"

namespace prereq {
namespace {

// Counts the fields at the top of a file.
class TopFields {
 public:
  void add(std::string_view name, bool is_mapping) {
    constexpr std::array<std::string_view, 3> telling = {"topics", "sections", "goals"};
    if (name.starts_with("x-")) return;
    const bool is_known = std::ranges::find(root_type.fields, name) != root_type.fields.end();
    (is_known ? known_ : unknown_) += 1;
    tells_ = tells_ || (is_mapping && std::ranges::find(telling, name) != telling.end());
  }

  bool are_of_a_roadmap() const { return tells_ && unknown_ <= known_; }

 private:
  std::size_t known_ = 0;
  std::size_t unknown_ = 0;
  bool tells_ = false;
};

std::string_view unquoted(std::string_view key) {
  key = trimmed(key);
  const bool is_quoted =
      key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front();
  return is_quoted ? key.substr(1, key.size() - 2) : key;
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

bool says_nothing(std::string_view line) {
  const std::string_view words = trimmed(line);
  return words.empty() || words.starts_with('#');
}

// Whether the lines that follow a key are the fields of a mapping.
bool begins_mapping(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (says_nothing(line)) continue;
    const std::string_view words = trimmed(line);
    return line.front() == ' ' && words != "-" && !words.starts_with("- ");
  }
  return false;
}

// In block style: the keys that begin a line.
bool in_lines(std::string_view text) {
  TopFields fields;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (says_nothing(line) || line.front() == ' ' || line.front() == '\t') continue;
    std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) colon = line.find(":\t");
    if (colon == std::string_view::npos && trimmed(line).ends_with(':')) colon = line.rfind(':');
    if (colon == std::string_view::npos || colon == 0) continue;
    const std::string_view value = line.substr(colon + 1);
    const bool is_mapping =
        says_nothing(value) ? begins_mapping(text) : trimmed(value).starts_with('{');
    fields.add(unquoted(line.substr(0, colon)), is_mapping);
  }
  return fields.are_of_a_roadmap();
}

// In braces, as JSON is: the keys that stand in the outermost ones.
class Braces {
 public:
  explicit Braces(std::string_view text) : text_(text) {}

  bool are_of_a_roadmap() {
    TopFields fields;
    std::size_t depth = 0;
    std::size_t key_begin = 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) break;
      if (depth == 1 && (c == ',' || c == '{')) key_begin = at_ + 1;
      if (depth == 1 && c == ':') {
        fields.add(unquoted(text_.substr(key_begin, at_ - key_begin)), value_is_mapping());
      }
      ++at_;
    }
    return fields.are_of_a_roadmap();
  }

 private:
  void skip_string() {
    const char quote = text_[at_++];
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\\' && quote == '"') ++at_;
    }
    ++at_;
  }

  bool value_is_mapping() const {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n", at_ + 1);
    return begin != std::string_view::npos && text_[begin] == '{';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool looks_like_roadmap_file(std::string_view text) {
  text = without_byte_order_mark(text);
  const std::string_view begin = trimmed(text);
  return begin.starts_with('{') ? Braces(begin).are_of_a_roadmap() : in_lines(text);
}

}  // namespace prereq
