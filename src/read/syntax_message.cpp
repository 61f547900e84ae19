#include "read/syntax_message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"

namespace prereq {
namespace {

// A place in a text, with the line it is in.
class Place {
 public:
  Place(std::string_view text, Position position) : position_(position) {
    for (std::uint32_t line = 1; line < position.line; ++line) {
      const auto end = text.find('\n');
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    line_ = text.substr(0, text.find('\n'));
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    std::string_view rest = line_;
    for (std::uint32_t i = 1; i < position.column && !rest.empty(); ++i) take_code_point(rest);
    offset_ = line_.size() - rest.size();
  }

  std::string_view line() const { return line_; }
  std::string_view before() const { return line_.substr(0, offset_); }
  std::string_view after() const { return line_.substr(offset_); }
  Position position() const { return position_; }

  // From byte to byte of the line.
  Span span(FileId file, std::size_t begin, std::size_t end) const {
    const auto column = [this](std::size_t offset) {
      return static_cast<std::uint32_t>(count_code_points(line_.substr(0, offset)) + 1);
    };
    return {file, {position_.line, column(begin)}, {position_.line, column(end)}};
  }

  // One character, also past the end of the line.
  Span character(FileId file) const {
    return {file, position_, {position_.line, position_.column + 1}};
  }

 private:
  Position position_;
  std::string_view line_;
  std::size_t offset_ = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Where the text ends early, libyaml names the line behind its last one: the place behind the last
// character is easier to see. Other places are left as they are.
Position before_the_end(std::string_view text, Position position) {
  const auto last = text.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return {};
  const std::string_view content = text.substr(0, last + 1);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(content, '\n') + 1);
  const auto line_start = content.rfind('\n') + 1;  // 0 when there is none
  const auto length = static_cast<std::uint32_t>(count_code_points(content.substr(line_start)));
  return std::min(position, Position{lines, length + 1});
}

// The value around a place in its line: it begins after `key: `, `- `, a bracket or a comma, and
// ends with the line or, between brackets, at the next comma or bracket.
Span value_around(const Place& place, FileId file) {
  const std::string_view line = place.line();
  std::size_t begin = place.before().size();
  bool is_in_brackets = false;
  while (begin > 0) {
    const char last = line[begin - 1];
    if (last == '{' || last == '[' || last == ',') {
      is_in_brackets = true;
      break;
    }
    if (begin > 1 && is_blank(last) && (line[begin - 2] == ':' || line[begin - 2] == '-')) break;
    --begin;
  }
  while (begin < line.size() && is_blank(line[begin])) ++begin;
  if (!is_in_brackets) is_in_brackets = line.substr(0, begin).find('{') != std::string_view::npos;
  std::size_t end = is_in_brackets ? line.find_first_of(",}]", place.before().size()) : line.size();
  if (end == std::string_view::npos) end = line.size();
  const std::size_t comment = line.substr(0, end).find(" #", begin);
  if (comment != std::string_view::npos) end = comment;
  while (end > begin && is_blank(line[end - 1])) --end;
  if (end == begin) end = std::min(begin + 1, line.size());
  return place.span(file, begin, end);
}

// A Markdown link that stands without quotes: `[Title](url)` or `[Title][1]`.
std::optional<Span> unquoted_link(const Place& place, FileId file) {
  if (!place.after().starts_with('(') || !place.before().ends_with(']')) return std::nullopt;
  const auto begin = place.before().rfind('[');
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = place.line().size();
  while (end > 0 && is_blank(place.line()[end - 1])) --end;
  return place.span(file, begin, end);
}

struct Rewording {
  std::string_view problem;  // part of libyaml's text
  std::string_view message;
  bool at_context = false;  // where the thing began, instead of where it went wrong
};

constexpr std::array<Rewording, 17> rewordings = {{
    {"could not find expected ':'", "expected a colon and a space after this key", true},
    {"block sequence entries are not allowed",
     "expected a value, found a list entry: put the list on lines of its own"},
    {"mapping keys are not allowed", "expected a value, found '?'"},
    {"found unexpected end of stream", "this text is never closed: a quote is missing", true},
    {"found unexpected document indicator", "this text is never closed: a quote is missing", true},
    {"found unknown escape character",
     "unknown escape after '\\': in single quotes a backslash is only a backslash"},
    {"did not find expected hexdecimal number", "expected hexadecimal digits after this escape"},
    {"found invalid Unicode character escape code", "this escape stands for no character"},
    {"found a tab character", "expected spaces, found a tab: YAML indents with spaces only"},
    {"did not find expected ',' or ']'", "expected ',' or ']' in this list"},
    {"did not find expected ',' or '}'", "expected ',' or '}' in this mapping"},
    {"did not find expected key", "expected another key, indented like the ones before it"},
    {"did not find expected '-' indicator",
     "expected another '-', indented like the ones before it"},
    {"did not find expected node content", "expected a value"},
    {"did not find expected <document start>", "expected the end of the file"},
    {"found undefined tag handle", "unknown tag: roadmap files need none"},
    {"did not find expected <stream-start>", "expected a roadmap"},
}};

constexpr std::string_view indicators = "@`%*&!|>\"'";

class SyntaxError {
 public:
  SyntaxError(const yaml_parser_t& parser, const CheckedText& text, FileId file)
      : file_(file),
        problem_(parser.problem != nullptr ? parser.problem : "this is not YAML"),
        at_(text.text, before_the_end(text.text, text.lines.position(parser.problem_mark.line,
                                                                     parser.problem_mark.column))),
        start_(text.lines.position(parser.context_mark.line, parser.context_mark.column)),
        has_start_(parser.context != nullptr) {}

