#include "write/line_index.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace prereq {
namespace {

constexpr std::size_t stride = 256;

}  // namespace

LineIndex::LineIndex(std::string_view line) : line_(line) {
  std::string_view rest = line;
  for (std::size_t number = 0; !rest.empty(); ++number) {
    if (number % stride == 0) offsets_.push_back(line.size() - rest.size());
    take_code_point(rest);
  }
  if (offsets_.empty()) offsets_.push_back(0);
}

std::size_t LineIndex::offset_of(std::size_t code_point) const {
  const std::size_t known = std::min(code_point / stride, offsets_.size() - 1);
  const std::string_view rest = line_.substr(offsets_[known]);
  return offsets_[known] + first_code_points(rest, code_point - known * stride).size();
}

LinePart LineIndex::around(const Span& span, std::size_t reach) const {
  const std::size_t begin = span.begin.column - 1;
  const std::size_t first = begin - std::min(begin, reach);
  const std::size_t from = offset_of(first);
  LinePart part = {line_.substr(from, offset_of(begin + reach) - from), span};
  const auto moved = static_cast<std::uint32_t>(first);
  part.span.begin.column -= moved;
  if (span.end.line == span.begin.line) part.span.end.column -= moved;
  return part;
}

}  // namespace prereq
