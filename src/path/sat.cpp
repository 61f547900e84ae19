#include "path/sat.hpp"

#include <algorithm>
#include <utility>

namespace prereq {
namespace {

// 1 1 2 1 1 2 4 1 1 2 … (Luby, Sinclair and Zuckerman 1993), counted from 0.
std::uint64_t luby(std::uint64_t index) {
  std::uint64_t size = 1;
  std::uint64_t power = 0;
  while (size < index + 1) {
    size = 2 * size + 1;
    ++power;
  }
  while (size - 1 != index) {
    size = (size - 1) / 2;
    --power;
    index %= size;
  }
  return std::uint64_t{1} << power;
}

constexpr std::uint64_t restart_unit = 64;
// A clause of more literals is searched from where the last search ended.
constexpr std::uint32_t long_clause = 64;
constexpr std::uint64_t decisions_per_look_at_the_clock = 1024;

}  // namespace

std::uint32_t SatSolver::add_variable() {
  const std::uint32_t variable = variable_count();
  watches_.resize(watches_.size() + 2);
  value_.push_back(is_open);
  level_.push_back(0);
  reason_.push_back(no_clause);
  phase_.push_back(0);
  model_.push_back(0);
  seen_.push_back(0);
  level_stamp_.push_back(0);
  heap_.add(variable);
  return variable;
}

bool SatSolver::is_fixed(Lit literal) const {
  return value(literal) == is_true && level_[literal.variable()] == 0;
}

bool SatSolver::add_clause(std::span<const Lit> literals) {
  if (contradictory_) return false;
  backtrack(0);
  std::vector<Lit> clause(literals.begin(), literals.end());
  std::ranges::sort(clause);
  clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (value(clause[i]) == is_true) return true;
    if (i + 1 < clause.size() && clause[i + 1] == ~clause[i]) return true;
  }
  std::erase_if(clause, [this](Lit l) { return value(l) == is_false; });
  if (clause.size() >= 2) {
    watch(store(clause, 0));
  } else {
    if (clause.size() == 1) assign(clause[0], no_clause);
    contradictory_ = clause.empty() || propagate() != no_clause;
  }
  return !contradictory_;
}

SatSolver::ClauseRef SatSolver::store(std::span<const Lit> clause, std::uint32_t rank) {
  const auto at = static_cast<ClauseRef>(arena_.size());
  arena_.push_back(Lit::from_code(static_cast<std::uint32_t>(clause.size())));
  arena_.push_back(Lit::from_code(rank));
  arena_.push_back(Lit::from_code(first_unwatched));
  arena_.insert(arena_.end(), clause.begin(), clause.end());
  return at;
}

void SatSolver::watch(ClauseRef clause) {
  const Lit* const l = literals(clause);
  watches_[(~l[0]).code()].push_back({clause, l[1]});
  watches_[(~l[1]).code()].push_back({clause, l[0]});
}

void SatSolver::assign(Lit literal, ClauseRef reason) {
  const std::uint32_t v = literal.variable();
  value_[v] = literal.is_negated() ? is_false : is_true;
  level_[v] = decision_level();
  reason_[v] = reason;
  trail_.push_back(literal);
}

// The clause that became false, if any.
SatSolver::ClauseRef SatSolver::propagate() {
  while (propagated_ < trail_.size()) {
    const Lit now_true = trail_[propagated_++];
    std::vector<Watch>& watches = watches_[now_true.code()];
    std::size_t kept = 0;
    for (std::size_t i = 0; i < watches.size(); ++i) {
      const Watch at = watches[i];
      if (visit_clause(at, ~now_true, watches, kept)) continue;
      for (++i; i < watches.size(); ++i) watches[kept++] = watches[i];
      watches.resize(kept);
      propagated_ = trail_.size();
      return at.clause;
    }
    watches.resize(kept);
  }
  return no_clause;
}

// Where in the clause there is an unwatched literal that is not false; 0 if nowhere. That a long
// clause is searched in a circle makes its literals false one by one in linear time (Gent, "Optimal
// implementation of watched literals and more general techniques", 2013).
std::uint32_t SatSolver::place_to_watch(ClauseRef clause) {
  const std::uint32_t size = size_of(clause);
  const Lit* const l = literals(clause);
  const bool is_long = size > long_clause;
  const std::uint32_t start = is_long ? arena_[clause + 2].code() : first_unwatched;
  std::uint32_t place = start;
  while (place < size && value(l[place]) == is_false) ++place;
  if (place == size) {
    place = first_unwatched;
    while (place < start && value(l[place]) == is_false) ++place;
    if (place == start) return 0;
  }
  if (is_long) arena_[clause + 2] = Lit::from_code(place);
  return place;
}

