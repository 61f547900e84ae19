// What each unit would cost to reach if nothing were shared: the additive heuristic of delete-free
// planning (Bonet and Geffner 2001), by Knuth's generalisation of Dijkstra's algorithm (1977).
//
// Never below what the unit and all it needs really cost. O((V + E) log V).
#pragma once

#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

inline constexpr Weight unreachable_weight = Weight{1} << 120;

struct AdditiveCost {
  std::vector<Weight> unit;  // unreachable_weight where there is no way
  std::vector<Weight> node;
  // When each was settled, cheapest first; an item comes after the entries that its cost is made
  // of, so taking the earliest entries never runs into a circle.
  std::vector<std::uint32_t> unit_rank;
  std::vector<std::uint32_t> node_rank;

  Weight of(Ref ref) const { return ref.is_unit() ? unit[ref.index()] : node[ref.index()]; }
  std::uint32_t rank(Ref ref) const {
    return ref.is_unit() ? unit_rank[ref.index()] : node_rank[ref.index()];
  }
};

// `weight` by unit: what it costs itself, or unreachable_weight to leave it out.
AdditiveCost additive_cost(const PlanTask& task, const std::vector<Weight>& weight);

}  // namespace prereq
