// Which topics of a plan each of its topics uses.
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// For each topic of the plan, in order of declaration.
struct Uses {
  TopicIndex topic = no_index;
  std::uint32_t unit = 0;
  std::vector<TopicIndex> prerequisites;  // by declaration, each once
  std::vector<TopicIndex> corequisites;   // by declaration, each once, itself not
};

// See order.hpp. O((V + E) log V).
std::vector<Uses> find_uses(const Roadmap& roadmap, const PlanTask& task,
                            const std::vector<char>& plan, const TaskInput& input);

}  // namespace prereq
