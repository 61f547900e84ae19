// Pages in reStructuredText, as docutils and Sphinx read it.
//
// A backslash makes any character a plain one. Sphinx also makes quotes, dashes and dots
// typographic, which a backslash prevents too.
#include <algorithm>
#include <string>

#include "base/ascii_words.hpp"
#include "write/page_markup.hpp"

namespace prereq {
namespace {

constexpr std::size_t indent_of_lists = 2;

// Whether a paragraph cannot begin so: with a mark of a list, a title, a comment and the like, or
// with an enumerator such as `A.` or `iv)`.
bool begins_block(std::string_view text) {
  const char first = text.front();
  if (is_letter(first)) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
    return end != text.end() && (*end == '.' || *end == ')');
  }
  // Bullets outside of ASCII; a backslash before another letter does no harm.
  return static_cast<unsigned char>(first) < 0x80 || text.starts_with("\xE2");
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const auto next = [&](std::size_t by) { return at + by < text.size() ? text[at + by] : ' '; };
  const char before = at > 0 ? text[at - 1] : ' ';
  switch (text[at]) {
    case '\\':
    case '*':
    case '`':
    case '_':
    case '|':
    case '<':
    case '>':
    case '@':
    case '"':
    case '\'': return true;
    // Of an address, or of what announces a literal block.
    case ':': return at + 1 == text.size() || !is_blank(next(1));
    case '-': return before == '-' || next(1) == '-';
    case '.': return before == '.' || next(1) == '.';
    default: return false;
  }
}

// As the part of an address between angle brackets.
std::string destination(std::string_view href) {
  std::string out;
  const bool is_absolute = href.find(':') < href.find_first_of("/?#");
  for (std::size_t i = 0; i < href.size(); ++i) {
    switch (href[i]) {
      case '<': out += "%3C"; break;
      case '>': out += "%3E"; break;
      case '\\': out += "%5C"; break;
      case '`': out += "%60"; break;
      // At the end it would name another target.
      case '_': out += i + 1 == href.size() ? "\\_" : "_"; break;
      // Else it would be taken for somebody's address of mail.
      case '@': out += is_absolute ? "@" : "%40"; break;
      default: out += href[i];
    }
  }
  return out;
}

// As the argument of a directive. Names are not decoded by Sphinx, so that no more is encoded than
// what a browser would read otherwise.
std::string file_argument(std::string_view name) {
  std::string out;
  for (const char c : name) {
    switch (c) {
      case '%': out += "%25"; break;
      case '#': out += "%23"; break;
      case '?': out += "%3F"; break;
      case '\\': out += "%5C"; break;
      case ' ': out += "\\ "; break;
      default: out += c;
    }
  }
  return out;
}

class RstMarkup : public PageMarkup {
 public:
  std::string words(std::string_view text) const override {
    text = trimmed(text);
    std::string out;
    if (!text.empty() && begins_block(text) && !needs_backslash(text, 0)) out += '\\';
    // Four marks that are alike, which two backslashes become, are a line between sections. A
    // backslash makes a blank nothing.
    if (!text.empty() && text.find_first_not_of('\\') == std::string_view::npos) out += "\\ ";
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (needs_backslash(text, i)) out += '\\';
      out += text[i];
    }
    return out;
  }

  std::string strong(const std::string& piece) const override {
    return piece.empty() ? piece : "**" + piece + "**";
  }

  std::string link(std::string_view text, std::string_view href) const override {
    const std::string name = words(trimmed(text).empty() ? href : text);
    return "`" + name + " <" + destination(href) + ">`__";
  }

  std::string paragraph(const std::string& piece) const override { return piece + "\n"; }

  // There are no boxes: brackets look like them everywhere, on paper too.
  std::string list(const std::vector<PageItem>& items) const override {
    std::string out;
    std::size_t depth = 0;
    for (const PageItem& item : items) {
      if (!out.empty() && item.depth != depth) out += '\n';
      depth = item.depth;
      out.append(indent_of_lists * depth, ' ').append(item.has_box ? "- [ ] " : "- ");
      out.append(item.piece).append(item.rest).append("\n");
    }
    return out;
  }

  std::string table(const PageTable& table) const override {
    std::string out = ".. list-table::\n   :header-rows: 1\n\n";
    add_row(out, table, table.heads);
    for (const auto& row : table.rows) add_row(out, table, row);
    return out;
  }

  std::string picture(const PagePicture& picture) const override {
    // The value of an option is plain text already.
    std::string out = ".. image:: " + file_argument(picture.name) +
                      "\n   :alt: " + std::string(trimmed(picture.alt)) + "\n";
    if (!picture.link.empty()) out += "   :target: " + destination(picture.link) + "\n";
    return out;
  }

  DrawingFrame drawing_frame() const override {
    return {".. raw:: html\n\n   <div class=\"prereq-drawing\">\n", "   </div>\n", "   "};
  }

 private:
  static void add_row(std::string& out, const PageTable& table,
                      const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
      out += i == 0 ? "   * -" : "     -";
      const std::string_view cell = cell_of(row, i);
      if (!cell.empty()) out.append(" ").append(cell);
      out += "\n";
    }
  }
};

}  // namespace

const PageMarkup& rst_markup() {
  static const RstMarkup markup;
  return markup;
}

}  // namespace prereq
