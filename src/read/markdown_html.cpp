#include "read/markdown_html.hpp"

#include <algorithm>

#include "read/cmark.hpp"

namespace prereq {
namespace {

std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool feed = text[i] == '\n';
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (feed || lone_return) ++lines;
  }
  const bool open = !text.empty() && text.back() != '\n' && text.back() != '\r';
  return lines + (open ? 1 : 0);
}

// 0 for a place that cmark does not know.
std::size_t from_zero(int line) { return line > 0 ? static_cast<std::size_t>(line) - 1 : 0; }

class Collector {
 public:
  void visit(cmark_node* node, bool entering) {
    if (!entering) return;
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_BLOCK) {
      found_.push_back(
          {from_zero(cmark_node_get_start_line(node)), count_lines(literal_of(node)), true, {}});
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      const std::size_t first = from_zero(cmark_node_get_start_line(node));
      const std::size_t last = std::max(first, from_zero(cmark_node_get_end_line(node)));
      block_ = {first, last - first + 1, false, {}};
      listed_ = false;
    } else if (type == CMARK_NODE_HTML_INLINE) {
      if (!listed_) found_.push_back(block_);
      listed_ = true;
      found_.back().inline_parts.emplace_back(literal_of(node));
    }
  }

  std::vector<MarkdownHtml> take() { return std::move(found_); }

 private:
  MarkdownHtml block_;   // the paragraph or heading that was entered last
  bool listed_ = false;  // it is the last of found_
  std::vector<MarkdownHtml> found_;
};

}  // namespace

std::vector<MarkdownHtml> find_markdown_html(std::string_view text) {
  const CmarkNode root(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  if (!root) return {};
  const CmarkIterator iterator(cmark_iter_new(root.get()));
  Collector collector;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    collector.visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }
  return collector.take();
}

}  // namespace prereq
