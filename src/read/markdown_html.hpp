// Where a Markdown page holds HTML, as GitHub reads it: what looks like HTML in code is none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// A block of HTML, or another block with HTML in the line.
struct MarkdownHtml {
  std::size_t first_line = 0;  // from 0
  std::size_t lines = 0;
  bool block = false;                     // all of these lines are HTML
  std::vector<std::string> inline_parts;  // else: the tags and comments in them
};

// In order. Lines end at line feeds, carriage returns or both. O(size), except for texts that are
// made to be slow to parse.
std::vector<MarkdownHtml> find_markdown_html(std::string_view text);

}  // namespace prereq
