#include "read/markdown_document.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "read/cmark.hpp"
#include "read/cmark_memory.hpp"
#include "read/entity_marks.hpp"
#include "read/front_matter.hpp"
#include "read/html_words.hpp"
#include "read/text_check.hpp"

namespace prereq {
namespace {

CmarkNode parse(std::string_view text) {
  cmark_gfm_core_extensions_ensure_registered();
  const CmarkParser parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory_for_cmark()));
  for (const char* name : {"table", "autolink", "strikethrough", "tasklist"}) {
    cmark_syntax_extension* const extension = cmark_find_syntax_extension(name);
    if (extension != nullptr) cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  CmarkNode root(cmark_parser_finish(parser.get()));
  // Extensions leave a text in pieces.
  cmark_consolidate_text_nodes(root.get());
  return root;
}

std::string_view type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

// Whether a block is a comment whose first word is this.
bool is_marker(const MarkdownBlock& block, std::string_view word) {
  if (block.kind != MarkdownKind::comment) return false;
  std::string_view text = block.text.text;
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n\f")));
  return text.substr(0, text.find_first_of(" \t\r\n\f")) == word;
}

// What stands between markers was written by `prereq embed`: read as the author's, a page that
// embeds what is made of itself would say everything twice.
void drop_embedded(std::vector<MarkdownBlock>& blocks) {
  auto opening = blocks.begin();
  for (;;) {
    opening = std::find_if(opening, blocks.end(),
                           [](const MarkdownBlock& each) { return is_marker(each, "prereq"); });
    const auto closing = std::find_if(opening, blocks.end(), [](const MarkdownBlock& each) {
      return is_marker(each, "/prereq");
    });
    if (closing == blocks.end()) return;
    opening = blocks.erase(opening, closing + 1);
  }
}

// Bytes of the `:emoji:` that the text starts with; 0 for none.
std::size_t shortcode_length(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '-' || c == '+';
  };
  std::size_t end = 1;
  bool has_letter = false;
  while (end < text.size() && is_part(text[end])) {
    has_letter = has_letter || (text[end] >= 'a' && text[end] <= 'z');
    ++end;
  }
  const bool is_closed = has_letter && end < text.size() && text[end] == ':';
  if (!is_closed || (end + 1 < text.size() && is_part(text[end + 1]))) return 0;
  return end + 1;
}

// GitHub shows them as pictures.
std::string without_shortcodes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    out += text.substr(0, colon);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon);
    const bool starts_a_word = out.empty() || is_blank(out.back()) || out.back() == ':';
    const std::size_t length = starts_a_word ? shortcode_length(text) : 0;
    if (length == 0) out += ':';
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

// "[[Linear algebra]]" and "[[linear-algebra|Algebra]]" of wikis, as they are shown.
std::string without_wiki_marks(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t open = text.find("[[");
    if (open == std::string_view::npos) return out.append(text);
    const bool starts_a_word = open == 0 || is_blank(text[open - 1]) || text[open - 1] == '(';
    if (!starts_a_word) {
      out += text.substr(0, open + 2);
      text.remove_prefix(open + 2);
      continue;
    }
    const std::size_t close = text.find("]]", open);
    if (close == std::string_view::npos) return out.append(text);
    const std::string_view inside = text.substr(open + 2, close - open - 2);
    const std::size_t bar = inside.find('|');
    out += text.substr(0, open);
    out += bar == std::string_view::npos ? inside : inside.substr(bar + 1);
    text.remove_prefix(close + 2);
  }
}

// The texts of comments in HTML, without their marks.
std::vector<std::string> comments_in(std::string_view html) {
  std::vector<std::string> comments;
  for (;;) {
    const auto begin = html.find("<!--");
    if (begin == std::string_view::npos) return comments;
    const auto end = html.find("-->", begin + 4);
    if (end == std::string_view::npos) return comments;
    comments.emplace_back(html.substr(begin + 4, end - begin - 4));
    html.remove_prefix(end + 3);
  }
}

constexpr std::size_t longest_summary = 2000;  // in bytes
constexpr std::size_t most_columns = 1000;

class Converter {
 public:
  Converter(std::string_view text, FileId file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {
    for (std::size_t at = 0; at != std::string_view::npos;) {
      const auto end = text.find('\n', at);
      lines_.push_back(text.substr(at, end - at));
      at = end == std::string_view::npos ? end : end + 1;
    }
  }

  void convert_children(cmark_node* parent, int depth, std::vector<MarkdownBlock>& blocks) {
    if (depth > max_markdown_depth) {
      if (!is_too_deep_) {
        diagnostics_.add(
            Code::too_large, span_of(parent),
            fmt::format("expected at most {} levels of lists and quotations", max_markdown_depth));
      }
      is_too_deep_ = true;
      return;
    }
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      convert_block(node, depth, blocks);
    }
    drop_embedded(blocks);
  }

