#include "path/totalizer.hpp"

#include <gtest/gtest.h>

#include <bit>

namespace prereq {
namespace {

std::vector<Lit> add_inputs(SatSolver& solver, std::uint32_t count) {
  std::vector<Lit> inputs;
  for (std::uint32_t i = 0; i < count; ++i) inputs.push_back(Lit::positive(solver.add_variable()));
  return inputs;
}

// Of each set of up to seven, in whatever order the counts are asked for.
TEST(Totalizer, AllowsNoMoreThanIsAssumed) {
  for (std::uint32_t count = 1; count <= 7; ++count) {
    for (const bool is_falling : {false, true}) {
      SatSolver solver;
      const std::vector<Lit> inputs = add_inputs(solver, count);
      Totalizer totalizer(inputs);
      ASSERT_EQ(totalizer.size(), count);
      for (std::uint32_t step = 0; step < count; ++step) {
        const std::uint32_t most = is_falling ? count - 1 - step : step;
        const Lit more = totalizer.more_than(solver, most);
        for (std::uint32_t set = 0; set < 1U << count; ++set) {
          std::vector<Lit> assumptions{~more};
          for (std::uint32_t i = 0; i < count; ++i) {
            assumptions.push_back((set >> i & 1) != 0 ? inputs[i] : ~inputs[i]);
          }
          const bool fits = static_cast<std::uint32_t>(std::popcount(set)) <= most;
          ASSERT_EQ(solver.solve(assumptions),
                    fits ? SatResult::satisfiable : SatResult::contradictory)
              << count << " " << most << " " << set;
        }
      }
    }
  }
}

// All counts were written at once, with five thousand million clauses.
TEST(Totalizer, CountsNoFurtherThanIsAsked) {
  SatSolver solver;
  Totalizer totalizer(add_inputs(solver, 100'000));
  totalizer.more_than(solver, 1);
  EXPECT_LT(solver.variable_count(), 300'001U);
}

}  // namespace
}  // namespace prereq
