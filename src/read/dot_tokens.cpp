#include "read/dot_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"

namespace prereq {
namespace {

bool may_begin_name(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// Bytes of the name or number that the text starts with; 0 if it starts with neither.
std::size_t word_length(std::string_view text) {
  if (may_begin_name(text.front())) {
    const auto end =
        std::ranges::find_if_not(text, [](char c) { return may_begin_name(c) || is_digit(c); });
    return static_cast<std::size_t>(end - text.begin());
  }
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = count_digits(text.substr(sign));
  std::size_t length = sign + whole;
  std::size_t fraction = 0;
  if (text.substr(length).starts_with('.')) {
    fraction = count_digits(text.substr(length + 1));
    if (whole + fraction > 0) length += 1 + fraction;
  }
  return whole + fraction > 0 ? length : 0;
}

bool starts_arrow(std::string_view text) {
  return text.starts_with("->") || text.starts_with("--");
}

// Bytes of the words at the start, with '-' and '.' between them, as people write names.
std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const std::string_view rest = text.substr(length);
    if (starts_arrow(rest)) break;
    const std::size_t word = word_length(rest);
    const bool joins = rest.size() > 1 && (rest.front() == '-' || rest.front() == '.') &&
                       !starts_arrow(rest) && word_length(rest.substr(1)) > 0;
    if (word == 0 && !joins) break;
    length += std::max<std::size_t>(word, 1);
  }
  return length;
}

}  // namespace

void DotTokens::take(std::size_t bytes) {
  const std::size_t keep = rest_.size() - bytes;
  while (rest_.size() > keep) {
    if (take_code_point(rest_) == U'\n') {
      at_ = {at_.line + 1, 1};
    } else {
      ++at_.column;
    }
  }
}

// Graphviz's lexer takes time that grows with the square of the bytes.
bool DotTokens::take_all_of(std::string_view what, std::size_t bytes) {
  const Span start{file_, at_, {at_.line, at_.column + 1}};
  if (bytes > most_bytes_) {
    diagnostics_.add(Code::too_large, start,
                     fmt::format("{} that starts here is longer than {} bytes", what, most_bytes_));
    return false;
  }
  const std::uint64_t work = std::uint64_t{bytes} * bytes;
  if (work > work_left_) {
    diagnostics_.add(Code::too_large, start,
                     fmt::format("too many long strings and comments, up to {} that starts here: "
                                 "Graphviz would take long to read them",
                                 what));
    return false;
  }
  work_left_ -= work;
  take(bytes);
  return true;
}

bool DotTokens::complain_of_open(std::string_view what, Position from) {
  diagnostics_.add(Code::syntax, {file_, from, {from.line, from.column + 1}},
                   std::string(what) + " that starts here is never closed");
  return false;
}

bool DotTokens::skip_comment() {
  const Position start = at_;
  if (rest_.starts_with("/*")) {
    const std::size_t end = rest_.find("*/", 2);
    if (end == std::string_view::npos) return complain_of_open("the comment", start);
    return take_all_of("the comment", end + 2);
  }
  return take_all_of("the comment", std::min(rest_.find('\n'), rest_.size()));
}

bool DotTokens::skip_blanks_and_comments() {
  while (!rest_.empty()) {
    const bool is_comment =
        rest_.starts_with("/*") || rest_.starts_with("//") || rest_.starts_with('#');
    if (is_comment) {
      if (!skip_comment()) return false;
    } else if (is_blank(rest_.front())) {
      take(1);
    } else {
      break;
    }
  }
  return true;
}

// Takes one string with its quotes.
bool DotTokens::append_string(std::string& text) {
  std::size_t end = 1;
  while (end < rest_.size() && rest_[end] != '"') {
    if (rest_.substr(end).starts_with("\\\"")) {
      text += '"';
      end += 2;
    } else if (rest_.substr(end).starts_with("\\\n")) {
      end += 2;
    } else if (rest_.substr(end).starts_with("\\\r\n")) {
      end += 3;
    } else if (rest_.substr(end).starts_with("\\\\")) {
      text += "\\\\";
      end += 2;
    } else {
      text += rest_[end++];
    }
  }
  if (end >= rest_.size()) return complain_of_open("the string", at_);
  return take_all_of("the string", end + 1);
}

std::optional<DotToken> DotTokens::take_string(DotToken token) {
  token.kind = DotTokenKind::string;
  if (!append_string(token.text)) return std::nullopt;
  token.span.end = at_;
  while (true) {
    if (!skip_blanks_and_comments()) return std::nullopt;
    if (!rest_.starts_with('+')) return token;
    take(1);
    if (!skip_blanks_and_comments()) return std::nullopt;
    if (!rest_.starts_with('"')) return token;
    if (!append_string(token.text)) return std::nullopt;
    ++token.parts;
  }
}

std::optional<DotToken> DotTokens::take_html(DotToken token) {
  token.kind = DotTokenKind::html;
  std::size_t end = 0;
  std::size_t depth = 0;
  do {
    if (end == rest_.size()) {
      complain_of_open("the HTML label", token.span.begin);
      return std::nullopt;
    }
    if (rest_.substr(end).starts_with("<!--")) {
      const std::size_t close = rest_.find("-->", end);
      end = close == std::string_view::npos ? rest_.size() : close + 3;
      continue;
    }
    if (rest_[end] == '<') ++depth;
    if (rest_[end] == '>') --depth;
    ++end;
  } while (depth > 0);
  if (!take_all_of("the HTML label", end)) return std::nullopt;
  token.span.end = at_;
  return token;
}

std::optional<DotToken> DotTokens::take_word(DotToken token, std::size_t length) {
  token.kind = DotTokenKind::word;
  token.text = rest_.substr(0, length);
  if (rest_.size() <= name_end_) {
    const std::size_t whole = name_length(rest_);
    if (whole > length) token.broken_name = rest_.substr(0, whole);
    name_end_ = rest_.size() - whole;
  }
  if (!take_all_of("the name", length)) return std::nullopt;
  token.span.end = at_;
  return token;
}

std::optional<DotToken> DotTokens::next() {
  if (!skip_blanks_and_comments()) return std::nullopt;
  DotToken token;
  token.span = {file_, at_, {at_.line, at_.column + 1}};
  if (rest_.empty()) return token;
  const char first = rest_.front();
  if (first == '"') return take_string(std::move(token));
  if (first == '<') return take_html(std::move(token));
  if (starts_arrow(rest_)) {
    token.kind = DotTokenKind::arrow;
    take(2);
    token.span.end = at_;
    return token;
  }
  if (const std::size_t length = word_length(rest_); length > 0) {
    return take_word(std::move(token), length);
  }
  token.kind = DotTokenKind::mark;
  token.text = first;
  take(1);
  return token;
}

}  // namespace prereq
