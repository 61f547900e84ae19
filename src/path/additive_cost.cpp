#include "path/additive_cost.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "path/support.hpp"

namespace prereq {
namespace {

struct Waiting {
  Weight cost;
  std::uint32_t item;
  friend bool operator>(const Waiting& a, const Waiting& b) {
    return a.cost != b.cost ? a.cost > b.cost : a.item > b.item;
  }
};

}  // namespace

AdditiveCost additive_cost(const PlanTask& task, const std::vector<Weight>& weight) {
  const auto units = static_cast<std::uint32_t>(task.units.size());
  const Parents parents(task);
  std::vector<std::uint32_t> unmet = parents.needed;
  std::vector<Weight> sum(unmet.size(), 0);
  std::vector<char> settled(unmet.size(), 0);
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
  const auto offer = [&](std::uint32_t item) {
    const Weight own = item < units ? weight[item] : 0;
    if (own < unreachable_weight) queue.push({sum[item] + own, item});
  };
  for (std::uint32_t u = 0; u < units; ++u) {
    if (unmet[u] == 0) offer(u);
  }
  AdditiveCost result{std::vector<Weight>(units, unreachable_weight),
                      std::vector<Weight>(task.nodes.size(), unreachable_weight),
                      std::vector<std::uint32_t>(units, UINT32_MAX),
                      std::vector<std::uint32_t>(task.nodes.size(), UINT32_MAX)};
  std::uint32_t rank = 0;
  while (!queue.empty()) {
    const auto [cost, item] = queue.top();
    queue.pop();
    if (settled[item] != 0) continue;
    settled[item] = 1;
    (item < units ? result.unit[item] : result.node[item - units]) = cost;
    (item < units ? result.unit_rank[item] : result.node_rank[item - units]) = rank++;
    // The entries of a group are settled cheapest first, so the first `least` of them are its cost.
    for (const std::uint32_t parent : parents.of(item)) {
      if (unmet[parent] == 0) continue;
      sum[parent] = std::min(sum[parent] + cost, unreachable_weight - 1);
      if (--unmet[parent] == 0) offer(parent);
    }
  }
  return result;
}

}  // namespace prereq
