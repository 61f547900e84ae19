#include "embed/page_comments.hpp"

#include <algorithm>

#include "embed/html_comments.hpp"
#include "read/markdown_html.hpp"

namespace prereq {
namespace {

// Where lines start, and last where the page ends. A line ends as in Markdown.
std::vector<std::size_t> line_starts(std::string_view page) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < page.size(); ++i) {
    const bool lone_return = page[i] == '\r' && (i + 1 == page.size() || page[i + 1] != '\n');
    if (page[i] == '\n' || lone_return) starts.push_back(i + 1);
  }
  if (starts.back() != page.size()) starts.push_back(page.size());
  return starts;
}

class MarkdownComments {
 public:
  explicit MarkdownComments(std::string_view page) : page_(page), starts_(line_starts(page)) {}

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
    return starts_[std::min(line, starts_.size() - 1)];
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
  std::vector<std::size_t> starts_;
  std::vector<PageComment> found_;
};

}  // namespace

std::vector<PageComment> find_page_comments(std::string_view page, PageFormat format) {
  if (format == PageFormat::markdown) return MarkdownComments(page).find();
  std::vector<PageComment> found;
  for (const HtmlComment& each : find_html_comments(page)) {
    found.push_back({each.begin, each.end, std::string(each.inner), each.closed, false});
  }
  return found;
}

}  // namespace prereq
