// JSON writes characters beyond U+FFFF as two escapes, `\ud83d\ude00`, which libyaml rejects.
//
// The escapes are hidden from it: in a copy of the text, each pair becomes two escapes of
// private-use characters that the text does not use, of the same length, so that every place stays
// where it was. In what libyaml reads from the copy they are turned back: into the character in
// double quotes, into the letters as written elsewhere, where `\u` is no escape.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

class HiddenSurrogates {
 public:
  // Nothing when there are no pairs to hide (or, absurdly, when the text uses all private
  // characters). O(length). `text` must outlive the result.
  static std::optional<HiddenSurrogates> in_text(std::string_view text);

  std::string_view text() const { return hidden_; }

  // What a scalar of the hidden text, found at [begin, end) in code points, says in the original.
  std::string reveal(std::string_view scalar, bool is_double_quoted, std::size_t begin,
                     std::size_t end) const;

 private:
  struct Place {
    std::size_t index;   // in code points
    std::size_t offset;  // in bytes
  };
  std::string reveal_escapes(std::string_view scalar) const;

  std::string_view original_;
  std::string hidden_;
  std::vector<Place> places_;
  char32_t first_ = 0;  // stands for U+D800
};

}  // namespace prereq
