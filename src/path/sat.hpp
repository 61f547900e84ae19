// Boolean satisfiability: conflict-driven clause learning with assumptions.
//
// As in MiniSat (Eén and Sörensson, "An Extensible SAT-solver", 2003): two watched literals, first
// unique implication points with clause minimisation, activity-based decisions, phase saving, Luby
// restarts, and for contradictory assumptions the subset that is to blame. Deterministic: the same
// calls give the same answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "path/activity_heap.hpp"

namespace prereq {

// Variable v is the literal 2v, its negation 2v + 1.
class Lit {
 public:
  constexpr Lit() = default;
  static constexpr Lit positive(std::uint32_t variable) { return Lit(variable << 1); }
  static constexpr Lit from_code(std::uint32_t code) { return Lit(code); }
  constexpr Lit operator~() const { return Lit(code_ ^ 1); }
  constexpr std::uint32_t variable() const { return code_ >> 1; }
  constexpr bool is_negated() const { return (code_ & 1) != 0; }
  constexpr std::uint32_t code() const { return code_; }
  friend constexpr auto operator<=>(Lit, Lit) = default;

 private:
  explicit constexpr Lit(std::uint32_t code) : code_(code) {}
  std::uint32_t code_ = UINT32_MAX;
};

struct SatLimit {
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  std::uint64_t conflicts = UINT64_MAX;
  std::uint64_t decisions = UINT64_MAX;  // beyond the assumptions
};

enum class SatResult : std::uint8_t { satisfiable, contradictory, unknown };

class SatSolver {
 public:
  std::uint32_t add_variable();
  std::uint32_t variable_count() const { return static_cast<std::uint32_t>(level_.size()); }
  // False once the clauses contradict each other whatever is assumed.
  bool add_clause(std::span<const Lit> literals);

  SatResult solve(std::span<const Lit> assumptions, const SatLimit& limit = {});
  // After `satisfiable`: the model.
  bool model(Lit literal) const {
    return (model_[literal.variable()] != 0) != literal.is_negated();
  }
  // After `contradictory`: assumptions that cannot hold together; empty if none are to blame.
  const std::vector<Lit>& failed() const { return failed_; }
  // So far, over all calls.
  std::uint64_t conflict_count() const { return conflicts_; }
  // Holds in every model: a consequence of the clauses alone that is already known.
  bool is_fixed(Lit literal) const;
  // What to try first for a variable; false to begin with.
  void prefer(Lit literal) { phase_[literal.variable()] = literal.is_negated() ? 0 : 1; }

 private:
  // Into arena_, where a clause is its size, its rank (how many decision levels a learned clause
  // joined; 0 for given ones), where to look next for a literal to watch, and its literals, of
  // which the first two are watched.
  using ClauseRef = std::uint32_t;
  static constexpr ClauseRef no_clause = UINT32_MAX;
  static constexpr std::uint32_t header = 3;
  static constexpr std::uint32_t first_unwatched = 2;
  struct Watch {
    ClauseRef clause;
    Lit blocker;
  };
  enum Value : std::int8_t { is_false = -1, is_open = 0, is_true = 1 };

  Value value(Lit l) const {
    const Value v = value_[l.variable()];
    return l.is_negated() ? static_cast<Value>(-v) : v;
  }
  std::uint32_t decision_level() const { return static_cast<std::uint32_t>(level_start_.size()); }
  Lit* literals(ClauseRef c) { return arena_.data() + c + header; }
  std::uint32_t size_of(ClauseRef c) const { return arena_[c].code(); }
  std::span<const Lit> clause(ClauseRef c) const {
    return std::span(arena_).subspan(c + header, size_of(c));
  }

  ClauseRef store(std::span<const Lit> clause, std::uint32_t rank);
  void watch(ClauseRef clause);
  void assign(Lit literal, ClauseRef reason);
  ClauseRef propagate();
  std::uint32_t place_to_watch(ClauseRef clause);
  bool visit_clause(Watch at, Lit falsified, std::vector<Watch>& watches, std::size_t& kept);
  void backtrack(std::uint32_t level);
  void analyze(ClauseRef conflict);
  bool is_implied(Lit literal) const;
  void blame(Lit literal);
  void learn_and_jump();
  std::uint32_t count_levels(std::span<const Lit> clause);
  void forget();
  std::optional<Lit> decide();
  bool is_used_up(const SatLimit& limit) const;
  SatResult search(std::uint64_t conflicts, const SatLimit& limit);

  std::vector<Lit> arena_;
  std::vector<ClauseRef> learned_;
  std::vector<std::vector<Watch>> watches_;  // by literal that became false
  std::vector<Value> value_;
  std::vector<std::uint32_t> level_;
  std::vector<ClauseRef> reason_;
  std::vector<char> phase_;
  std::vector<char> model_;
  std::vector<char> seen_;
  ActivityHeap heap_;
  std::vector<Lit> trail_;
  std::vector<std::uint32_t> level_start_;
  std::size_t propagated_ = 0;
  std::vector<Lit> assumptions_;
  std::vector<Lit> failed_;
  std::vector<Lit> learning_;
  std::vector<std::uint32_t> to_clear_;
  std::vector<std::uint32_t> level_stamp_;
  std::uint32_t stamp_ = 0;
  std::size_t learned_limit_ = 4000;
  std::uint64_t conflicts_ = 0;
  std::uint64_t decisions_ = 0;
  std::uint64_t looked_ = 0;
  std::uint64_t conflict_end_ = 0;
  std::uint64_t decision_end_ = 0;
  bool contradictory_ = false;
};

}  // namespace prereq
