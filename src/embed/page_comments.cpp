#include "embed/page_comments.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "embed/html_comments.hpp"
#include "embed/page_lines.hpp"
#include "read/front_matter.hpp"
#include "read/markdown_html.hpp"

namespace prereq {
namespace {

class MarkdownComments {
 public:
  explicit MarkdownComments(std::string_view page) : page_(page), lines_(page_lines(page)) {}

  std::vector<PageComment> find() {
    for (const MarkdownHtml& html : find_markdown_html(page_)) {
      const std::size_t begin = start_of(html.first_line);
      const std::string_view text =
          page_.substr(begin, start_of(html.first_line + html.lines) - begin);
      if (html.block) {
        for (const HtmlComment& each : find_html_comments(text)) {
          found_.push_back(
              {begin + each.begin, begin + each.end, std::string(each.inner), each.closed, false});
        }
      } else {
        add_parts(text, begin, html.inline_parts);
      }
    }
    return std::move(found_);
  }

 private:
  std::size_t start_of(std::size_t line) const {
    return line < lines_.size() ? lines_[line].begin : page_.size();
  }

  void add_parts(std::string_view text, std::size_t begin, const std::vector<std::string>& parts) {
    std::size_t from = 0;
    for (const std::string& part : parts) {
      if (!part.starts_with("<!--") || !part.ends_with("-->") || part.size() < 7) continue;
      // In a quotation or a list, lines of it begin with more, and a NUL is another character: then
      // the paragraph is its place.
      const std::size_t at = text.find(part, from);
      if (at != std::string_view::npos) from = at + part.size();
      const std::size_t place = begin + (at == std::string_view::npos ? 0 : at);
      const std::size_t end = std::min(place + part.size(), begin + text.size());
      found_.push_back({place, end, part.substr(4, part.size() - 7), true, true});
    }
  }

  std::string_view page_;
  std::vector<PageLine> lines_;
  std::vector<PageComment> found_;
};

std::vector<PageComment> find_comments_in_html(std::string_view page) {
  std::vector<PageComment> found;
  for (const HtmlComment& each : find_html_comments(page)) {
    found.push_back({each.begin, each.end, std::string(each.inner), each.closed, false});
  }
  return found;
}

std::vector<PageComment> find_comments(std::string_view page, PageFormat format) {
  switch (format) {
    case PageFormat::html: return find_comments_in_html(page);
    case PageFormat::rst: return find_rst_comments(page);
    case PageFormat::mdx: return find_mdx_comments(page);
    case PageFormat::asciidoc: return find_asciidoc_comments(page);
    case PageFormat::markdown: break;
  }
  return MarkdownComments(page).find();
}

}  // namespace

std::vector<PageComment> find_page_comments(std::string_view page, PageFormat format) {
  const std::string_view text = without_byte_order_mark(page);
  const std::size_t begin = page.size() - text.size() + read_front_matter(text).length;
  std::vector<PageComment> found = find_comments(page.substr(begin), format);
  for (PageComment& each : found) {
    each.begin += begin;
    each.end += begin;
  }
  return found;
}

const CommentStyle& comment_style(PageFormat format) {
  static constexpr std::string_view outside_paragraphs =
      "on a line of its own, outside of paragraphs";
  static constexpr CommentStyle html = {
      "<!-- /prereq -->", "-->", "the first '-->' ends a marker; write '--\\>' inside quotes",
      outside_paragraphs};
  static constexpr CommentStyle mdx = {"{/* /prereq */}", "*/}",
                                       "the first '*/' ends a marker; write '*\\/' inside quotes",
                                       outside_paragraphs};
  static constexpr CommentStyle rst = {".. /prereq", "",
                                       "a marker ends where the lines are indented no more than it",
                                       "on a line of its own, after a blank line"};
  static constexpr CommentStyle asciidoc = {"// /prereq", "", "a marker is a single line",
                                            "on a line of its own, outside of tables"};
  switch (format) {
    case PageFormat::mdx: return mdx;
    case PageFormat::rst: return rst;
    case PageFormat::asciidoc: return asciidoc;
    case PageFormat::markdown:
    case PageFormat::html: break;
  }
  return html;
}

}  // namespace prereq
