// What cores that overlap may be charged with, so that no assumption pays more than it weighs.
//
// The fractional packing problem: raise the sum of the prices of the rows while, for each item, the
// prices of the rows that name it stay within its capacity. Its dual is the fractional hitting set,
// so the sum is a lower bound on any hitting set. Subgradient ascent on the Lagrangian that drops
// the capacities (Held, Wolfe and Crowder, "Validation of subgradient optimization", 1974), then
// made whole and feasible, so rounding can cost a little of the bound but never make it wrong.
// To find cores first and to charge for them together is "weight-aware core extraction": Berg and
// Järvisalo, "Weight-aware core extraction in SAT-based MaxSAT solving", 2017.
#pragma once

#include <cstdint>
#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

struct Packing {
  std::vector<Weight> capacities;                // by item
  std::vector<std::vector<std::uint32_t>> rows;  // the items of each, none twice
};

// Replaces the prices by better ones if it finds some, and returns by how much their sum rose; 0
// leaves them as they are. Requires: the prices fit the capacities. A fixed number of rounds, each
// linear in the size of the packing.
Weight raise_prices(const Packing& packing, std::vector<Weight>& prices);

}  // namespace prereq
