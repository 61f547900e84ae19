#include "embed/marker_words.hpp"

#include "base/ascii_words.hpp"

namespace prereq {

std::optional<std::vector<std::string>> split_words(std::string_view text,
                                                    std::string_view where_it_ends,
                                                    std::string& wrong) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote == 0 && is_html_space(c)) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '\\' && quote != '\'') {
      if (++i == text.size()) {
        wrong = "the marker ends after a backslash, which needs a character to follow";
        return std::nullopt;
      }
      words.back() += text[i];
    } else {
      words.back() += c;
    }
  }
  if (quote == 0) return words;
  wrong = std::string("the marker has a ") + quote + " without a second one";
  wrong.append(" (").append(where_it_ends).append(")");
  return std::nullopt;
}

}  // namespace prereq
