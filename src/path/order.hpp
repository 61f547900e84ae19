// From a set of topics to a path: who uses what, and in which order.
//
// Which alternatives are used: all topics of the plan are imagined to be studied side by side, each
// as soon as it can be (Knuth's generalisation of Dijkstra's algorithm, with the latest need as the
// cost); of several alternatives, the ones that are done first are used. The longest chain of these
// uses is the floor on calendar time.
//
// The order: Kahn's algorithm over units, section by section. While something of the section just
// worked in can be learned, that comes next, in order of declaration. Else the next section is the
// one that waits for fewest topics of other sections (so one that can be finished in one go comes
// first), then the one declared first.
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// Fills steps, hours, range, guessed, critical_path. `plan` can be learned. O((V + E) log V) of the
// task.
void lay_out_path(const Roadmap& roadmap, const PlanTask& task, const std::vector<char>& plan,
                  const TaskInput& input, Path& path);

}  // namespace prereq