// Finds another literal to watch, or assigns the last one left. False if the clause is false.
bool SatSolver::visit_clause(Watch at, Lit falsified, std::vector<Watch>& watches,
                             std::size_t& kept) {
  if (value(at.blocker) == is_true) {
    watches[kept++] = at;
    return true;
  }
  Lit* const l = literals(at.clause);
  if (l[0] == falsified) std::swap(l[0], l[1]);
  const Watch other{at.clause, l[0]};
  if (value(l[0]) == is_true) {
    watches[kept++] = other;
    return true;
  }
  if (const std::uint32_t place = place_to_watch(at.clause); place != 0) {
    std::swap(l[1], l[place]);
    watches_[(~l[1]).code()].push_back(other);
    return true;
  }
  watches[kept++] = other;
  if (value(l[0]) == is_false) return false;
  assign(l[0], at.clause);
  return true;
}

void SatSolver::backtrack(std::uint32_t level) {
  if (decision_level() <= level) return;
  const std::size_t keep = level_start_[level];
  while (trail_.size() > keep) {
    const std::uint32_t v = trail_.back().variable();
    phase_[v] = trail_.back().is_negated() ? 0 : 1;
    value_[v] = is_open;
    heap_.insert(v);
    trail_.pop_back();
  }
  level_start_.resize(level);
  propagated_ = keep;
}

// Leaves the learned clause in learning_, the literal to assert first.
void SatSolver::analyze(ClauseRef conflict) {
  learning_.assign(1, Lit());
  to_clear_.clear();
  std::size_t open = 0;
  std::size_t at = trail_.size();
  Lit resolved;
  ClauseRef reason = conflict;
  do {
    const Lit* const l = literals(reason);
    const std::uint32_t size = size_of(reason);
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t v = l[i].variable();
      if (l[i] == resolved || seen_[v] != 0 || level_[v] == 0) continue;
      seen_[v] = 1;
      to_clear_.push_back(v);
      heap_.bump(v);
      if (level_[v] == decision_level()) {
        ++open;
      } else {
        learning_.push_back(l[i]);
      }
    }
    while (seen_[trail_[--at].variable()] == 0) {
    }
    resolved = trail_[at];
    reason = reason_[resolved.variable()];
    --open;
  } while (open > 0);
  learning_[0] = ~resolved;
  const auto implied = std::remove_if(learning_.begin() + 1, learning_.end(),
                                      [this](Lit l) { return is_implied(l); });
  learning_.erase(implied, learning_.end());
  for (const std::uint32_t v : to_clear_) seen_[v] = 0;
}

// Its reason is made of literals of the learned clause alone.
bool SatSolver::is_implied(Lit literal) const {
  const ClauseRef reason = reason_[literal.variable()];
  if (reason == no_clause) return false;
  return std::ranges::all_of(clause(reason), [this](Lit l) {
    return seen_[l.variable()] != 0 || level_[l.variable()] == 0;
  });
}

// Finds the assumptions that made `literal`, an assumption itself, false.
void SatSolver::blame(Lit literal) {
  failed_.assign(1, literal);
  if (level_[literal.variable()] == 0) return;
  seen_[literal.variable()] = 1;
  for (std::size_t at = trail_.size(); at > level_start_[0]; --at) {
    const Lit l = trail_[at - 1];
    const std::uint32_t v = l.variable();
    if (seen_[v] == 0) continue;
    seen_[v] = 0;
    if (reason_[v] == no_clause) {
      failed_.push_back(l);
      continue;
    }
    for (const Lit r : clause(reason_[v])) {
      if (r.variable() != v && level_[r.variable()] > 0) seen_[r.variable()] = 1;
    }
  }
}

std::uint32_t SatSolver::count_levels(std::span<const Lit> clause) {
  ++stamp_;
  std::uint32_t count = 0;
  for (const Lit l : clause) {
    std::uint32_t& stamp = level_stamp_[level_[l.variable()] % level_stamp_.size()];
    if (stamp == stamp_) continue;
    stamp = stamp_;
    ++count;
  }
  return count;
}

void SatSolver::learn_and_jump() {
  if (learning_.size() == 1) {
    backtrack(0);
    assign(learning_[0], no_clause);
    return;
  }
  const auto deepest = std::ranges::max_element(learning_.begin() + 1, learning_.end(), {},
                                                [this](Lit l) { return level_[l.variable()]; });
  std::swap(learning_[1], *deepest);
  const std::uint32_t rank = count_levels(learning_);
  backtrack(level_[learning_[1].variable()]);
  const ClauseRef clause = store(learning_, rank);
  watch(clause);
  learned_.push_back(clause);
  assign(learning_[0], clause);
}

