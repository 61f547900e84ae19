#include "path/greedy_plan.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "path/additive_cost.hpp"

namespace prereq {
namespace {

constexpr std::uint64_t tidy_work = 50'000'000;
// A plan that weighs one part in so many more than the best is still gone on from.
constexpr int slack = 40;
constexpr std::uint64_t improve_work = 50'000'000;

}  // namespace

GreedyPlanner::GreedyPlanner(const PlanTask& task, const Reduction& reduction)
    : task_(task), reduction_(reduction), support_(task) {}

// Adds to the plan, for everything in it, the cheapest way to meet its needs. False if there is no
// way with units that have a weight.
bool GreedyPlanner::complete(std::vector<char>& plan, const std::vector<Weight>& weight) {
  const AdditiveCost cost = additive_cost(task_, weight);
  if (cost.unit[task_.root()] >= unreachable_weight) return false;
  std::ranges::fill(plan, 0);
  std::vector<char> seen_node(task_.nodes.size(), 0);
  std::vector<Ref> open{Ref::unit(task_.root())};
  plan[task_.root()] = 1;
  std::vector<Ref> entries;
  while (!open.empty()) {
    const Ref next = open.back();
    open.pop_back();
    const auto inside = next.is_unit() ? task_.needs(next.index()) : task_.entries(next.index());
    entries.assign(inside.begin(), inside.end());
    if (next.is_node()) {
      std::ranges::sort(entries, {}, [&](Ref ref) { return cost.rank(ref); });
      entries.resize(task_.nodes[next.index()].least, Ref::met());
    }
    for (const Ref ref : entries) {
      char& seen = ref.is_unit() ? plan[ref.index()] : seen_node[ref.index()];
      if (seen != 0) continue;
      seen = 1;
      open.push_back(ref);
    }
  }
  return true;
}

std::vector<char> GreedyPlanner::first_plan() {
  std::vector<Weight> weight(task_.units.size(), 0);
  for (std::uint32_t u = 0; u < weight.size(); ++u) {
    if (reduction_.fate[u] == Fate::open) weight[u] = task_.units[u].weight;
  }
  std::vector<char> plan(task_.units.size(), 0);
  complete(plan, weight);
  tidy(plan);
  return plan;
}

void GreedyPlanner::tidy(std::vector<char>& plan) {
  std::vector<std::uint32_t> candidates;
  std::uint64_t size = 0;
  for (std::uint32_t u = 0; u < plan.size(); ++u) {
    if (plan[u] == 0) continue;
    ++size;
    if (reduction_.fate[u] != Fate::forced) candidates.push_back(u);
  }
  std::ranges::stable_sort(candidates, std::greater<>(),
                           [&](std::uint32_t u) { return task_.units[u].weight; });
  std::uint64_t work = 0;
  for (const std::uint32_t u : candidates) {
    work += size + task_.units.size() / 8;
    if (work > tidy_work) break;
    plan[u] = 0;
    support_.clear();
    support_.allow_all(plan);
    if (!support_.is_reached()) plan[u] = 1;
  }
  // What can no longer be learned is of no use.
  support_.clear();
  support_.allow_all(plan);
  for (std::uint32_t u = 0; u < plan.size(); ++u) {
    if (!support_.is_learned(u)) plan[u] = 0;
  }
}

void GreedyPlanner::improve(std::vector<char>& plan, std::chrono::steady_clock::time_point deadline,
                            std::uint64_t rounds) {
  const auto random = [this](std::size_t below) {
    random_ ^= random_ << 13;
    random_ ^= random_ >> 7;
    random_ ^= random_ << 17;
    return static_cast<std::size_t>(random_ % below);
  };
  std::vector<std::uint32_t> open;
  for (std::uint32_t u = 0; u < plan.size(); ++u) {
    if (reduction_.fate[u] == Fate::open) open.push_back(u);
  }
  std::vector<char> best = plan;
  Weight best_weight = weight_of(task_, plan);
  std::vector<Weight> weight(task_.units.size(), 0);
  std::vector<std::uint32_t> chosen;
  const std::uint64_t size = task_.units.size() + task_.nodes.size() + task_.refs.size();
  rounds = std::min(rounds, improve_work / size);
  for (std::uint64_t round = 0; round < rounds; ++round) {
    if (std::chrono::steady_clock::now() >= deadline) break;
    // Units of the plan are free, except those taken out, which cost dearly.
    chosen.clear();
    for (const std::uint32_t u : open) {
      if (plan[u] != 0) chosen.push_back(u);
      weight[u] = plan[u] != 0 ? 0 : task_.units[u].weight * static_cast<int>(4 + random(5)) / 4;
    }
    if (chosen.empty()) break;
    const std::uint64_t out = 1 + random(6);
    for (std::uint64_t i = 0; i < out; ++i) {
      const std::uint32_t u = chosen[random(chosen.size())];
      weight[u] = task_.units[u].weight * 100;
    }
    // One that is not in it is tried for nothing.
    const std::uint32_t in = open[random(open.size())];
    if (plan[in] == 0) weight[in] = 0;
    std::vector<char> other(plan.size(), 0);
    if (!complete(other, weight)) continue;
    tidy(other);
    const Weight weighs = weight_of(task_, other);
    if (weighs > best_weight + best_weight / slack) continue;
    plan = std::move(other);
    if (weighs > best_weight) continue;
    best_weight = weighs;
    best = plan;
  }
  plan = std::move(best);
}

}  // namespace prereq
