// Finds the comments of HTML, past tags and elements whose content is text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace prereq {

struct HtmlComment {
  std::size_t begin = 0;   // of `<!--`
  std::size_t end = 0;     // after `-->`
  std::string_view inner;  // between them
  bool closed = true;      // else it goes on to the end of the text
};

// In order, those inside <pre> left out: what stands there is shown. O(size).
std::vector<HtmlComment> find_html_comments(std::string_view html);

}  // namespace prereq
