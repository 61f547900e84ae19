#include <fmt/format.h>

#include <iterator>

#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq {

std::string format_short(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", place(sources, diagnostic.span),
                   severity_name(diagnostic.severity), visible(diagnostic.message),
                   code_name(diagnostic.code));
  }
  return out;
}

}  // namespace prereq
