// The comments of a page that could be markers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/page_report.hpp"

namespace prereq {

struct PageComment {
  std::size_t begin = 0;  // of `<!--` in the page
  std::size_t end = 0;    // after `-->`
  std::string inner;
  bool closed = true;
  bool in_text = false;  // part of a paragraph: nothing else can be said of its place
};

// In order. O(size of the page).
std::vector<PageComment> find_page_comments(std::string_view page, PageFormat format);

}  // namespace prereq
