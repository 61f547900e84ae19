#include "write/markdown_markup.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "prereq/hours.hpp"
#include "read/duration.hpp"
#include "read/item_details.hpp"

namespace prereq {
namespace {

// Whether a line that begins so could begin a list, a heading or a rule.
bool begins_block(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("-+#=:").find(text.front()) != std::string_view::npos) return true;
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  return digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
}

// Whether the text goes on from here as an address that some kinds of Markdown make a link.
bool begins_address(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://");
  return text[at] == '.' && at >= 3 && in_lower_case(text.substr(at - 3, 3)) == "www";
}

// What prereq's own reader would take for more than words, and shows it only as an entity.
bool is_shortcode(std::string_view text, std::size_t at) {
  const bool starts_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == ':';
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", at + 1);
  return starts_word && end != std::string_view::npos && end > at + 1 && text[end] == ':';
}

// "[[", "[^1]", "[x]", "[ ]" and "[!NOTE]".
bool opens_more_than_words(std::string_view text, std::size_t at) {
  const std::string_view inside = text.substr(at + 1);
  return !inside.empty() &&
         (std::string_view("[^!").find(inside.front()) != std::string_view::npos ||
          inside.starts_with("x]") || inside.starts_with("X]") || inside.starts_with(" ]"));
}

// "2 h", "optional", "free".
bool is_fact(std::string_view word) {
  constexpr std::array<std::string_view, 7> facts = {"core", "optional",  "assumed", "free",
                                                     "paid", "continued", "cont."};
  if (std::ranges::find(facts, word) != facts.end()) return true;
  const std::string_view amount = word.starts_with('~') ? word.substr(1) : word;
  const bool has_unit = word.find_first_of("hmw") != std::string_view::npos;
  return has_unit && (parse_hours(amount) || read_duration(amount, amount));
}

// "(2 h, optional)", "(free)", "(continued)", "(requires A)". A bracket that is not closed here may
// be by what follows.
bool opens_facts(std::string_view text, std::size_t at) {
  const std::size_t close = std::min(text.find(')', at), text.size());
  const std::string_view inside = text.substr(at + 1, close - at - 1);
  const std::string words = in_lower_case(inside);
  if (words.starts_with("requires ") || words.starts_with("needs ") || find_detail(inside)) {
    return true;
  }
  const auto parts = split_at_any(words, ",;");
  return !parts.empty() && std::ranges::all_of(parts, is_fact);
}

// Where the text begins like a line that says something about its item, as "Note: …" does.
std::size_t colon_of_detail(std::string_view text) {
  return find_detail(text) ? text.find(':') : std::string_view::npos;
}

// Whether a destination of such characters needs no `<…>`.
bool is_plain_in_address(char c) {
  return is_letter_or_digit(c) || std::string_view("-._~/%:#?=").find(c) != std::string_view::npos;
}

// Inside `<…>`. Every '&' is escaped, as no two kinds of Markdown agree what an entity is; so are
// the marks that some look for before they look for links: of code, tables, templates, mathematics.
std::string destination(std::string_view href) {
  std::string out;
  for (const char c : href) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '`': out += "&#96;"; break;
      case '|': out += "&#124;"; break;
      case '{': out += "&#123;"; break;
      case '$': out += "&#36;"; break;
      case '\\': out += "\\\\"; break;  // cmark takes one that was an entity for an escape
      default: out += c;
    }
  }
  return out;
}

}  // namespace

// Entities where the kinds of Markdown differ about what a backslash escapes, and where they find
// links, mathematics or templates in plain words.
std::string MarkdownMarkup::escaped(std::string_view text) {
  std::string out;
  if (begins_block(text)) {
    // A digit cannot be escaped, but what follows the digits can.
    const std::size_t mark = text.find_first_not_of("0123456789");
    out.append(text.substr(0, mark));
    text.remove_prefix(mark);
    // Not every Markdown takes a backslash before these.
    if (text.front() == '=' || text.front() == ':') {
      out += text.front() == '=' ? "&#61;" : "&#58;";
    } else {
      out.append("\\").append(text.substr(0, 1));
    }
    text.remove_prefix(1);
  }
  const std::size_t detail = colon_of_detail(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':' && (i == detail || is_shortcode(text, i))) {
      out += "&#58;";
      continue;
    }
    if (c == '[' && opens_more_than_words(text, i)) {
      out += "&#91;";
      continue;
    }
    if (c == '(' && opens_facts(text, i)) {
      out += "&#40;";
      continue;
    }
    if (begins_address(text, i)) {
      out += c == ':' ? "&#58;" : "&#46;";
      continue;
    }
    switch (c) {
      case '@': out += "&#64;"; break;
      case '$': out += "&#36;"; break;
      case '{': out += "&#123;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '|': out += "&#124;"; break;
      case '~': out += "&#126;"; break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']': out += '\\'; [[fallthrough]];
      default: out += c;
    }
  }
  return out;
}

// Of a link, whose text ends with its maker behind " by " where nothing says that it does not.
std::string MarkdownMarkup::label(std::string_view text) const {
  constexpr std::string_view maker = " by ";
  std::string out;
  for (std::size_t at = text.find(maker); at != std::string_view::npos; at = text.find(maker)) {
    out += words(text.substr(0, at)) + "&#32;";
    text.remove_prefix(at + 1);
  }
  return out + words(text);
}

std::string MarkdownMarkup::link(std::string_view text, std::string_view href) const {
  return "[" + label(text) + "](<" + destination(href) + ">)";
}

std::string MarkdownMarkup::list(const std::vector<PageItem>& items) const {
  std::string out;
  for (const PageItem& item : items) {
    out.append(4 * item.depth, ' ').append(item.has_box ? "- [ ] " : "- ");
    out.append(item.piece).append(item.rest).append("\n");
  }
  return out;
}

std::string MarkdownMarkup::table(const PageTable& table) const {
  std::string out;
  const auto add_row = [&](const std::vector<std::string>& row) {
    out += "|";
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
      const std::string_view cell = cell_of(row, i);
      if (!cell.empty()) out.append(" ").append(cell);
      out += " |";
    }
    out += "\n";
  };
  add_row(table.heads);
  out += "|";
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    out += table.is_figure(i) ? " ---: |" : " --- |";
  }
  out += "\n";
  for (const auto& row : table.rows) add_row(row);
  return out;
}

std::string MarkdownMarkup::picture(const PagePicture& picture) const {
  std::string image =
      "![" + MarkdownMarkup::words(picture.alt) + "](" + std::string(picture.url) + ")";
  if (picture.link.empty()) return image + "\n";
  const bool is_plain = std::ranges::all_of(picture.link, is_plain_in_address);
  const std::string target =
      is_plain ? std::string(picture.link) : "<" + destination(picture.link) + ">";
  return "[" + image + "](" + target + ")\n";
}

// Not only the SVG: not every Markdown takes that for HTML.
DrawingFrame MarkdownMarkup::drawing_frame() const {
  return {"<div class=\"prereq-drawing\">\n", "</div>\n"};
}

const PageMarkup& markdown_markup() {
  static const MarkdownMarkup markup;
  return markup;
}

}  // namespace prereq
