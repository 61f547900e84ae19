// The choices that a path had to make.
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// Groups of the path's topics and goals that known topics do not meet and of which not every
// alternative is in the path, in the order that Path::choices states. Nested groups where the
// alternative that they are in is chosen. O(V + E).
std::vector<PathChoice> find_choices(const Roadmap& roadmap, const Path& path,
                                     const std::vector<Standing>& standing);

}  // namespace prereq
