#include "embed/page_lines.hpp"

#include <algorithm>

namespace prereq {

std::vector<PageLine> page_lines(std::string_view page) {
  std::vector<PageLine> lines;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find_first_of("\r\n", begin), page.size());
    const std::size_t length = page.substr(end).starts_with("\r\n") ? 2 : 1;
    lines.push_back({begin, end, std::min(end + length, page.size())});
    begin = lines.back().next;
  }
  return lines;
}

std::string_view text_of(std::string_view page, const PageLine& line) {
  const std::string_view text = page.substr(line.begin, line.end - line.begin);
  return text.substr(0, text.find_last_not_of(" \t\f\v") + 1);
}

}  // namespace prereq
