#include "read/dot_text.hpp"

#include "read/html_words.hpp"

namespace prereq {
namespace {

// A backslash with what follows it, in a label.
std::string unescaped(std::string_view text, std::string_view name, bool is_record) {
  std::string out;
  int port = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      const char next = text[++i];
      if (next == 'N') {
        out += name;
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

}  // namespace

std::string words_of(const DotLabel& label, std::string_view name, bool is_record) {
  if (label.is_html) return html_words(label.text);
  return on_one_line(without_entities(unescaped(label.text, name, is_record)));
}

std::string attribute_text(std::string_view value, std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value.substr(at).starts_with("\\N")) {
      out += name;
      ++at;
    } else {
      out += value[at];
    }
  }
  return without_entities(out);
}

}  // namespace prereq
