// Floor plans of random problems: everything has a place, and blocks never overlap.
#include "arrange/plan/floor_plan.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "arrange/builtin/wide_floor.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

std::uint32_t add_block(PlanProblem& problem, std::uint32_t parent, bool drawn) {
  const auto index = static_cast<std::uint32_t>(problem.blocks.size());
  PlanBlock block;
  block.parent = parent;
  if (drawn) {
    block.section = index;
    block.title_breadth = 70;
    block.title_depth = 20;
  }
  problem.blocks.push_back(std::move(block));
  if (parent != no_index) problem.blocks[parent].blocks.push_back(index);
  return index;
}

// Sections, some with sections in them, and items without one.
std::vector<std::uint32_t> add_blocks(Random& random, PlanProblem& problem) {
  std::vector<std::uint32_t> leaves;
  add_block(problem, no_index, false);
  const std::uint32_t sections = 1 + random.below(5);
  for (std::uint32_t s = 0; s < sections; ++s) {
    const std::uint32_t section = add_block(problem, 0, true);
    if (random.chance(70)) {
      leaves.push_back(section);
      continue;
    }
    const std::uint32_t inner = 1 + random.below(3);
    for (std::uint32_t i = 0; i < inner; ++i) leaves.push_back(add_block(problem, section, true));
  }
  const std::uint32_t loose = random.below(4);
  for (std::uint32_t i = 0; i < loose; ++i) leaves.push_back(add_block(problem, 0, false));
  return leaves;
}

void add_item(Random& random, PlanProblem& problem, std::uint32_t leaf) {
  PlanItem item;
  item.breadth = 60 + random.below(100);
  item.depth = 40;
  item.block = leaf;
  problem.blocks[leaf].items.push_back(static_cast<std::uint32_t>(problem.items.size()));
  problem.items.push_back(item);
}

PlanProblem random_problem(Random& random) {
  PlanProblem problem;
  for (const std::uint32_t leaf : add_blocks(random, problem)) {
    const bool single = !problem.blocks[leaf].is_drawn();
    const std::uint32_t count = single ? 1 : 1 + random.below(8);
    for (std::uint32_t i = 0; i < count; ++i) add_item(random, problem, leaf);
  }
  const auto count = static_cast<std::uint32_t>(problem.items.size());
  // A way through them all, so that nothing closes a cycle.
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  for (std::uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::uint32_t edges = random.below(3);
    for (std::uint32_t e = 0; e < edges; ++e) {
      const std::uint32_t upper = order[random.below(i)];
      problem.edges.push_back({{upper, no_index}, {order[i], no_index}});
      problem.items[upper].joined = problem.items[order[i]].joined = true;
    }
  }
  if (random.chance(80)) problem.most_breadth = 300 + random.below(700);
  return problem;
}

bool is_around(const PlanProblem& problem, std::uint32_t outer, std::uint32_t inner) {
  for (auto b = inner; b != no_index; b = problem.blocks[b].parent) {
    if (b == outer) return true;
  }
  return false;
}

constexpr double touching = 0.01;

void expect_places(const PlanProblem& problem, const FloorPlan& plan) {
  for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
    ASSERT_LT(plan.row_of_item[i], plan.row_count);
    const BlockPlace& place = plan.blocks[problem.items[i].block];
    EXPECT_GE(plan.row_of_item[i], place.first_row);
    EXPECT_LE(plan.row_of_item[i], place.last_row);
    const double half = problem.items[i].breadth / 2;
    EXPECT_GE(plan.centre_of_item[i] - half, place.left - touching);
    EXPECT_LE(plan.centre_of_item[i] + half, place.right + touching);
  }
  std::vector<bool> seen(problem.items.size(), false);
  for (const RowSegment& segment : plan.segments) {
    for (const std::uint32_t item : plan.items_of(segment)) {
      EXPECT_FALSE(seen[item]);
      seen[item] = true;
      EXPECT_EQ(plan.row_of_item[item], segment.row);
      EXPECT_EQ(problem.items[item].block, segment.block);
    }
  }
  EXPECT_EQ(std::ranges::count(seen, false), 0);
}