 private:
  void convert_block(cmark_node* node, int depth, std::vector<MarkdownBlock>& blocks) {
    MarkdownBlock block;
    block.span = span_of(node);
    const std::string_view type = type_of(node);
    if (type == "heading" || type == "paragraph") {
      const bool is_heading = type == "heading";
      block.kind = is_heading ? MarkdownKind::heading : MarkdownKind::paragraph;
      block.level = is_heading ? cmark_node_get_heading_level(node) : 0;
      std::vector<MarkdownBlock> comments;
      block.text = text_of(node, block.span, comments);
      blocks.push_back(std::move(block));
      std::ranges::move(comments, std::back_inserter(blocks));
    } else if (type == "list") {
      block.kind = MarkdownKind::list;
      convert_children(node, depth + 1, block.inside);
      blocks.push_back(std::move(block));
    } else if (type == "item" || type == "tasklist") {
      block.kind = MarkdownKind::item;
      if (type == "tasklist") {
        block.checked = cmark_gfm_extensions_get_tasklist_item_checked(node);
      }
      convert_children(node, depth + 1, block.inside);
      take_own_text(block);
      blocks.push_back(std::move(block));
    } else if (type == "table") {
      block.kind = MarkdownKind::table;
      convert_rows(node, block.inside);
      blocks.push_back(std::move(block));
    } else if (type == "block_quote") {
      convert_children(node, depth + 1, blocks);
    } else if (type == "html_block") {
      add_html(with_entities(literal_of(node)), block.span, blocks);
    }
  }

  static void take_own_text(MarkdownBlock& item) {
    if (item.inside.empty() || item.inside.front().kind != MarkdownKind::paragraph) return;
    item.text = std::move(item.inside.front().text);
    item.span = item.inside.front().span;
    item.inside.erase(item.inside.begin());
  }

