// Pages in AsciiDoc, as Asciidoctor reads it.
//
// There is no character that makes any other a plain one, but a character's number is never markup:
// whatever could be some is written as one.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/ascii_words.hpp"
#include "write/page_markup.hpp"

namespace prereq {
namespace {

void append_number(std::string& out, char c) {
  fmt::format_to(std::back_inserter(out), "&#{};", static_cast<int>(static_cast<unsigned char>(c)));
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether the text begins like `NOTE: `, `a. ` or `ix) `, or with a mark that begins a block.
std::size_t mark_of_block(std::string_view text) {
  constexpr std::string_view marks = "-.=/";
  if (marks.find(text.front()) != std::string_view::npos) return 0;
  const auto end =
      std::find_if(text.begin(), text.end(), [](char c) { return !is_letter_or_digit(c); });
  const auto at = static_cast<std::size_t>(end - text.begin());
  if (at == text.size() || at == 0) return std::string_view::npos;
  const bool is_label = *end == ':' && std::all_of(text.begin(), end, is_upper);
  return is_label || *end == '.' || *end == ')' ? at : std::string_view::npos;
}

bool may_be_markup(std::string_view text, std::size_t at) {
  const auto next = [&](std::size_t by) { return at + by < text.size() ? text[at + by] : ' '; };
  const char before = at > 0 ? text[at - 1] : ' ';
  switch (text[at]) {
    // Of an address, a macro or a list; of an arrow or a dash; of a mark such as (C).
    case ':': return at + 1 == text.size() || !is_blank(next(1));
    case '-': return before == '-' || next(1) == '-' || next(1) == '>' || before == '<';
    case '.': return before == '.' || next(1) == '.';
    case '(': return next(1) == '(' || next(2) == ')' || next(3) == ')';
    default:
      return std::string_view("*_`#^~+[]{}<>|\\@'\"=!&;$").find(text[at]) != std::string_view::npos;
  }
}

// Whether nothing in an address is taken for markup.
bool is_plain_address(std::string_view href) {
  const auto is_plain = [](char c) {
    return is_letter_or_digit(c) || c == '/' || c == '.' || c == ':' || c == '-' || c == '?' ||
           c == '&' || c == '%';
  };
  return std::ranges::all_of(href, is_plain) && href.find("--") == std::string_view::npos &&
         href.find("..") == std::string_view::npos;
}

std::string encoded(std::string_view href) {
  std::string out;
  for (const char c : href) {
    if (std::string_view("]\\\"<>").find(c) == std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

class AsciiDocMarkup : public PageMarkup {
 public:
  std::string words(std::string_view text) const override {
    text = trimmed(text);
    const std::size_t mark = text.empty() ? std::string_view::npos : mark_of_block(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i == mark || may_be_markup(text, i)) {
        append_number(out, text[i]);
      } else {
        out += text[i];
      }
    }
    return out;
  }

  std::string strong(const std::string& piece) const override {
    return piece.empty() ? piece : "**" + piece + "**";
  }

  std::string link(std::string_view text, std::string_view href) const override {
    const std::string name = words(text);
    if (is_plain_address(href)) return fmt::format("link:{}[{}]", href, name);
    return fmt::format("link:pass:c[{}][{}]", encoded(href), name);
  }

  std::string paragraph(const std::string& piece) const override { return piece + "\n"; }

  std::string list(const std::vector<PageItem>& items) const override {
    std::string out;
    for (const PageItem& item : items) {
      out.append(item.depth + 1, '*').append(item.has_box ? " [ ] " : " ");
      out.append(item.piece).append(item.rest).append("\n");
    }
    return out;
  }

  // A cell a line: what stands before a bar in the same line would be read as how to show its cell.
  std::string table(const PageTable& table) const override {
    std::string out = "[%header,cols=\"";
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
      out.append(i == 0 ? "" : ",").append(table.is_figure(i) ? ">" : "<");
    }
    out += "\"]\n|===\n";
    add_row(out, table, table.heads);
    for (const auto& row : table.rows) {
      out += "\n";
      add_row(out, table, row);
    }
    return out + "|===\n";
  }

  std::string picture(const PagePicture& picture) const override {
    const std::string link =
        picture.link.empty() ? "" : fmt::format(",link=\"{}\"", encoded(picture.link));
    return fmt::format("image::{}[\"{}\"{}]\n", picture.url, words(picture.alt), link);
  }

  DrawingFrame drawing_frame() const override {
    return {"++++\n<div class=\"prereq-drawing\">\n", "</div>\n++++\n"};
  }

 private:
  static void add_row(std::string& out, const PageTable& table,
                      const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
      out.append("|").append(cell_of(row, i)).append("\n");
    }
  }
};

}  // namespace

const PageMarkup& asciidoc_markup() {
  static const AsciiDocMarkup markup;
  return markup;
}

}  // namespace prereq
