// A task as clauses: one variable for each open unit, true if it is in the plan.
//
// A unit in the plan has its needs in the plan. Clauses of this kind cannot tell a plan from a set
// that hangs on a cycle of alternatives; for those, loop clauses are added when such a set turns up
// (Lin and Zhao, "ASSAT", 2004).
#pragma once

#include <cstdint>
#include <vector>

#include "path/plan_task.hpp"
#include "path/reduce.hpp"
#include "path/sat.hpp"

namespace prereq {

class ClauseForm {
 public:
  ClauseForm(const PlanTask& task, const Reduction& reduction, SatSolver& solver);

  // True literal for forced units, false literal for unused ones.
  Lit unit(std::uint32_t index) const { return unit_[index]; }
  // The set of units that are true in the solver's model.
  std::vector<char> model_plan() const;

 private:
  Lit literal_of(Ref ref);
  void require(Lit antecedent, Ref ref);
  void require_node(Lit antecedent, std::uint32_t node);
  void require_at_least(Lit antecedent, std::uint32_t least, const std::vector<Lit>& literals);

  const PlanTask& task_;
  const Reduction& reduction_;
  SatSolver& solver_;
  Lit true_;
  std::vector<Lit> unit_;
  std::vector<Lit> node_;               // Lit() until it has a variable
  std::vector<std::uint32_t> pending_;  // nodes that have a variable but no clauses yet
};

}  // namespace prereq
