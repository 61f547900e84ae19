// The comments of a page that could be markers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/page_report.hpp"

namespace prereq {

struct PageComment {
  std::size_t begin = 0;  // of `<!--`, say, in the page
  std::size_t end = 0;    // after `-->`
  std::string inner;
  bool closed = true;
  bool in_text = false;  // part of a paragraph: nothing else can be said of its place
};

// In order, those in front matter left out. O(size of the page).
std::vector<PageComment> find_page_comments(std::string_view page, PageFormat format);

// The same of pages without front matter or byte order mark, one function for each format.
std::vector<PageComment> find_rst_comments(std::string_view page);
std::vector<PageComment> find_mdx_comments(std::string_view page);
std::vector<PageComment> find_asciidoc_comments(std::string_view page);

// How a format writes markers, for messages.
struct CommentStyle {
  std::string_view closing;        // a whole closing marker
  std::string_view end;            // what ends the comment
  std::string_view where_it_ends;  // for who left a quote open
  std::string_view place;          // where a marker has to stand
};
const CommentStyle& comment_style(PageFormat format);

}  // namespace prereq