void expect_prerequisites_above(const PlanProblem& problem, const FloorPlan& plan) {
  for (const PlanEdge& edge : problem.edges) {
    EXPECT_LT(plan.row_of_item[edge.upper.item], plan.row_of_item[edge.lower.item]);
  }
}

// Where a page is too narrow for any plan, a block may open beyond it, or beyond the one around it.
bool fits(const PlanProblem& problem, const FloorPlan& plan) {
  for (std::uint32_t b = 1; b < problem.blocks.size(); ++b) {
    const BlockPlace& around = plan.blocks[problem.blocks[b].parent];
    if (plan.blocks[b].left < around.left || plan.blocks[b].right > around.right) return false;
  }
  return true;
}

void expect_blocks_apart(const PlanProblem& problem, const FloorPlan& plan) {
  if (!fits(problem, plan)) return;
  for (std::uint32_t a = 1; a < problem.blocks.size(); ++a) {
    for (std::uint32_t b = a + 1; b < problem.blocks.size(); ++b) {
      if (is_around(problem, a, b)) continue;
      const BlockPlace& one = plan.blocks[a];
      const BlockPlace& other = plan.blocks[b];
      EXPECT_TRUE(one.last_row < other.first_row || other.last_row < one.first_row ||
                  one.right <= other.left + touching || other.right <= one.left + touching)
          << a << " and " << b;
    }
  }
}

TEST(FloorPlanner, GivesEverythingAPlaceOfItsOwn) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const PlanProblem problem = random_problem(random);
    FloorPlanner planner(problem);
    std::vector<BlockChoice> choices = planner.first_choices();
    for (int run = 0; run < 4; ++run) {
      const FloorPlan& plan = planner.plan(choices);
      expect_places(problem, plan);
      expect_prerequisites_above(problem, plan);
      expect_blocks_apart(problem, plan);
      for (std::uint32_t b = 0; b < choices.size(); ++b) {
        choices[b].columns = 1 + random.below(std::max(planner.most_columns(b), 1U));
        choices[b].early = random.chance(50);
        choices[b].turn = random.below(static_cast<std::uint32_t>(choices.size()));
      }
    }
  }
}

TEST(FloorPlanner, EndsWhateverBoxesNeedOneAnother) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    PlanProblem problem = random_problem(random);
    const auto items = static_cast<std::uint32_t>(problem.items.size());
    const auto blocks = static_cast<std::uint32_t>(problem.blocks.size());
    for (int e = 0; e < 6; ++e) {
      const PlanEnd item = {random.below(items), no_index};
      const PlanEnd box = {no_index, 1 + random.below(blocks - 1)};
      if (is_around(problem, box.block, problem.items[item.item].block)) continue;
      problem.items[item.item].joined = true;
      problem.edges.push_back(random.chance(50) ? PlanEdge{item, box} : PlanEdge{box, item});
    }
    FloorPlanner planner(problem);
    const FloorPlan& plan = planner.plan(planner.first_choices());
    expect_places(problem, plan);
    expect_blocks_apart(problem, plan);
    const FloorPlan wide = find_wide_floor(problem);
    expect_places(problem, wide);
    expect_blocks_apart(problem, wide);
  }
}