  void convert_rows(cmark_node* table, std::vector<MarkdownBlock>& rows) {
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr;
         row = cmark_node_next(row)) {
      MarkdownBlock block;
      block.kind = MarkdownKind::row;
      block.span = span_of(row);
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
           cell = cmark_node_next(cell)) {
        block.cells.push_back(text_of(cell, block.span, block.inside));
      }
      rows.push_back(std::move(block));
    }
  }

  static void add_comments(std::string_view html, Span span, std::vector<MarkdownBlock>& blocks) {
    for (std::string& text : comments_in(html)) {
      MarkdownBlock comment;
      comment.kind = MarkdownKind::comment;
      comment.text.text = std::move(text);
      comment.span = span;
      blocks.push_back(std::move(comment));
    }
  }

  // Comments, and where what can be folded away begins and ends.
  static void add_html(std::string_view html, Span span, std::vector<MarkdownBlock>& blocks) {
    add_comments(html, span, blocks);
    const std::string lowered = in_lower_case(html);
    const auto add = [&](MarkdownKind kind, std::string text) {
      MarkdownBlock block;
      block.kind = kind;
      block.text.text = std::move(text);
      block.span = span;
      blocks.push_back(std::move(block));
    };
    for (auto at = lowered.find('<'); at != std::string::npos; at = lowered.find('<', at + 1)) {
      const std::string_view tag = std::string_view(lowered).substr(at);
      if (tag.starts_with("</details")) add(MarkdownKind::details_end, {});
      if (!tag.starts_with("<summary")) continue;
      // A summary is a line; without an end it is not looked for through the whole page.
      const std::size_t end = tag.substr(0, longest_summary).find("</summary");
      const std::size_t length = std::min(end, longest_summary);
      add(MarkdownKind::details, html_words(html.substr(at, length)));
    }
  }

  // All words of a block, in one line; comments among them become blocks of their own.
  MarkdownText text_of(cmark_node* block, Span span, std::vector<MarkdownBlock>& comments) {
    MarkdownText out;
    std::vector<std::size_t> open_links;
    int hidden = 0;  // images and struck words around
    const CmarkIterator walk(cmark_iter_new(block));
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      cmark_node* const node = cmark_iter_get_node(walk.get());
      const std::string_view type = type_of(node);
      const bool entering = event == CMARK_EVENT_ENTER;
      if (type == "image" || type == "strikethrough") {
        hidden += entering ? 1 : -1;
      } else if (type == "link") {
        if (entering) {
          out.links.push_back({{}, without_marks(cmark_node_get_url(node)), out.text.size()});
          open_links.push_back(out.links.size() - 1);
        } else {
          MarkdownLink& link = out.links[open_links.back()];
          link.text = out.text.substr(std::min(link.offset, out.text.size()));
          open_links.pop_back();
        }
      } else if (type == "strong") {
        if (entering && out.text.empty()) out.starts_bold = true;
        if (!entering && out.starts_bold && out.bold_end == 0) out.bold_end = out.text.size();
      } else if (entering && hidden == 0) {
        if (type == "text") {
          append_words(out.text, without_wiki_marks(without_shortcodes(literal_of(node))));
        }
        if (type == "code") append_words(out.text, with_entities(literal_of(node)));
        if (type == "softbreak" || type == "linebreak") {
          append_words(out.text, " ");
          out.line_starts.push_back(out.text.size());
        }
        if (type == "html_inline") add_comments(with_entities(literal_of(node)), span, comments);
      }
    }
    while (out.text.ends_with(' ')) out.text.pop_back();
    for (MarkdownLink& link : out.links) trim_to(out.text, link);
    std::erase_if(out.links, [](const MarkdownLink& link) { return link.text.empty(); });
    out.bold_end = std::min(out.bold_end, out.text.size());
    // Of a last line that holds but an image, nothing is left.
    std::erase_if(out.line_starts, [&](std::size_t start) { return start >= out.text.size(); });
    return out;
  }

  // A link that ends in a space may reach beyond the text around it, whose last one is cut.
  static void trim_to(const std::string& text, MarkdownLink& link) {
    while (link.text.ends_with(' ')) link.text.pop_back();
    if (link.offset + link.text.size() > text.size()) link.text.clear();
  }

  // Runs of white space become one space; none at the start.
  static void append_words(std::string& text, std::string_view words) {
    while (!words.empty()) {
      const char32_t next = take_code_point(words);
      if (!is_space(next) && !is_control(next)) {
        append_utf8(text, next);
      } else if (!text.empty() && !text.ends_with(' ')) {
        text += ' ';
      }
    }
  }

  // cmark counts bytes from 1, both ends included.
  Span span_of(cmark_node* node) const {
    const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
    const auto start = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
    const Position begin = position(first, start - 1);
    const std::string_view line = first <= lines_.size() ? lines_[first - 1] : std::string_view();
    const std::size_t length = line.ends_with('\r') ? line.size() - 1 : line.size();
    return {file_, begin,
            std::max(position(first, length), Position{begin.line, begin.column + 1})};
  }

  Position position(std::size_t line, std::size_t bytes) const {
    const std::string_view text = line <= lines_.size() ? lines_[line - 1] : std::string_view();
    return {static_cast<std::uint32_t>(line),
            static_cast<std::uint32_t>(count_code_points(text.substr(0, bytes)) + 1)};
  }

  FileId file_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> lines_;
  bool is_too_deep_ = false;
};

// The first line that could be a row of more columns than there may be, from 1; 0 for none. cmark
// takes time quadratic in the number of a row's cells.
std::size_t find_widest_line(std::string_view text) {
  std::size_t line = 1;
  std::size_t bars = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      bars = 0;
    } else if (c == '|' && ++bars > most_columns + 1) {
      return line;
    }
  }
  return 0;
}

}  // namespace

std::vector<MarkdownBlock> parse_markdown(std::string_view text, FileId file,
                                          Diagnostics& diagnostics) {
  std::vector<MarkdownBlock> blocks;
  if (is_too_large(text, max_markdown_bytes, "a Markdown file", file, diagnostics)) return blocks;
  if (const std::size_t line = find_widest_line(text); line > 0) {
    const auto number = static_cast<std::uint32_t>(line);
    diagnostics.add(Code::too_large, {file, {number, 1}, {number, 2}},
                    fmt::format("expected at most {} columns in a table", most_columns));
    return blocks;
  }
  std::string page;
  if (const std::size_t front = read_front_matter(text).length; front > 0) {
    page = text;
    std::replace_if(
        page.begin(), page.begin() + static_cast<std::ptrdiff_t>(front),
        [](char c) { return c != '\n'; }, ' ');
  }
  const CmarkNode document = parse(mark_entities(page.empty() ? text : page));
  Converter(text, file, diagnostics).convert_children(document.get(), 0, blocks);
  return blocks;
}

}  // namespace prereq
