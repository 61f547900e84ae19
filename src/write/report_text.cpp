#include "write/report_text.hpp"

#include <fmt/format.h>

namespace prereq {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "";
}

std::string place(const Sources& sources, const Span& span) {
  if (span.file == no_file) return {};
  return fmt::format("{}:{}:{}: ", visible(sources.name(span.file)), span.begin.line,
                     span.begin.column);
}

std::string visible(std::string_view text) { return std::string(text); }

}  // namespace prereq