// Everything that hindsight says of a plan, tried out.
void expect_true_hindsight(const PlanProblem& problem, const std::vector<BlockChoice>& choices) {
  FloorPlanner planner(problem);
  const std::uint64_t digest = planner.plan(choices).digest();
  const std::vector<BlockHindsight> hindsight = planner.hindsight();
  const auto expect_the_same = [&](std::uint32_t b, auto&& change) {
    std::vector<BlockChoice> changed = choices;
    change(changed[b]);
    EXPECT_EQ(planner.plan(changed).digest(), digest) << "block " << b;
  };
  for (std::uint32_t b = 1; b < choices.size(); ++b) {
    const BlockHindsight& block = hindsight[b];
    const auto left = [&](Side side) { return block.lefts[static_cast<std::size_t>(side)]; };
    for (const Side side : {Side::near, Side::left, Side::right}) {
      if (left(side) != left(choices[b].side)) continue;
      expect_the_same(b, [side](BlockChoice& choice) { choice.side = side; });
    }
    if (!problem.blocks[b].is_leaf()) continue;
    if (!block.early_matters) {
      expect_the_same(b, [](BlockChoice& choice) { choice.early = !choice.early; });
    }
    if (!block.goes_on_matters) {
      expect_the_same(b, [](BlockChoice& choice) { choice.goes_on = !choice.goes_on; });
    }
    for (std::uint32_t columns = 1; columns <= planner.most_columns(b); ++columns) {
      if (!planner.is_as_broad(b, columns, choices[b].columns, block.room)) continue;
      expect_the_same(b, [columns](BlockChoice& choice) { choice.columns = columns; });
    }
  }
}

TEST(FloorPlanner, KnowsAfterwardsWhichChoicesWouldHaveChangedNothing) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const PlanProblem problem = random_problem(random);
    const FloorPlanner planner(problem);
    std::vector<BlockChoice> choices = planner.first_choices();
    for (int run = 0; run < 3; ++run) {
      expect_true_hindsight(problem, choices);
      for (std::uint32_t b = 0; b < choices.size(); ++b) {
        choices[b].columns = 1 + random.below(std::max(planner.most_columns(b), 1U));
        choices[b].early = random.chance(50);
        choices[b].goes_on = random.chance(50);
        choices[b].side = static_cast<Side>(random.below(3));
      }
    }
  }
}

TEST(WideFloor, GivesEverythingAPlaceOfItsOwn) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const PlanProblem problem = random_problem(random);
    const FloorPlan plan = find_wide_floor(problem);
    expect_places(problem, plan);
    expect_prerequisites_above(problem, plan);
    expect_blocks_apart(problem, plan);
  }
}

std::vector<double> spread(const std::vector<double>& wanted, double breadth, double gap,
                           double low, double high) {
  Spreader spreader;
  for (std::uint32_t i = 0; i < wanted.size(); ++i) spreader.add(breadth, wanted[i], i);
  spreader.spread(gap, low, high);
  std::vector<double> found;
  for (const Spreader::Thing& thing : spreader.things()) found.push_back(thing.centre);
  return found;
}

TEST(Spreader, LeavesAloneWhatIsFarEnoughApart) {
  EXPECT_THAT(spread({10, 40, 90}, 20, 5, 0, 100), ::testing::ElementsAre(10, 40, 90));
}

TEST(Spreader, MovesWhatIsTooNearAwayFromOneAnother) {
  EXPECT_THAT(spread({50, 50}, 20, 10, 0, 100), ::testing::ElementsAre(35, 65));
}

TEST(Spreader, KeepsInsideAsLongAsThereIsRoom) {
  EXPECT_THAT(spread({0, 0}, 20, 0, 0, 100), ::testing::ElementsAre(10, 30));
  EXPECT_THAT(spread({200, 100}, 20, 0, 0, 100), ::testing::ElementsAre(70, 90));
}

// Slow and obvious: every way to put three things on a grid.
TEST(Spreader, IsAsGoodAsAnyPlacesOnAGrid) {
  Random random(7);
  for (int run = 0; run < 60; ++run) {
    std::vector<double> wanted;
    for (int i = 0; i < 3; ++i) wanted.push_back(random.below(60));
    const auto cost = [&](const std::vector<double>& at) {
      double sum = 0;
      for (std::size_t i = 0; i < at.size(); ++i) sum += (at[i] - wanted[i]) * (at[i] - wanted[i]);
      return sum;
    };
    double least = std::numeric_limits<double>::infinity();
    for (double a = 5; a <= 55; ++a) {
      for (double b = a + 12; b <= 55; ++b) {
        for (double c = b + 12; c <= 55; ++c) least = std::min(least, cost({a, b, c}));
      }
    }
    EXPECT_LE(cost(spread(wanted, 10, 2, 0, 60)), least + 1e-6);
  }
}

}  // namespace
}  // namespace prereq
