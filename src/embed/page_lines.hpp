// A page as lines.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace prereq {

struct PageLine {
  std::size_t begin = 0;
  std::size_t end = 0;  // before the line break
  std::size_t next = 0;
};

// A line ends at a line feed, a carriage return or both. The last one may be empty of a break, not
// of text. O(size).
std::vector<PageLine> page_lines(std::string_view page);

// Without what is blank at its end.
std::string_view text_of(std::string_view page, const PageLine& line);

}  // namespace prereq
