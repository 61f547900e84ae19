#include <fmt/format.h>

#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string verdict(const Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.count(Severity::error);
  const std::size_t warnings = diagnostics.count(Severity::warning);
  if (errors == 0 && warnings == 0) return "nothing wrong";
  if (errors == 0) return counted(warnings, "warning");
  if (warnings == 0) return counted(errors, "error");
  return counted(errors, "error") + ", " + counted(warnings, "warning");
}

}  // namespace

std::string format_summary(std::string_view name, const Diagnostics& diagnostics,
                           const CheckSummary& summary) {
  std::string out =
      fmt::format("{}: {}, {}: {}\n", visible(name), counted(summary.topics, "topic"),
                  counted(summary.prerequisites, "prerequisite"), verdict(diagnostics));
  if (!summary.redundancy_complete) {
    out += "the search for redundant prerequisites stopped early; --exhaustive finishes it\n";
  }
  return out;
}

}  // namespace prereq
