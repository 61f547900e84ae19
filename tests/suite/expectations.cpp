#include "suite/expectations.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace prereq::testing {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "";
}

std::string_view trim(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::uint32_t take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
  return number;
}

// `[LINE:]COLUMN`, the line only where a digit follows the colon.
void take_place(std::string_view& text, std::uint32_t& line, std::uint32_t& column) {
  column = take_number(text);
  if (text.size() < 2 || text[0] != ':' || text[1] < '0' || text[1] > '9') return;
  text.remove_prefix(1);
  line = column;
  column = take_number(text);
}

std::optional<Expectation> parse(std::string_view comment, std::uint32_t line) {
  static constexpr std::array<std::string_view, 4> kinds = {"error", "warning", "note", "see"};
  for (const std::string_view kind : kinds) {
    std::string_view rest = comment;
    if (!take(rest, kind)) continue;
    Expectation expectation;
    expectation.line = line;
    if (take(rest, " ")) {
      take_place(rest, expectation.line, expectation.column);
      expectation.end_line = expectation.line;
      if (take(rest, "-")) take_place(rest, expectation.end_line, expectation.end_column);
    }
    if (!take(rest, ":")) continue;
    expectation.what = fmt::format("{}: {}", kind, trim(rest));
    return expectation;
  }
  return std::nullopt;
}

Expectation expectation_at(const Span& span, std::string what) {
  return {std::move(what), span.begin.line, span.begin.column, span.end.line, span.end.column};
}

}  // namespace

bool Expectation::fits(const Expectation& actual) const {
  if (what != actual.what || line != actual.line) return false;
  if (column != 0 && column != actual.column) return false;
  return end_column == 0 || (end_line == actual.end_line && end_column == actual.end_column);
}

std::string to_string(const Expectation& expectation) {
  return fmt::format("{}:{}-{}:{} {}", expectation.line, expectation.column, expectation.end_line,
                     expectation.end_column, expectation.what);
}

std::vector<Expectation> expectations_in(std::string_view text) {
  std::vector<Expectation> expectations;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    for (auto mark = line.find("# "); mark != std::string_view::npos; mark = line.find("# ")) {
      line.remove_prefix(mark + 2);
      const std::string_view comment = line.substr(0, line.find(" # "));
      if (auto expectation = parse(comment, number)) expectations.push_back(*expectation);
    }
  }
  return expectations;
}

std::vector<Expectation> expectations_of(const Diagnostics& diagnostics) {
  std::vector<Expectation> expectations;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    std::string what = fmt::format("{}: {}: {}", severity_name(diagnostic.severity),
                                   code_name(diagnostic.code), diagnostic.message);
    if (!diagnostic.suggestion.empty()) what += fmt::format(" {{{}}}", diagnostic.suggestion);
    expectations.push_back(expectation_at(diagnostic.span, std::move(what)));
    for (const Note& note : diagnostic.notes) {
      if (note.span.file == no_file) continue;
      expectations.push_back(expectation_at(note.span, "see: " + note.message));
    }
  }
  return expectations;
}

}  // namespace prereq::testing
