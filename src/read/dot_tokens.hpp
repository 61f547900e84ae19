// The lexical rules of the DOT language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "prereq/diagnostic.hpp"

namespace prereq {

enum class DotTokenKind : std::uint8_t { end, mark, arrow, word, string, html };

struct DotToken {
  DotTokenKind kind = DotTokenKind::end;
  std::string text;  // a mark is one character; of a string, what it means, parts joined by + too
  Span span;
  std::uint32_t parts = 1;  // strings joined by +
  // What a word is the beginning of that looks like one name but is not: "2nd", "linear-algebra".
  std::string broken_name;
};

class DotTokens {
 public:
  static constexpr std::size_t no_limit = SIZE_MAX;
  // Requires: `text` is UTF-8.
  DotTokens(std::string_view text, FileId file, std::size_t most_bytes, Diagnostics& diagnostics)
      : rest_(text),
        file_(file),
        most_bytes_(most_bytes),
        work_left_(most_bytes == no_limit ? UINT64_MAX
                                          : most_long_tokens * most_bytes * most_bytes),
        diagnostics_(diagnostics) {}

  // Nothing, after a complaint, where a string or a comment is never closed, anything is longer
  // than `most_bytes`, or all together take as long to read as 20 of that length.
  std::optional<DotToken> next();

 private:
  static constexpr std::uint64_t most_long_tokens = 20;

  bool skip_blanks_and_comments();
  bool skip_comment();
  void take(std::size_t bytes);
  bool take_all_of(std::string_view what, std::size_t bytes);
  std::optional<DotToken> take_string(DotToken token);
  bool append_string(std::string& text);
  std::optional<DotToken> take_html(DotToken token);
  std::optional<DotToken> take_word(DotToken token, std::size_t length);
  bool complain_of_open(std::string_view what, Position from);

  std::string_view rest_;
  FileId file_;
  std::size_t most_bytes_;
  std::uint64_t work_left_;  // the sum of squares of lengths that may still come
  Diagnostics& diagnostics_;
  Position at_{1, 1};
  std::size_t name_end_ = SIZE_MAX;  // bytes behind what was last looked at as one name
};

}  // namespace prereq