  void add_to(Diagnostics& diagnostics) const {
    if (add_missing_quotes(diagnostics)) return;
    const auto* const row = std::ranges::find_if(rewordings, [this](const Rewording& rewording) {
      return problem_.find(rewording.problem) != std::string_view::npos;
    });
    const Span start{file_, start_, {start_.line, start_.column + 1}};
    if (row == rewordings.end()) {
      add_with_start(diagnostics, std::string(problem_));
    } else if (row->at_context && has_start_) {
      diagnostics.add(Code::syntax, start, std::string(row->message));
    } else {
      add_with_start(diagnostics, std::string(row->message));
    }
  }

 private:
  // `title: "Algebra" and more`
  bool follows_quoted_text() const {
    std::string_view before = at_.before();
    while (!before.empty() && is_blank(before.back())) before.remove_suffix(1);
    const bool is_value = !at_.after().empty() && at_.after().find_first_of(",:{}[]") != 0;
    return is_value && (before.ends_with('"') || before.ends_with('\''));
  }

  // Whether the place is the colon behind the first word of its line.
  bool is_first_key() const {
    std::string_view before = at_.before();
    while (!before.empty() && is_blank(before.front())) before.remove_prefix(1);
    return !before.empty() && before.find_first_of(" \t,{}[]:\"'") == std::string_view::npos;
  }

  bool says(std::string_view part) const { return problem_.find(part) != std::string_view::npos; }

  bool add_missing_quotes(Diagnostics& diagnostics) const {
    if (const auto link = unquoted_link(at_, file_)) {
      diagnostics.add(Code::syntax, *link,
                      "quote this value: without quotes '[' begins a list, not a link");
      return true;
    }
    const bool is_in_block = says("mapping values are not allowed");
    const bool is_in_brackets =
        says("did not find expected ',' or") && at_.after().starts_with(':');
    if (is_in_block && is_first_key()) {
      diagnostics.add(Code::syntax, value_around(at_, file_),
                      "expected the text before this line to end: a colon or a quote is missing");
      return true;
    }
    if (is_in_brackets && is_first_key() && start_.line < at_.position().line) {
      add_with_start(diagnostics, "expected a closing bracket before this colon");
      return true;
    }
    if (is_in_block || is_in_brackets) {
      diagnostics.add(Code::syntax, value_around(at_, file_),
                      "quote this value: without quotes the colon in it begins another value");
      return true;
    }
    if (says("did not find expected") && follows_quoted_text()) {
      diagnostics.add(Code::syntax, value_around(at_, file_),
                      "quote this value as a whole: it goes on after its closing quote");
      return true;
    }
    const bool is_indicator = says("found character that cannot start any token") ||
                              says("did not find expected alphabetic or numeric") ||
                              says("did not find expected whitespace or line break");
    if (!is_indicator) return false;
    if (at_.after().starts_with('\t')) {
      diagnostics.add(Code::syntax, at_.character(file_),
                      "expected spaces, found a tab: YAML indents with spaces only");
      return true;
    }
    const Span value = value_around(at_, file_);
    const char first = first_character(value);
    const bool is_known = indicators.find(first) != std::string_view::npos;
    diagnostics.add(Code::syntax, value,
                    is_known ? fmt::format("quote this value: without quotes it cannot begin "
                                           "with '{}'",
                                           first)
                             : "quote this value: without quotes YAML cannot read it");
    return true;
  }

  char first_character(const Span& value) const {
    std::string_view rest = at_.line();
    for (std::uint32_t i = 1; i < value.begin.column && !rest.empty(); ++i) take_code_point(rest);
    return rest.empty() ? ' ' : rest.front();
  }

  // With a note at what was begun and not ended, if that is elsewhere.
  void add_with_start(Diagnostics& diagnostics, std::string message) const {
    Diagnostic& added = diagnostics.add(Code::syntax, at_.character(file_), std::move(message));
    if (!has_start_ || start_ == at_.position()) return;
    added.notes.push_back({{file_, start_, {start_.line, start_.column + 1}}, "it begins here"});
  }

  FileId file_;
  std::string_view problem_;
  Place at_;
  Position start_;
  bool has_start_;
};

}  // namespace

void add_syntax_error(const yaml_parser_t& parser, const CheckedText& text, FileId file,
                      Diagnostics& diagnostics) {
  if (parser.error == YAML_MEMORY_ERROR) {
    diagnostics.add(Code::too_large, {file, {}, {1, 2}}, "there is not enough memory");
    return;
  }
  SyntaxError(parser, text, file).add_to(diagnostics);
}

}  // namespace prereq
