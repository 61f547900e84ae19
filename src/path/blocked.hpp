// Why a target cannot be reached.
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// For each target that cannot be reached, one unreachable-goal at its place: with the excluded
// topics (`reason`: "avoided", "paid") that block it, or else a group that asks for more than it
// has, or a cycle, edge by edge as notes. O(V + E) for each target.
void explain_blocked(const TopicGraph& graph, const TaskInput& input,
                     const std::vector<std::string_view>& reason_by_topic,
                     Diagnostics& diagnostics);

}  // namespace prereq
