#include "path/clause_form.hpp"

#include <array>
#include <utility>

namespace prereq {

ClauseForm::ClauseForm(const PlanTask& task, const Reduction& reduction, SatSolver& solver)
    : task_(task), reduction_(reduction), solver_(solver), node_(task.nodes.size()) {
  true_ = Lit::positive(solver.add_variable());
  solver.add_clause(std::array{true_});
  unit_.reserve(task.units.size());
  for (const Fate fate : reduction.fate) {
    switch (fate) {
      case Fate::forced: unit_.push_back(true_); break;
      case Fate::unused: unit_.push_back(~true_); break;
      case Fate::open: unit_.push_back(Lit::positive(solver.add_variable())); break;
    }
  }
  for (std::uint32_t u = 0; u < task.units.size(); ++u) {
    if (reduction.fate[u] == Fate::unused) continue;
    for (const Ref need : task.needs(u)) require(unit_[u], need);
  }
  while (!pending_.empty()) {
    const std::uint32_t node = pending_.back();
    pending_.pop_back();
    require_node(node_[node], node);
  }
}

Lit ClauseForm::literal_of(Ref ref) {
  if (ref.is_unit()) return unit_[ref.index()];
  if (reduction_.node_met[ref.index()] != 0) return true_;
  Lit& literal = node_[ref.index()];
  if (literal == Lit()) {
    literal = Lit::positive(solver_.add_variable());
    pending_.push_back(ref.index());
  }
  return literal;
}

void ClauseForm::require(Lit antecedent, Ref ref) {
  if (ref.is_unit()) {
    if (unit_[ref.index()] != true_)
      solver_.add_clause(std::array{~antecedent, unit_[ref.index()]});
  } else if (reduction_.node_met[ref.index()] == 0) {
    require_node(antecedent, ref.index());
  }
}

void ClauseForm::require_node(Lit antecedent, std::uint32_t node) {
  const PlanNode& group = task_.nodes[node];
  std::vector<Lit> literals;
  for (std::uint32_t i = group.entries.first; i < group.entries.last; ++i) {
    if (reduction_.beaten[i] == 0) literals.push_back(literal_of(task_.refs[i]));
  }
  if (group.least == 1) {
    literals.push_back(~antecedent);
    solver_.add_clause(literals);
  } else if (group.least == group.entries.size()) {
    for (const Lit l : literals) solver_.add_clause(std::array{~antecedent, l});
  } else {
    require_at_least(antecedent, group.least, literals);
  }
}

// A sequential counter (Sinz 2005), the half that is needed: the variable of (i, j) being true
// means that at least j of the first i literals are.
void ClauseForm::require_at_least(Lit antecedent, std::uint32_t least,
                                  const std::vector<Lit>& literals) {
  std::vector<Lit> row(least + 1, ~true_);
  row[0] = true_;
  for (std::uint32_t i = 0; i < literals.size(); ++i) {
    std::vector<Lit> next = row;
    const bool is_last = i + 1 == literals.size();
    for (std::uint32_t j = is_last ? least : 1; j <= least && j <= i + 1; ++j) {
      next[j] = is_last ? antecedent : Lit::positive(solver_.add_variable());
      solver_.add_clause(std::array{~next[j], row[j], literals[i]});
      solver_.add_clause(std::array{~next[j], row[j], row[j - 1]});
    }
    row = std::move(next);
  }
}

std::vector<char> ClauseForm::model_plan() const {
  std::vector<char> plan(task_.units.size());
  for (std::uint32_t u = 0; u < plan.size(); ++u) plan[u] = solver_.model(unit_[u]) ? 1 : 0;
  return plan;
}

}  // namespace prereq
