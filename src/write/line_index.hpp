// Where the code points of one line are, for texts that are a single long line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "prereq/source.hpp"

namespace prereq {

// A part of a line, and a span of the line as one of the part.
struct LinePart {
  std::string_view text;
  Span span;
};

// Built in O(length), then finds any column in O(1): what is shown of a line must not cost its
// length for every diagnostic in it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view line);

  // The line from `reach` code points before the span's beginning to `reach` behind it.
  LinePart around(const Span& span, std::size_t reach) const;

 private:
  std::size_t offset_of(std::size_t code_point) const;

  std::string_view line_;
  std::vector<std::size_t> offsets_;  // of each code point whose number is a multiple of `stride`
};

}  // namespace prereq