// Drops the half of the learned clauses that join most levels, and closes the gaps.
void SatSolver::forget() {
  backtrack(0);
  std::ranges::stable_sort(
      learned_, {}, [this](ClauseRef c) { return std::pair(arena_[c + 1].code(), size_of(c)); });
  const std::size_t keep = learned_.size() / 2;
  std::vector<char> dropped(arena_.size(), 0);
  for (std::size_t i = keep; i < learned_.size(); ++i) {
    if (arena_[learned_[i] + 1].code() > 2) dropped[learned_[i]] = 1;
  }
  learned_.clear();
  for (std::vector<Watch>& watches : watches_) watches.clear();
  std::vector<Lit> old = std::exchange(arena_, {});
  arena_.reserve(old.size());
  for (std::size_t at = 0; at < old.size(); at += header + old[at].code()) {
    if (dropped[at] != 0) continue;
    std::span clause(old.data() + at + header, old[at].code());
    if (std::ranges::any_of(clause, [this](Lit l) { return is_fixed(l); })) continue;
    std::stable_partition(clause.begin(), clause.end(),
                          [this](Lit l) { return value(l) == is_open; });
    const auto open = std::ranges::count_if(clause, [this](Lit l) { return value(l) == is_open; });
    const std::uint32_t rank = old[at + 1].code();
    const ClauseRef kept = store(clause.first(static_cast<std::size_t>(open)), rank);
    watch(kept);
    if (rank > 0) learned_.push_back(kept);
  }
  learned_limit_ += learned_limit_ / 8;
}

// The next assumption, else the most active open variable; Lit() when all have values. Nothing when
// an assumption is false already.
std::optional<Lit> SatSolver::decide() {
  while (decision_level() < assumptions_.size()) {
    const Lit next = assumptions_[decision_level()];
    if (value(next) == is_open) return next;
    if (value(next) == is_false) {
      blame(next);
      return std::nullopt;
    }
    level_start_.push_back(static_cast<std::uint32_t>(trail_.size()));
  }
  while (!heap_.empty()) {
    const std::uint32_t v = heap_.pop();
    if (value_[v] != is_open) continue;
    return phase_[v] != 0 ? Lit::positive(v) : ~Lit::positive(v);
  }
  return Lit();
}

bool SatSolver::is_used_up(const SatLimit& limit) const {
  return conflicts_ >= conflict_end_ || decisions_ > decision_end_ ||
         std::chrono::steady_clock::now() >= limit.deadline;
}

SatResult SatSolver::search(std::uint64_t conflicts, const SatLimit& limit) {
  while (true) {
    const ClauseRef conflict = propagate();
    if (conflict != no_clause) {
      if (decision_level() == 0) {
        contradictory_ = true;
        failed_.clear();
        return SatResult::contradictory;
      }
      ++conflicts_;
      analyze(conflict);
      learn_and_jump();
      heap_.decay();
      if (conflicts > 0) --conflicts;
      const bool late = conflicts_ % 16 == 0 && std::chrono::steady_clock::now() >= limit.deadline;
      if (late || conflicts_ >= conflict_end_) return SatResult::unknown;
      continue;
    }
    if (conflicts == 0) {
      backtrack(0);
      return SatResult::unknown;
    }
    if (learned_.size() > learned_limit_ + trail_.size()) {
      forget();
      continue;
    }
    if (++looked_ % decisions_per_look_at_the_clock == 0 &&
        std::chrono::steady_clock::now() >= limit.deadline) {
      return SatResult::unknown;
    }
    const std::optional<Lit> next = decide();
    if (!next) return SatResult::contradictory;
    if (*next == Lit()) return SatResult::satisfiable;
    if (decision_level() >= assumptions_.size() && decisions_++ >= decision_end_) {
      heap_.insert(next->variable());
      backtrack(0);
      return SatResult::unknown;
    }
    level_start_.push_back(static_cast<std::uint32_t>(trail_.size()));
    assign(*next, no_clause);
  }
}

SatResult SatSolver::solve(std::span<const Lit> assumptions, const SatLimit& limit) {
  failed_.clear();
  if (contradictory_) return SatResult::contradictory;
  if (std::chrono::steady_clock::now() >= limit.deadline) return SatResult::unknown;
  backtrack(0);
  assumptions_.assign(assumptions.begin(), assumptions.end());
  const auto end = [](std::uint64_t used, std::uint64_t more) {
    return more > UINT64_MAX - used ? UINT64_MAX : used + more;
  };
  conflict_end_ = end(conflicts_, limit.conflicts);
  decision_end_ = end(decisions_, limit.decisions);
  SatResult result = SatResult::unknown;
  for (std::uint64_t run = 0; result == SatResult::unknown; ++run) {
    result = search(luby(run) * restart_unit, limit);
    if (result != SatResult::unknown) break;
    if (is_used_up(limit)) break;
  }
  if (result == SatResult::satisfiable) {
    for (std::uint32_t v = 0; v < variable_count(); ++v) model_[v] = value_[v] == is_true ? 1 : 0;
  }
  backtrack(0);
  return result;
}

}  // namespace prereq
