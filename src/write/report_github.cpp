#include <fmt/format.h>

#include <iterator>

#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

// As the runner takes it apart again; a property ends at a comma or a colon.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_name(Severity severity) {
  return severity == Severity::note ? "notice" : severity_name(severity);
}

std::string message_of(const Diagnostic& diagnostic, const Sources& sources) {
  std::string message = visible(diagnostic.message);
  if (!diagnostic.suggestion.empty()) {
    message += "; did you mean '" + visible(diagnostic.suggestion) + "'?";
  }
  for (const Note& note : diagnostic.notes) {
    message += "\n" + place(sources, note.span) + "note: " + visible(note.message);
  }
  return message;
}

}  // namespace

std::string format_github(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    const Span& span = diagnostic.span;
    const auto to = std::back_inserter(out);
    fmt::format_to(to, "::{} ", command_name(diagnostic.severity));
    if (span.file != no_file) {
      fmt::format_to(to, "file={},line={},col={},endLine={},",
                     escaped(sources.name(span.file), true), span.begin.line, span.begin.column,
                     span.end.line);
      // Columns of an annotation count only where it has one line; there the end is inclusive.
      if (span.end.line == span.begin.line && span.end.column > span.begin.column) {
        fmt::format_to(to, "endColumn={},", span.end.column - 1);
      }
    }
    fmt::format_to(to, "title={}::{}\n", escaped(code_name(diagnostic.code), true),
                   escaped(message_of(diagnostic, sources), false));
  }
  return out;
}

}  // namespace prereq
