#include "read/dot_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/dot_tokens.hpp"
#include "read/text_check.hpp"

namespace prereq {
namespace {

// Where the name or number ends that begins it, its scanner has read one byte more.
bool may_go_on(char last) {
  return is_letter_or_digit(last) || last == '_' || last == '.' ||
         static_cast<unsigned char>(last) >= 0x80;
}

// The last byte of what it stumbled over.
std::optional<std::size_t> last_byte(const DotSyntaxError& error, std::string_view text) {
  if (!error.read_to || error.near.empty()) return std::nullopt;
  std::size_t end = *error.read_to;
  if (may_go_on(error.near.back()) && text.substr(0, end - 1).ends_with(error.near)) --end;
  if (!text.substr(0, end).ends_with(error.near)) return std::nullopt;
  return end - 1;
}

// Of a string, Graphviz names but the last quote.
DotToken token_at(std::string_view text, FileId file, Position place) {
  Diagnostics unused;
  DotTokens tokens(text, file, DotTokens::no_limit, unused);
  DotToken found;
  for (auto next = tokens.next(); next && next->kind != DotTokenKind::end; next = tokens.next()) {
    if (place < next->span.begin) break;
    found = std::move(*next);
  }
  return found;
}

// The first such text in the line, which may not be the one that is meant.
Span likely_place(const DotSyntaxError& error, std::string_view text, FileId file) {
  for (std::uint32_t line = 1; line < error.line; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t at = error.near.empty() ? line.size() : line.find(error.near);
  const auto column = static_cast<std::uint32_t>(count_code_points(line.substr(0, at)) + 1);
  const auto length =
      static_cast<std::uint32_t>(std::max<std::size_t>(1, count_code_points(error.near)));
  return {file, {error.line, column}, {error.line, column + length}};
}

}  // namespace

void report_dot_error(const DotSyntaxError& error, std::string_view text, FileId file,
                      Diagnostics& diagnostics) {
  Span span = likely_place(error, text, file);
  std::string near = error.near;
  if (const auto last = last_byte(error, text)) {
    DotToken token = token_at(text, file, span_at(text, *last, file).begin);
    span = token.span;
    if (token.kind == DotTokenKind::string) near = std::move(token.text);
  }
  if (error.is_limit) {
    diagnostics.add(Code::too_large, span,
                    "a statement that is too long for Graphviz: split it into several");
  } else if (near.empty()) {
    diagnostics.add(Code::syntax, span, "not a graph in DOT: it ends too early");
  } else {
    diagnostics.add(Code::syntax, span,
                    fmt::format("not DOT from here on: unexpected '{}'", shown(near)));
  }
}

}  // namespace prereq
