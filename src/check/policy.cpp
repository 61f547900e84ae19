#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "prereq/check.hpp"

namespace prereq {
namespace {

// What is silenced, to be asked about many diagnostics.
class Silence {
 public:
  Silence(const Roadmap& roadmap, const Policy& policy)
      : everywhere_(policy.allow.begin(), policy.allow.end()) {
    for (const Allowance& allowance : roadmap.allowances()) {
      if (allowance.topic == no_index) {
        everywhere_.insert(allowance.code);
      } else {
        for_topics_[allowance.code].insert(roadmap.topics()[allowance.topic].id);
      }
    }
  }

  bool covers(const Diagnostic& diagnostic) const {
    if (everywhere_.contains(diagnostic.code)) return true;
    const auto found = for_topics_.find(diagnostic.code);
    if (found == for_topics_.end() || diagnostic.topics.empty()) return false;
    const auto is_named = [&](std::string_view topic) { return found->second.contains(topic); };
    const bool is_about_all =
        diagnostic.code == Code::avoidable_cycle || diagnostic.code == Code::url_conflict;
    return is_about_all ? std::ranges::any_of(diagnostic.topics, is_named)
                        : is_named(diagnostic.topics.front());
  }

 private:
  std::set<Code> everywhere_;
  std::map<Code, std::unordered_set<std::string_view>> for_topics_;
};

}  // namespace

bool can_be_allowed(Code code) { return default_severity(code) == Severity::warning; }

void apply_policy(const Roadmap& roadmap, const Policy& policy, Diagnostics& diagnostics) {
  const Silence silence(roadmap, policy);
  std::erase_if(diagnostics.items(), [&](const Diagnostic& diagnostic) {
    return diagnostic.severity != Severity::error && silence.covers(diagnostic);
  });
  if (!policy.strict) return;
  for (Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.severity == Severity::warning) diagnostic.severity = Severity::error;
  }
}

}  // namespace prereq
