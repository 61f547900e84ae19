#include "write/page_text.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "base/xml.hpp"
#include "read/item_details.hpp"
#include "read/url.hpp"
#include "write/report_text.hpp"

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

// "(2 h, optional)", "(free)", "(continued)", "(requires A)".
bool opens_facts(std::string_view text, std::size_t at) {
  const std::size_t close = text.find(')', at);
  if (close == std::string_view::npos) return false;
  const std::string_view inside = text.substr(at + 1, close - at - 1);
  const std::string words = in_lower_case(inside);
  if (words.starts_with("requires ") || words.starts_with("needs ") || find_detail(inside)) {
    return true;
  }
  constexpr std::array<std::string_view, 7> facts = {"core", "optional",  "assumed", "free",
                                                     "paid", "continued", "cont."};
  for (const std::string_view part : split_at_any(words, ",;")) {
    const bool is_amount =
        part.find_first_of("0123456789") < 2 && part.find_first_of("hmw") != std::string_view::npos;
    if (is_amount || std::ranges::find(facts, part) != facts.end()) return true;
  }
  return false;
}

// Where the text begins like a line that says something about its item, as "Note: …" does.
std::size_t colon_of_detail(std::string_view text) {
  return find_detail(text) ? text.find(':') : std::string_view::npos;
}

// Entities where the kinds of Markdown differ about what a backslash escapes, and where they find
// links, mathematics or templates in plain words.
std::string markdown_words(std::string_view text) {
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
std::string markdown_label(std::string_view text) {
  constexpr std::string_view maker = " by ";
  std::string out;
  for (std::size_t at = text.find(maker); at != std::string_view::npos; at = text.find(maker)) {
    out += markdown_words(text.substr(0, at)) + "&#32;";
    text.remove_prefix(at + 1);
  }
  return out + markdown_words(text);
}

std::string html_words(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
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
      case '\\': out += "\\\\"; break;  // cmark takes one that was an entity for an escape
      default: out += c;
    }
  }
  return out;
}

}  // namespace

std::string escape_for_page(std::string_view text, PageFormat format) {
  const std::string shown = safe_text(text);
  return format == PageFormat::html ? html_words(shown) : markdown_words(shown);
}

std::string PageText::words(std::string_view text) const { return escape_for_page(text, format_); }

std::string PageText::strong(const std::string& piece) const {
  return html() ? "<strong>" + piece + "</strong>" : "**" + piece + "**";
}

std::string PageText::link(std::string_view text, std::string_view url) const {
  const std::string href = safe_href(url);
  if (href.empty()) return words(text);
  if (html()) return "<a href=\"" + html_words(href) + "\">" + words(text) + "</a>";
  return "[" + markdown_label(safe_text(text)) + "](<" + destination(href) + ">)";
}

void PageText::begin_block(Block block) {
  if (block != Block::list) close_lists(0);
  const bool apart = last_ != Block::none && !(last_ == Block::list && block == Block::list);
  if (apart && !html()) out_ += '\n';
  last_ = block;
}

void PageText::paragraph(const std::string& piece) {
  begin_block(Block::other);
  out_ += html() ? "<p>" + piece + "</p>\n" : piece + "\n";
}

void PageText::close_lists(std::size_t down_to) {
  for (; open_lists_ > down_to; --open_lists_) out_ += "</li>\n</ul>";
  if (down_to == 0 && !out_.empty() && out_.back() != '\n') out_ += '\n';
}

void PageText::open_list(std::size_t depth, std::string_view name) {
  if (open_lists_ > depth) {
    close_lists(depth + 1);
    out_ += "</li>\n";
    return;
  }
  if (open_lists_ > 0) out_ += '\n';
  out_ += "<ul class=\"prereq-" + std::string(name) + "\">\n";
  ++open_lists_;
}

void PageText::item(const std::string& piece, std::size_t depth) {
  begin_block(Block::list);
  if (!html()) {
    out_.append(4 * depth, ' ').append("- ").append(piece).append("\n");
    return;
  }
  open_list(depth, "list");
  out_ += "<li>" + piece;
}

void PageText::box(const std::string& piece, const std::string& rest) {
  begin_block(Block::list);
  if (!html()) {
    out_ += "- [ ] " + piece + rest + "\n";
    return;
  }
  open_list(0, "checklist");
  out_ += "<li><label><input type=\"checkbox\"> " + piece + "</label>" + rest;
}

void PageText::table_row(const std::vector<std::string>& cells, std::size_t columns,
                         std::size_t figures, bool head) {
  out_ += html() ? "<tr>" : "|";
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string cell = i < cells.size() ? cells[i] : "";
    if (!html()) {
      out_ += cell.empty() ? " |" : " " + cell + " |";
      continue;
    }
    out_ += head ? "<th scope=\"col\"" : "<td";
    if (i + figures >= columns) out_ += " style=\"text-align: right\"";
    out_ += ">" + cell + (head ? "</th>" : "</td>");
  }
  out_ += html() ? "</tr>\n" : "\n";
}

void PageText::table(const std::vector<std::string>& heads,
                     const std::vector<std::vector<std::string>>& rows, std::size_t figures) {
  begin_block(Block::other);
  if (html()) out_ += "<table class=\"prereq-table\">\n<thead>\n";
  table_row(heads, heads.size(), figures, true);
  if (html()) {
    out_ += "</thead>\n<tbody>\n";
  } else {
    out_ += "|";
    for (std::size_t i = 0; i < heads.size(); ++i) {
      out_ += i + figures >= heads.size() ? " ---: |" : " --- |";
    }
    out_ += "\n";
  }
  for (const auto& row : rows) table_row(row, heads.size(), figures, false);
  if (html()) out_ += "</tbody>\n</table>\n";
}

std::string PageText::take() {
  close_lists(0);
  last_ = Block::none;
  return std::move(out_);
}

}  // namespace prereq
