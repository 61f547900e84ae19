#include "path/sat.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using Clauses = std::vector<std::vector<Lit>>;

bool holds(Lit l, std::uint32_t assignment) {
  return ((assignment >> l.variable() & 1) != 0) != l.is_negated();
}

bool is_model(const Clauses& clauses, std::uint32_t assignment) {
  return std::ranges::all_of(clauses, [&](const std::vector<Lit>& clause) {
    return std::ranges::any_of(clause, [&](Lit l) { return holds(l, assignment); });
  });
}

bool brute_force(const Clauses& clauses, std::uint32_t variables) {
  for (std::uint32_t a = 0; a < 1U << variables; ++a) {
    if (is_model(clauses, a)) return true;
  }
  return false;
}

Lit random_literal(testing::Random& random, std::uint32_t variables) {
  const Lit l = Lit::positive(random.below(variables));
  return random.chance(50) ? l : ~l;
}

TEST(Sat, AgreesWithTryingEverythingUnderAssumptions) {
  constexpr std::uint32_t variables = 10;
  testing::Random random(1);
  for (int round = 0; round < 100; ++round) {
    SatSolver solver;
    for (std::uint32_t v = 0; v < variables; ++v) solver.add_variable();
    Clauses clauses;
    const std::uint32_t count = 20 + random.below(25);
    for (std::uint32_t c = 0; c < count; ++c) {
      std::vector<Lit> clause;
      for (int i = 0; i < 3; ++i) clause.push_back(random_literal(random, variables));
      clauses.push_back(clause);
      solver.add_clause(clause);
      if (c % 5 != 0) continue;
      std::vector<Lit> assumptions;
      for (int i = 0; i < 3; ++i) assumptions.push_back(random_literal(random, variables));
      Clauses assumed = clauses;
      for (const Lit l : assumptions) assumed.push_back({l});
      const SatResult result = solver.solve(assumptions);
      ASSERT_EQ(result == SatResult::satisfiable, brute_force(assumed, variables)) << round;
      if (result == SatResult::satisfiable) {
        std::uint32_t model = 0;
        for (std::uint32_t v = 0; v < variables; ++v) {
          if (solver.model(Lit::positive(v))) model |= 1U << v;
        }
        ASSERT_TRUE(is_model(assumed, model)) << round;
      } else {
        Clauses blamed = clauses;
        for (const Lit l : solver.failed()) {
          ASSERT_NE(std::ranges::find(assumptions, l), assumptions.end()) << round;
          blamed.push_back({l});
        }
        ASSERT_FALSE(brute_force(blamed, variables)) << round;
      }
    }
  }
}

// A hard one with many conflicts, so that restarts and forgetting happen: more pigeons than holes.
TEST(Sat, ProvesThatPigeonsDoNotFit) {
  constexpr std::uint32_t holes = 7;
  SatSolver solver;
  const auto at = [](std::uint32_t pigeon, std::uint32_t hole) {
    return Lit::positive(pigeon * holes + hole);
  };
  for (std::uint32_t v = 0; v < (holes + 1) * holes; ++v) solver.add_variable();
  for (std::uint32_t p = 0; p <= holes; ++p) {
    std::vector<Lit> somewhere;
    for (std::uint32_t h = 0; h < holes; ++h) somewhere.push_back(at(p, h));
    solver.add_clause(somewhere);
    for (std::uint32_t q = 0; q < p; ++q) {
      for (std::uint32_t h = 0; h < holes; ++h) {
        solver.add_clause(std::vector<Lit>{~at(p, h), ~at(q, h)});
      }
    }
  }
  EXPECT_EQ(solver.solve({}, {.conflicts = 10}), SatResult::unknown);
  EXPECT_EQ(solver.solve({}), SatResult::contradictory);
  EXPECT_TRUE(solver.failed().empty());
}

TEST(Sat, StopsAfterAsManyDecisionsAsItMayTake) {
  SatSolver solver;
  for (int v = 0; v < 10; ++v) solver.add_variable();
  const std::vector<Lit> four = {Lit::positive(0), Lit::positive(1), Lit::positive(2),
                                 Lit::positive(3)};
  EXPECT_EQ(solver.solve(four, {.decisions = 5}), SatResult::unknown);
  EXPECT_EQ(solver.solve(four, {.decisions = 6}), SatResult::satisfiable);
  EXPECT_EQ(solver.solve({}, {.decisions = 0}), SatResult::unknown);
  EXPECT_EQ(solver.solve({}), SatResult::satisfiable);
}

// They are searched in a circle, from where the last search ended.
TEST(Sat, FindsTheOneLiteralOfALongClauseThatIsLeft) {
  constexpr std::uint32_t count = 300;
  SatSolver solver;
  std::vector<Lit> all;
  for (std::uint32_t v = 0; v < count; ++v) all.push_back(Lit::positive(solver.add_variable()));
  solver.add_clause(all);
  testing::Random random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Lit> assumptions;
    for (const Lit l : all) assumptions.push_back(~l);
    for (std::uint32_t i = count; i > 1; --i) {
      std::swap(assumptions[i - 1], assumptions[random.below(i)]);
    }
    ASSERT_EQ(solver.solve(assumptions), SatResult::contradictory);
    const Lit left = ~assumptions.back();
    assumptions.pop_back();
    ASSERT_EQ(solver.solve(assumptions), SatResult::satisfiable);
    for (const Lit l : all) ASSERT_EQ(solver.model(l), l == left);
  }
}

}  // namespace
}  // namespace prereq
