#include "write/markdown_markup.hpp"

#include <algorithm>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

// Whether a destination of such characters needs no `<…>`.
bool is_plain_in_address(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || is_digit(c) ||
         std::string_view("-._~/%:#?=").find(c) != std::string_view::npos;
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
      case '`': out += "&#96;"; break;
      case '|': out += "&#124;"; break;
      case '{': out += "&#123;"; break;
      case '$': out += "&#36;"; break;
      case '\\': out += "&#92;"; break;
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
    out.append(text.substr(0, mark)).append("\\").append(text.substr(mark, 1));
    text.remove_prefix(mark + 1);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
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

std::string MarkdownMarkup::link(std::string_view text, std::string_view href) const {
  return "[" + words(text) + "](<" + destination(href) + ">)";
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
