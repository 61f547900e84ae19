#include "path/core_search.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <utility>

#include "graph/components.hpp"
#include "path/core_prices.hpp"

namespace prereq {
namespace {

constexpr std::size_t shrink_at_most = 200;      // literals of a core
constexpr std::uint64_t shrink_conflicts = 100;  // for each literal
constexpr std::uint64_t shrink_decisions = 100;  // the same
// More cores are looked for at new prices if those raised the bound by one part in so many.
constexpr int worthwhile = 200;

}  // namespace

CoreSearch::CoreSearch(const PlanTask& task, const Reduction& reduction,
                       std::chrono::steady_clock::time_point deadline)
    : task_(task), form_(task, reduction, solver_), support_(task) {
  limit_.deadline = deadline;
  for (std::uint32_t u = 0; u < task.units.size(); ++u) {
    if (reduction.fate[u] == Fate::forced) lower_bound_ += task.units[u].weight;
    if (reduction.fate[u] != Fate::open) continue;
    add_soft(~form_.unit(u), task.units[u].weight);
  }
  begin_strata();
}

void CoreSearch::add_soft(Lit literal, Weight weight) {
  if (soft_at_.size() <= literal.code()) soft_at_.resize(literal.code() + 1, UINT32_MAX);
  std::uint32_t& at = soft_at_[literal.code()];
  if (at != UINT32_MAX) {
    softs_[at].weight += weight;
    return;
  }
  at = static_cast<std::uint32_t>(softs_.size());
  softs_.push_back({literal, weight});
}

void CoreSearch::offer(const std::vector<char>& plan) {
  const Weight weight = weight_of(task_, plan);
  if (has_best_ && weight >= best_weight_) return;
  best_ = plan;
  best_weight_ = weight;
  has_best_ = true;
  harden();
}

// A unit that is heavier than all there is to gain is in no plan that is as good as the best.
void CoreSearch::harden() {
  if (!has_best_) return;
  for (Soft& soft : softs_) {
    if (soft.weight == 0 || soft.weight <= best_weight_ - lower_bound_) continue;
    solver_.add_clause(std::array{soft.literal});
    soft.weight = 0;
  }
}

std::vector<Lit> CoreSearch::assumptions() const {
  std::vector<Lit> made;
  for (const Soft& soft : softs_) {
    if (soft.weight > 0 && soft.weight >= stratum_) made.push_back(soft.literal);
  }
  return made;
}

// The heaviest assumptions first.
void CoreSearch::begin_strata() {
  stratum_ = 0;
  for (const Soft& soft : softs_) stratum_ = std::max(stratum_, soft.weight);
}

// Goes on to lighter assumptions. False when all are made already.
bool CoreSearch::lower_stratum() {
  Weight heaviest = 0;
  for (const Soft& soft : softs_) {
    if (soft.weight < stratum_) heaviest = std::max(heaviest, soft.weight);
  }
  if (heaviest == 0) return false;
  stratum_ = heaviest / 2 + 1;
  return true;
}

bool CoreSearch::run(std::uint64_t conflicts) {
  const std::uint64_t end = solver_.conflict_count() + conflicts;
  while (!has_best_ || lower_bound_ < best_weight_) {
    const std::uint64_t used = solver_.conflict_count();
    if (used >= end) return false;
    limit_.conflicts = end - used;
    switch (solve_founded(assumptions())) {
      case SatResult::unknown: return false;
      case SatResult::satisfiable: {
        std::vector<char> plan = form_.model_plan();
        for (std::uint32_t u = 0; u < plan.size(); ++u) {
          if (!support_.is_learned(u)) plan[u] = 0;
        }
        offer(plan);
        if (lower_stratum() || rebalance()) break;
        if (batch_.empty()) {
          assert(lower_bound_ == best_weight_);
          return true;
        }
        relax_batch();
        harden();
        break;
      }
      case SatResult::contradictory:
        assert(!solver_.failed().empty());
        charge(shrink(solver_.failed()));
        break;
    }
  }
  // The tie-break goes by what is assumed.
  relax_batch();
  return true;
}

// Leaves the support of the plan in support_ when satisfiable.
SatResult CoreSearch::solve_founded(const std::vector<Lit>& assumptions) {
  while (true) {
    const SatResult result = solver_.solve(assumptions, limit_);
    if (result != SatResult::satisfiable || !exclude_loops(form_.model_plan())) return result;
  }
}

// True if the plan does not reach the root; then clauses are added that it breaks.
bool CoreSearch::exclude_loops(const std::vector<char>& plan) {
  support_.clear();
  support_.allow_all(plan);
  if (support_.is_reached()) return false;

  // Units in the plan that cannot be learned, and which of them each one waits for.
  std::vector<std::uint32_t> stuck;
  std::vector<std::uint32_t> place(plan.size(), UINT32_MAX);
  for (std::uint32_t u = 0; u < plan.size(); ++u) {
    if (plan[u] == 0 || support_.is_learned(u)) continue;
    place[u] = static_cast<std::uint32_t>(stuck.size());
    stuck.push_back(u);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> waits;
  std::vector<Ref> open;
  for (std::uint32_t at = 0; at < stuck.size(); ++at) {
    open.assign(1, Ref::unit(stuck[at]));
    while (!open.empty()) {
      const Ref next = open.back();
      open.pop_back();
      for (const Ref ref :
           next.is_unit() ? task_.needs(next.index()) : task_.entries(next.index())) {
        if (support_.is_met(ref)) continue;
        if (ref.is_node()) open.push_back(ref);
        if (ref.is_unit() && place[ref.index()] != UINT32_MAX)
          waits.emplace_back(at, place[ref.index()]);
      }
    }
  }
  // Components that wait for no other component are loops.
  const Components components = strong_components(static_cast<std::uint32_t>(stuck.size()), waits);
  std::vector<char> waits_for_others(components.count, 0);
  for (const auto& [from, to] : waits) {
    if (components.of[from] != components.of[to]) waits_for_others[components.of[from]] = 1;
  }
  std::vector<std::vector<std::uint32_t>> loops(components.count);
  for (std::uint32_t at = 0; at < stuck.size(); ++at) loops[components.of[at]].push_back(stuck[at]);
  for (std::uint32_t c = 0; c < components.count; ++c) {
    if (waits_for_others[c] == 0) add_loop_clauses(loops[c]);
  }
  return true;
}

// Learns as much as possible without any unit of the loop; what then could be learned, but would
// lead into the loop, is its way in: a unit of the loop in a plan has one of those in it too.
void CoreSearch::add_loop_clauses(const std::vector<std::uint32_t>& loop) {
  const Support::Mark start = support_.mark();
  const auto enters = [&] {
    return std::ranges::any_of(loop, [this](std::uint32_t u) { return support_.is_learned(u); });
  };
  std::vector<Lit> clause;
  for (std::size_t next = 0; next < support_.ready().size(); ++next) {
    const std::uint32_t unit = support_.ready()[next];
    if (support_.is_allowed(unit)) continue;
    const Support::Mark before = support_.mark();
    support_.allow(unit);
    if (!enters()) continue;
    support_.undo(before);
    clause.push_back(form_.unit(unit));
  }
  support_.undo(start);
  clause.emplace_back();
  for (const std::uint32_t unit : loop) {
    clause.back() = ~form_.unit(unit);
    solver_.add_clause(clause);
  }
}

// A smaller core, if one is found quickly. Light assumptions are left out first: the lightest one
// that stays is what the bound rises by.
std::vector<Lit> CoreSearch::shrink(std::vector<Lit> core) {
  const auto weight = [this](Lit l) { return soft_of(l).weight; };
  std::ranges::sort(core);
  std::ranges::stable_sort(core, {}, weight);
  if (core.size() > shrink_at_most) return core;
  SatLimit quick = limit_;
  quick.conflicts = shrink_conflicts;
  quick.decisions = shrink_decisions;
  for (std::size_t at = 0; at < core.size() && core.size() > 1;) {
    std::vector<Lit> trial = core;
    trial.erase(trial.begin() + static_cast<std::ptrdiff_t>(at));
    if (solver_.solve(trial, quick) != SatResult::contradictory) {
      ++at;
      continue;
    }
    const std::vector<Lit>& failed = solver_.failed();
    std::erase_if(core, [&](Lit l) { return std::ranges::find(failed, l) == failed.end(); });
    // What stands before `at` is needed, so it is in every smaller core found.
  }
  return core;
}

// One of the core is broken for certain. What that costs is the weight of the lightest, which all
// of them give up for it.
void CoreSearch::charge(std::vector<Lit> core) {
  if (batch_.empty()) {
    for (Soft& soft : softs_) soft.whole = soft.weight;
  }
  Weight least = soft_of(core[0]).weight;
  for (const Lit l : core) least = std::min(least, soft_of(l).weight);
  for (const Lit l : core) soft_of(l).weight -= least;
  lower_bound_ += least;
  batch_.push_back({std::move(core), least});
}

// Cores that share assumptions can be charged in better proportions once all are known. True if
// the bound rose so much that it is worth to look for cores in what the new prices leave.
bool CoreSearch::rebalance() {
  Packing packing;
  std::vector<Weight> prices;
  for (const Soft& soft : softs_) packing.capacities.push_back(soft.whole);
  for (const Core& core : batch_) {
    prices.push_back(core.price);
    packing.rows.emplace_back();
    for (const Lit l : core.literals) packing.rows.back().push_back(soft_at_[l.code()]);
  }
  const Weight gain = raise_prices(packing, prices);
  if (gain == 0) return false;
  lower_bound_ += gain;
  for (Soft& soft : softs_) soft.weight = soft.whole;
  for (std::size_t c = 0; c < batch_.size(); ++c) {
    batch_[c].price = prices[c];
    for (const Lit l : batch_[c].literals) soft_of(l).weight -= prices[c];
  }
  begin_strata();
  return gain * worthwhile > lower_bound_;
}

// That no more than one of each core is broken becomes a new assumption. If that turns out to be
// broken in turn, it is that no more than two are.
void CoreSearch::relax_batch() {
  const std::vector<Core> batch = std::exchange(batch_, {});
  struct NextCount {
    std::uint32_t core;
    std::uint32_t count;
    Weight weight;
  };
  std::vector<NextCount> next_counts;
  for (const Core& core : batch) {
    for (const Lit l : core.literals) {
      const Soft& soft = soft_of(l);
      if (soft.core == UINT32_MAX || core.price == 0) continue;
      next_counts.push_back({soft.core, soft.count + 1, core.price});
    }
  }
  std::erase_if(softs_, [this](const Soft& soft) {
    if (soft.weight == 0) soft_at_[soft.literal.code()] = UINT32_MAX;
    return soft.weight == 0;
  });
  for (std::uint32_t i = 0; i < softs_.size(); ++i) soft_at_[softs_[i].literal.code()] = i;
  for (const NextCount& next : next_counts) add_count(next.core, next.count, next.weight);
  for (const Core& core : batch) relax(core);
  begin_strata();
}

void CoreSearch::relax(const Core& core) {
  std::vector<Lit> broken;
  for (const Lit l : core.literals) broken.push_back(~l);
  solver_.add_clause(broken);
  if (broken.size() == 1 || core.price == 0) return;
  cores_.emplace_back(broken);
  add_count(static_cast<std::uint32_t>(cores_.size() - 1), 1, core.price);
}

// Makes it an assumption that no more than `count` of the core are broken.
void CoreSearch::add_count(std::uint32_t core, std::uint32_t count, Weight weight) {
  if (count >= cores_[core].size()) return;
  const Lit holds = ~cores_[core].more_than(solver_, count);
  add_soft(holds, weight);
  Soft& soft = soft_of(holds);
  soft.core = core;
  soft.count = count;
}

bool CoreSearch::break_ties() {
  for (const Soft& soft : softs_) {
    if (soft.weight > 0) solver_.add_clause(std::array{soft.literal});
  }
  limit_.conflicts = UINT64_MAX;
  for (std::uint32_t u = 0; u < task_.root(); ++u) {
    const Lit in = form_.unit(u);
    if (solver_.is_fixed(in) || solver_.is_fixed(~in)) continue;
    bool take = best_[u] != 0;
    if (!take) {
      const SatResult result = solve_founded({in});
      if (result == SatResult::unknown) return false;
      take = result == SatResult::satisfiable;
      if (take) best_ = form_.model_plan();
    }
    solver_.add_clause(std::array{take ? in : ~in});
  }
  return true;
}

}  // namespace prereq
