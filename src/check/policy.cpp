#include <algorithm>

#include "prereq/check.hpp"

namespace prereq {
namespace {

// Whether what is said about the topic named `id` includes `diagnostic`.
bool is_about(const Diagnostic& diagnostic, std::string_view id) {
  if (diagnostic.topics.empty()) return false;
  if (diagnostic.code == Code::avoidable_cycle || diagnostic.code == Code::url_conflict) {
    return std::ranges::find(diagnostic.topics, id) != diagnostic.topics.end();
  }
  return diagnostic.topics.front() == id;
}

bool is_silenced(const Diagnostic& diagnostic, const Roadmap& roadmap, const Policy& policy) {
  if (std::ranges::find(policy.allow, diagnostic.code) != policy.allow.end()) return true;
  return std::ranges::any_of(roadmap.allowances(), [&](const Allowance& allowance) {
    return allowance.code == diagnostic.code &&
           (allowance.topic == no_index ||
            is_about(diagnostic, roadmap.topics()[allowance.topic].id));
  });
}

}  // namespace

bool can_be_allowed(Code code) { return default_severity(code) == Severity::warning; }

void apply_policy(const Roadmap& roadmap, const Policy& policy, Diagnostics& diagnostics) {
  std::erase_if(diagnostics.items(), [&](const Diagnostic& diagnostic) {
    return diagnostic.severity != Severity::error && is_silenced(diagnostic, roadmap, policy);
  });
  if (!policy.strict) return;
  for (Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.severity == Severity::warning) diagnostic.severity = Severity::error;
  }
}

}  // namespace prereq
