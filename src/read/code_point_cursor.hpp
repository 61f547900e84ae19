// From a number of code points, as libyaml counts, to a place in a text's bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/utf8.hpp"

namespace prereq {

class CodePointCursor {
 public:
  // `text` is UTF-8, and must outlive the cursor.
  CodePointCursor(std::string_view text, bool is_ascii) : text_(text), is_ascii_(is_ascii) {}

  // The first byte of the code point, or the end of the text behind the last. Nothing if there are
  // not so many, or one further on has been asked for: all calls together are one pass.
  std::optional<std::size_t> offset_of(std::size_t index) {
    if (is_ascii_) return index <= text_.size() ? std::optional(index) : std::nullopt;
    if (index < index_) return std::nullopt;
    while (index_ < index && offset_ < text_.size()) {
      ++offset_;
      if (offset_ == text_.size() || !is_continuation_byte(text_[offset_])) ++index_;
    }
    return index_ == index ? std::optional(offset_) : std::nullopt;
  }

 private:
  std::string_view text_;
  bool is_ascii_;
  std::size_t index_ = 0;
  std::size_t offset_ = 0;
};

}  // namespace prereq
