#include "read/dot_text.hpp"

#include <algorithm>

#include "read/html_words.hpp"

namespace prereq {
namespace {

const std::string* named(const DotNames& names, char letter) {
  const auto found = std::ranges::find(names, letter, &DotName::letter);
  return found == names.end() ? nullptr : &found->text;
}

// A backslash with what follows it, in a label.
std::string unescaped(std::string_view text, const DotNames& names, bool is_record) {
  std::string out;
  int port = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      const char next = text[++i];
      if (const std::string* name = named(names, next)) {
        out += *name;
      } else if (next == 'n' || next == 'l' || next == 'r') {
        out += '\n';
      } else {
        out += next;
      }
    } else if (is_record && (c == '<' || c == '>')) {
      port += c == '<' ? 1 : -1;
    } else if (is_record && (c == '{' || c == '}' || c == '|')) {
      out += ' ';
    } else if (port <= 0) {
      out += c;
    }
  }
  return out;
}

// Other escapes stay as they are.
std::string with_names(std::string_view text, const DotNames& names) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const std::string* name = text[i] == '\\' ? named(names, next) : nullptr;
    if (name != nullptr) {
      out += *name;
    } else {
      out += text[i];
    }
    if (text[i] == '\\' && (name != nullptr || next == '\\')) ++i;
  }
  return out;
}

}  // namespace

std::string words_of(const DotLabel& label, const DotNames& names, bool is_record) {
  if (label.is_html) return html_words(with_names(label.text, names));
  return on_one_line(without_entities(unescaped(label.text, names, is_record)));
}

std::string own_words(const DotLabel& label, const DotNames& names) {
  if (label.is_html) return html_words(with_names(label.text, names));
  std::string text = unescaped(label.text, names, false);
  std::ranges::replace(text, '\n', ' ');
  return without_entities(text);
}

std::string attribute_text(std::string_view value, const DotNames& names) {
  return without_entities(with_names(value, names));
}

}  // namespace prereq
