// Which topics are learned together: the strongly connected components of corequisite edges between
// topics that are still to be learned.
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// For each topic the lowest topic of its unit; known topics are alone. O(V + corequisites).
std::vector<TopicIndex> learned_together(const Roadmap& roadmap,
                                         const std::vector<Standing>& standing);

}  // namespace prereq
