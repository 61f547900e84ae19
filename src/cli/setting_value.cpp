#include "cli/setting_value.hpp"

#include <array>
#include <utility>

#include "base/ascii_words.hpp"

namespace prereq::cli {
namespace {

std::optional<char> escaped(char c) {
  constexpr std::array<std::pair<char, char>, 7> escapes = {
      {{'"', '"'}, {'\\', '\\'}, {'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'}, {'r', '\r'}}};
  for (const auto& [name, meaning] : escapes) {
    if (name == c) return meaning;
  }
  return std::nullopt;
}

// Takes values off the front of a text. Once there is a mistake, nothing more is taken.
class ValueScanner {
 public:
  ValueScanner(std::string_view text, std::string_view comment_marks)
      : rest_(trimmed(text)), comment_marks_(comment_marks) {}

  SettingValue run() {
    SettingValue value;
    value.is_list = take('[');
    if (value.is_list) {
      read_list(value.values);
    } else {
      read_words(value.values);
    }
    return value;
  }

  const std::string& mistake() const { return mistake_; }

 private:
  static bool is_quote(char c) { return c == '"' || c == '\''; }
  bool at_end() const {
    return rest_.empty() || comment_marks_.find(rest_.front()) != std::string_view::npos;
  }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    skip(1);
    return true;
  }
  // With the blanks behind.
  void skip(std::size_t size) { rest_ = trimmed(rest_.substr(size)); }
  void complain(std::string message) {
    if (mistake_.empty()) mistake_ = std::move(message);
    rest_ = {};
  }

  void read_words(std::vector<std::string>& values) {
    while (!at_end()) {
      values.push_back(read_one());
      take(',');
    }
    if (values.empty()) complain("expected NAME = VALUE");
  }

  void read_list(std::vector<std::string>& values) {
    while (!take(']')) {
      if (at_end()) return complain("a list has to end with ']' on its line");
      if (rest_.front() == '[') return complain("expected a value, found a list in a list");
      values.push_back(read_one());
      if (take(',')) continue;
      if (!at_end() && rest_.front() != ']') return complain("expected ',' between values");
    }
    if (!at_end()) complain("expected nothing behind ']'");
  }

  std::string read_one() {
    if (is_quote(rest_.front())) return read_quoted(rest_.front());
    std::size_t size = 0;
    while (size < rest_.size() && !ends_word(rest_[size])) ++size;
    std::string word(rest_.substr(0, size));
    if (size == 0) complain("expected a value, found '" + std::string(1, rest_.front()) + "'");
    skip(size);
    return word;
  }

  bool ends_word(char c) const {
    return is_blank(c) || is_quote(c) || c == ',' || c == '[' || c == ']' ||
           comment_marks_.find(c) != std::string_view::npos;
  }

  std::string read_quoted(char quote) {
    std::string value;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      const char c = rest_[i];
      if (c == quote) {
        skip(i + 1);
        return value;
      }
      if (quote == '\'' || c != '\\' || i + 1 == rest_.size()) {
        value += c;
        continue;
      }
      const auto meaning = escaped(rest_[++i]);
      if (!meaning) {
        complain("expected \\\\ for a backslash, or the string in single quotes");
        return value;
      }
      value += *meaning;
    }
    complain("a quote is not closed");
    return value;
  }

  std::string_view rest_;
  std::string_view comment_marks_;
  std::string mistake_;
};

}  // namespace

std::optional<SettingValue> parse_setting_value(std::string_view text,
                                                std::string_view comment_marks,
                                                std::string& mistake) {
  ValueScanner scanner(text, comment_marks);
  SettingValue value = scanner.run();
  if (scanner.mistake().empty()) return value;
  mistake = scanner.mistake();
  return std::nullopt;
}

}  // namespace prereq::cli
