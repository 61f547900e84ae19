#include "cli/first_problems.hpp"

#include <algorithm>
#include <array>

namespace prereq::cli {

namespace {

// What says that a part was not read is never left out for others.
std::size_t rank(const Diagnostic& problem) {
  if (problem.code == Code::too_large) return 0;
  return problem.severity == Severity::error ? 1 : 2;
}

}  // namespace

Diagnostics first_problems(const Diagnostics& all, std::size_t most) {
  std::array<std::size_t, 3> room = {};
  for (const Diagnostic& each : all.items()) ++room[rank(each)];
  for (std::size_t& each : room) {
    each = std::min(each, most);
    most -= each;
  }
  Diagnostics first;
  for (const Diagnostic& each : all.items()) {
    std::size_t& left = room[rank(each)];
    if (left == 0) continue;
    --left;
    first.items().push_back(each);
  }
  return first;
}

std::string further_problems(const Diagnostics& all, std::size_t most) {
  if (all.items().size() <= most) return {};
  const std::size_t left = all.items().size() - most;
  return "… and " + std::to_string(left) + (left == 1 ? " more problem\n" : " more problems\n");
}

}  // namespace prereq::cli
