#include "prereq/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace prereq {
namespace {

struct CodeRow {
  std::string_view name;
  Severity severity;
};

// In the order of the enumerators.
constexpr std::array<CodeRow, code_count> codes = {{
    {"syntax", Severity::error},
    {"encoding", Severity::error},
    {"too-large", Severity::error},
    {"unknown-field", Severity::error},
    {"duplicate-field", Severity::error},
    {"wrong-type", Severity::error},
    {"bad-value", Severity::error},
    {"bad-id", Severity::error},
    {"bad-url", Severity::error},
    {"duplicate-topic", Severity::error},
    {"duplicate-section", Severity::error},
    {"duplicate-goal", Severity::error},
    {"merge-conflict", Severity::error},
    {"unknown-topic", Severity::error},
    {"unknown-section", Severity::error},
    {"unknown-goal", Severity::error},
    {"cycle", Severity::error},
    {"impossible-alternative", Severity::error},
    {"unreachable-goal", Severity::error},
    {"layout-failed", Severity::error},
    {"bad-marker", Severity::error},
    {"avoidable-cycle", Severity::warning},
    {"redundant-prerequisite", Severity::warning},
    {"repeated-alternative", Severity::warning},
    {"url-conflict", Severity::warning},
    {"duplicate-resource", Severity::warning},
    {"optional-prerequisite", Severity::warning},
    {"unused-section", Severity::warning},
    {"isolated-topic", Severity::warning},
}};
static_assert(static_cast<std::size_t>(Code::isolated_topic) + 1 == code_count);

const CodeRow& row(Code code) { return codes[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view code_name(Code code) { return row(code).name; }

std::optional<Code> find_code(std::string_view name) {
  const auto found = std::ranges::find(codes, name, &CodeRow::name);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Code>(found - codes.begin());
}

Severity default_severity(Code code) { return row(code).severity; }

Diagnostic& Diagnostics::add(Code code, Span span, std::string message) {
  Diagnostic& added = items_.emplace_back();
  added.severity = default_severity(code);
  added.code = code;
  added.span = span;
  added.message = std::move(message);
  return added;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count(items_, severity, &Diagnostic::severity));
}

void Diagnostics::sort() {
  std::ranges::stable_sort(items_, [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span, a.code) < std::tie(b.span, b.code);
  });
}

}  // namespace prereq
