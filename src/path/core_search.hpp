// The search of plan_solver.hpp: clauses, cores, loops and the tie-break.
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "path/clause_form.hpp"
#include "path/plan_task.hpp"
#include "path/reduce.hpp"
#include "path/sat.hpp"
#include "path/support.hpp"
#include "path/totalizer.hpp"

namespace prereq {

class CoreSearch {
 public:
  CoreSearch(const PlanTask& task, const Reduction& reduction,
             std::chrono::steady_clock::time_point deadline);

  // A plan from elsewhere, to bound the search.
  void offer(const std::vector<char>& plan);

  // True when `best()` is a cheapest plan; false at the deadline or when `conflicts` have been
  // used, and then it may be called again.
  bool run(std::uint64_t conflicts);
  // After run() was true: turns best() into the plan that the tie-break asks for. False at the
  // deadline.
  bool break_ties();

  const std::vector<char>& best() const { return best_; }
  Weight best_weight() const { return best_weight_; }
  Weight lower_bound() const { return lower_bound_; }

 private:
  struct Soft {
    Lit literal;       // that costs nothing while it holds
    Weight weight;     // that no core of the batch charges for yet
    Weight whole = 0;  // with what they charge
    // Of a core: that no more than `count` of it are broken.
    std::uint32_t core = UINT32_MAX;
    std::uint32_t count = 0;
  };
  // Assumptions of which one at least is broken by every plan, and what that is charged with.
  struct Core {
    std::vector<Lit> literals;
    Weight price;
  };

  Soft& soft_of(Lit literal) { return softs_[soft_at_[literal.code()]]; }
  std::vector<Lit> assumptions() const;
  SatResult solve_founded(const std::vector<Lit>& assumptions);
  bool exclude_loops(const std::vector<char>& plan);
  void add_loop_clauses(const std::vector<std::uint32_t>& loop);
  std::vector<Lit> shrink(std::vector<Lit> core);
  void charge(std::vector<Lit> core);
  bool rebalance();
  void relax_batch();
  void relax(const Core& core);
  void add_soft(Lit literal, Weight weight);
  void add_count(std::uint32_t core, std::uint32_t count, Weight weight);
  void begin_strata();
  bool lower_stratum();
  void harden();

  const PlanTask& task_;
  SatSolver solver_;
  ClauseForm form_;
  Support support_;
  SatLimit limit_;
  std::vector<Soft> softs_;
  std::vector<Core> batch_;             // found, and not relaxed yet
  std::vector<Totalizer> cores_;        // how many of each are broken
  std::vector<std::uint32_t> soft_at_;  // by literal code; UINT32_MAX for none
  Weight stratum_ = 0;                  // lighter assumptions are not made yet
  Weight lower_bound_ = 0;
  std::vector<char> best_;
  Weight best_weight_ = 0;
  bool has_best_ = false;
};

}  // namespace prereq
