// Inside quotes DOT itself knows one escape, `\"`. Labels, tooltips and addresses have further ones
// (`\N` is the node's name), and HTML's entities mean characters.
#include "write/dot_quoting.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "base/xml.hpp"

namespace prereq {
namespace {

bool may_begin_name(char c) { return is_letter(c) || c == '_'; }

bool is_keyword(std::string_view word) {
  constexpr std::array<std::string_view, 6> keywords = {"node",    "edge",     "graph",
                                                        "digraph", "subgraph", "strict"};
  return std::ranges::find(keywords, in_lower_case(word)) != keywords.end();
}

bool needs_no_quotes(std::string_view text) {
  if (text.empty()) return false;
  if (is_digit(text.front()) && is_digit(text.back())) {
    const bool is_number =
        std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; });
    return is_number && std::ranges::count(text, '.') <= 1;
  }
  const bool is_word = may_begin_name(text.front()) && std::ranges::all_of(text, [](char c) {
                         return may_begin_name(c) || is_digit(c);
                       });
  // The longest keyword has eight letters.
  return is_word && (text.size() > 8 || !is_keyword(text));
}

// Whether an '&' before this text begins what may be an entity.
bool is_rest_of_entity(std::string_view rest) {
  const auto end = std::ranges::find_if_not(
      rest, [](char c) { return may_begin_name(c) || is_digit(c) || c == '#'; });
  return end != rest.begin() && end != rest.end() && *end == ';';
}

}  // namespace

void append_dot_value(std::string& out, std::string_view text) {
  if (needs_no_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  out += '"';
}

// cgraph keeps two backslashes as two, takes one before a quote for an escape, and a name that
// starts with '%' for none. Names become titles in Graphviz's SVG, as they are: XML has no U+FFFE,
// and none of the entities that a name may look like.
std::string dot_name(std::string_view id) {
  std::string name = id.starts_with('%') ? "\\" : "";
  while (!id.empty()) {
    const std::string_view before = id;
    const char32_t c = take_code_point(id);
    if (c == 0xFFFE || c == 0xFFFF) {
      name += c == 0xFFFE ? "\\uFFFE" : "\\uFFFF";
    } else if (c == '&' && is_rest_of_entity(id)) {
      name += "\\u0026";
    } else {
      if (c == '\\') name += '\\';
      name += before.substr(0, before.size() - id.size());
    }
  }
  return name;
}

void append_dot_text(std::string& out, std::string_view text) {
  const std::string characters = xml_characters(text);
  const std::string_view all = characters;
  out += '"';
  for (std::size_t i = 0; i < all.size(); ++i) {
    switch (all[i]) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "&#10;"; break;
      case '&': out += is_rest_of_entity(all.substr(i + 1)) ? "&amp;" : "&"; break;
      default: out += all[i];
    }
  }
  out += '"';
}

// Graphviz up to 2.42 copies addresses into its SVG as they are.
void append_dot_address(std::string& out, std::string_view href) {
  std::string xml;
  append_xml(xml, href);
  out += '"';
  for (const char c : xml) out.append(c == '\\' ? 2 : 1, c);
  out += '"';
}

std::string dot_comment(std::string_view text) {
  std::string line;
  for (const char c : xml_characters(text)) line += c == '\n' ? ' ' : c;
  return line;
}

}  // namespace prereq
