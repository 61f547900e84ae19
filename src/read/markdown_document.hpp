// A Markdown page as plain data: what stands under what, with texts and links, nothing of cmark.
//
// GitHub's Markdown as cmark-gfm reads it: tables, task lists, bare addresses and strikethrough.
// Emphasis and code become plain text; images, badges, struck words, `:emoji:` and HTML vanish,
// comments and blocks that can be folded away excepted. So does what `prereq embed` wrote between
// its markers, and what stands before a page for its site's generator (front_matter.hpp).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/source.hpp"

namespace prereq {

struct MarkdownLink {
  std::string text;
  std::string url;
  std::size_t offset = 0;  // of `text` within the text around it, in bytes
};

struct MarkdownText {
  std::string text;
  std::vector<MarkdownLink> links;  // in order; those without words are left out
  bool starts_bold = false;
  std::size_t bold_end = 0;              // where the emphasis at the start ends
  std::vector<std::size_t> line_starts;  // in bytes; of all lines but the first
};

enum class MarkdownKind : std::uint8_t {
  heading,
  paragraph,
  list,
  item,
  table,
  row,
  comment,
  details,  // what follows can be folded away; its text is the summary
  details_end
};

// An item's own text is its first paragraph; what else it holds stands inside. The first row of a
// table is its header. A comment's text is what stands between its marks.
struct MarkdownBlock {
  MarkdownKind kind = MarkdownKind::paragraph;
  int level = 0;  // of a heading, from 1
  MarkdownText text;
  std::vector<MarkdownText> cells;  // of a row
  std::optional<bool> checked;      // of an item of a task list
  std::vector<MarkdownBlock> inside;
  Span span;
};

inline constexpr int max_markdown_depth = 256;  // a list in a list is two levels deeper
inline constexpr std::size_t max_markdown_bytes = std::size_t{16} * 1024 * 1024;

// The blocks of the page, in order. A page that is too large, nested too deeply, or has a table of
// more than 1,000 columns is `too-large` and gives what could be read.
std::vector<MarkdownBlock> parse_markdown(std::string_view text, FileId file,
                                          Diagnostics& diagnostics);

}  // namespace prereq
