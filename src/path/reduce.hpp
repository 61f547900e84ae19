// What can be said about a task before any search.
//
//   forced  in every plan: what the root needs without a choice, what all alternatives of such a
//           choice need (greatest fixed point of landmark sets: Keyder, Richter and Helmert, "Sound
//           and complete landmarks for AND/OR graphs", 2010)
//   unused  in no cheapest plan: only reached through choices that forced units meet already, or
//           only an alternative that another one beats whatever else is chosen
//   open    the rest, which the search decides
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

enum class Fate : std::uint8_t { unused, open, forced };

struct Reduction {
  std::vector<Fate> fate;      // by unit
  std::vector<char> node_met;  // by node: forced units meet it, and can be learned before
  // Entries of nodes that need not be looked at, parallel to PlanTask::refs.
  std::vector<char> beaten;
  std::uint32_t open_units = 0;
};

// O(V + E) for each round; rounds end when nothing changes, at the latest after a fixed number.
// Landmark sets are computed only for so many open units that they fit in a few megabytes.
Reduction reduce(const PlanTask& task);

}  // namespace prereq
