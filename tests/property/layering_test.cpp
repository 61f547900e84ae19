// What every layering holds to: on all digraphs of four items, and on seeded random problems.
#include "arrange/layering.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "arrange/layering_cost.hpp"
#include "arrange/row_schedule.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::string describe(const LayeringProblem& problem, const Layering& layering) {
  std::string out = "items (box, breadth, row):";
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    out += fmt::format(" {}:({}, {}, {})", i, static_cast<std::int32_t>(problem.items[i].box),
                       problem.items[i].breadth_px, layering.row_of_item.at(i));
  }
  out += "\nboxes (parent, title's row):";
  for (std::size_t b = 0; b < problem.boxes.size(); ++b) {
    out += fmt::format(" {}:({}, {})", b, static_cast<std::int32_t>(problem.boxes[b].parent),
                       static_cast<std::int32_t>(layering.row_of_title.at(b)));
  }
  out += "\nedges:";
  for (const auto& [upper, lower] : problem.edges) out += fmt::format(" {}->{}", upper, lower);
  out += "\nbands:";
  for (const std::uint32_t row : layering.band_rows) out += fmt::format(" {}", row);
  return out;
}

// reach[a][b]: a way along edges leads from a to b. Floyd and Warshall: slow and obvious.
std::vector<std::vector<bool>> reachable(std::size_t items, const Edges& edges) {
  std::vector<std::vector<bool>> reach(items, std::vector<bool>(items, false));
  for (const auto& [upper, lower] : edges) reach[upper][lower] = true;
  for (std::size_t via = 0; via < items; ++via) {
    for (std::size_t from = 0; from < items; ++from) {
      if (!reach[from][via]) continue;
      for (std::size_t to = 0; to < items; ++to) {
        if (reach[via][to]) reach[from][to] = true;
      }
    }
  }
  return reach;
}

// Items without a box count as those of the box after the last.
std::uint32_t box_of(const LayeringProblem& problem, std::uint32_t item) {
  const std::uint32_t box = problem.items[item].box;
  return box == no_index ? static_cast<std::uint32_t>(problem.boxes.size()) : box;
}

bool holds(const LayeringProblem& problem, std::uint32_t outer, std::uint32_t box) {
  if (box >= problem.boxes.size()) return false;
  for (; box != no_index; box = problem.boxes[box].parent) {
    if (box == outer) return true;
  }
  return false;
}

void expect_rows(const LayeringProblem& problem, const Layering& layering) {
  ASSERT_EQ(layering.row_of_item.size(), problem.items.size());
  ASSERT_EQ(layering.row_of_title.size(), problem.boxes.size());
  ASSERT_EQ(layering.first_item_of_box.size(), problem.boxes.size() + 1);
  for (const std::uint32_t row : layering.row_of_item) ASSERT_LT(row, layering.row_count);
}

void expect_prerequisites_above(const LayeringProblem& problem, const Layering& layering) {
  const auto reach = reachable(problem.items.size(), problem.edges);
  for (const auto& [upper, lower] : problem.edges) {
    const bool closes_a_cycle = reach[lower][upper];
    if (closes_a_cycle) continue;
    EXPECT_LT(layering.row_of_item[upper], layering.row_of_item[lower]) << upper << "->" << lower;
  }
}

void expect_titles_above(const LayeringProblem& problem, const Layering& layering) {
  for (std::uint32_t box = 0; box < problem.boxes.size(); ++box) {
    const std::uint32_t title = layering.row_of_title[box];
    bool used = false;
    for (std::uint32_t item = 0; item < problem.items.size(); ++item) {
      if (!holds(problem, box, problem.items[item].box)) continue;
      used = true;
      EXPECT_TRUE(title == no_index || title < layering.row_of_item[item]) << "box " << box;
    }
    const bool titled = used && problem.titles_take_rows && problem.boxes[box].title_px > 0;
    EXPECT_EQ(title != no_index, titled) << "box " << box;
    const std::uint32_t outer = problem.boxes[box].parent;
    if (titled && outer != no_index && problem.boxes[outer].title_px > 0) {
      EXPECT_LT(layering.row_of_title[outer], title) << "box " << box;
    }
  }
}

void expect_bands(const LayeringProblem& problem, const Layering& layering) {
  ASSERT_EQ(layering.boxes_of_band.size(), layering.band_rows.size());
  EXPECT_TRUE(std::ranges::is_sorted(layering.band_rows));
  EXPECT_EQ(std::ranges::adjacent_find(layering.band_rows), layering.band_rows.end());
  std::vector<std::size_t> band_of(problem.boxes.size() + 1, no_index);
  for (std::size_t band = 0; band < layering.boxes_of_band.size(); ++band) {
    for (const std::uint32_t box : layering.boxes_of_band[band]) {
      EXPECT_EQ(band_of.at(box), no_index) << "box " << box << " is in two bands";
      band_of[box] = band;
    }
  }
  // Every box opens in its band. It may reach further, where it waits for others.
  for (std::uint32_t box = 0; box <= problem.boxes.size(); ++box) {
    const std::uint32_t first = layering.first_item_of_box[box];
    ASSERT_EQ(first == no_index, band_of[box] == no_index) << "box " << box;
    if (first == no_index) continue;
    EXPECT_GE(layering.row_of_item[first], layering.band_rows[band_of[box]]) << "box " << box;
    const bool last = band_of[box] + 1 == layering.band_rows.size();
    const std::uint32_t end = last ? layering.row_count : layering.band_rows[band_of[box] + 1];
    EXPECT_LT(layering.row_of_item[first], end) << "box " << box;
  }
}

void expect_first_items(const LayeringProblem& problem, const Layering& layering) {
  for (std::uint32_t box = 0; box <= problem.boxes.size(); ++box) {
    std::uint32_t first = no_index;
    for (std::uint32_t item = 0; item < problem.items.size(); ++item) {
      if (box_of(problem, item) != box) continue;
      first = std::min(first, layering.row_of_item[item]);
    }
    const std::uint32_t named = layering.first_item_of_box[box];
    ASSERT_EQ(named == no_index, first == no_index) << "box " << box;
    if (named == no_index) continue;
    EXPECT_EQ(box_of(problem, named), box);
    EXPECT_EQ(layering.row_of_item[named], first) << "box " << box;
  }
}

void expect_ends_last(const LayeringProblem& problem, const Layering& layering) {
  const auto ends = [&](std::uint32_t item) {
    const std::uint32_t box = problem.items[item].box;
    return box != no_index && problem.boxes[box].ends_picture;
  };
  for (std::uint32_t a = 0; a < problem.items.size(); ++a) {
    for (std::uint32_t b = 0; b < problem.items.size(); ++b) {
      if (ends(a) || !ends(b)) continue;
      EXPECT_LT(layering.row_of_item[a], layering.row_of_item[b]) << a << " and " << b;
    }
  }
}

bool same(const Layering& a, const Layering& b) {
  return a.row_of_item == b.row_of_item && a.row_of_title == b.row_of_title &&
         a.row_count == b.row_count && a.band_rows == b.band_rows &&
         a.boxes_of_band == b.boxes_of_band && a.first_item_of_box == b.first_item_of_box;
}

void expect_sound(const LayeringProblem& problem) {
  const Layering layering = layer(problem);
  expect_rows(problem, layering);
  if (::testing::Test::HasFatalFailure()) return;
  expect_prerequisites_above(problem, layering);
  expect_titles_above(problem, layering);
  expect_bands(problem, layering);
  expect_first_items(problem, layering);
  EXPECT_TRUE(same(layer(problem), layering));
  if (::testing::Test::HasFailure()) ADD_FAILURE() << describe(problem, layering);
}

// Room that the items of a row take, with their boxes' padding and all gaps.
double widest_row_px(const LayeringProblem& problem, const Layering& layering) {
  std::vector<std::vector<double>> used(
      layering.row_count, std::vector<double>(problem.boxes.size() + 1, -problem.item_gap_px));
  for (std::uint32_t item = 0; item < problem.items.size(); ++item) {
    used[layering.row_of_item[item]][box_of(problem, item)] +=
        problem.items[item].breadth_px + problem.item_gap_px;
  }
  double widest = 0;
  for (const auto& row : used) {
    double width = -problem.box_gap_px;
    for (std::size_t box = 0; box < row.size(); ++box) {
      if (row[box] < 0) continue;
      const bool bordered = box < problem.boxes.size();
      width += row[box] + (bordered ? 2 * problem.box_padding_px : 0) + problem.box_gap_px;
    }
    widest = std::max(widest, width);
  }
  return widest;
}

Edges edges_of_number(std::uint32_t number) {
  Edges edges;
  for (std::uint32_t upper = 0; upper < 4; ++upper) {
    for (std::uint32_t lower = 0; lower < 4; ++lower) {
      if (upper == lower) continue;
      if ((number & 1U) != 0) edges.emplace_back(upper, lower);
      number >>= 1U;
    }
  }
  return edges;
}

TEST(Layering, IsSoundOnEveryDigraphOfFourItems) {
  for (std::uint32_t number = 0; number < 4096 && !HasFailure(); ++number) {
    LayeringProblem problem;
    problem.items.assign(4, {100, 40, no_index});
    problem.edges = edges_of_number(number);
    problem.max_breadth_px = 250;
    expect_sound(problem);
    EXPECT_LE(widest_row_px(problem, layer(problem)), 250);
  }
}

TEST(Layering, IsSoundOnEveryDigraphOfFourItemsInBoxes) {
  for (std::uint32_t number = 0; number < 4096 && !HasFailure(); ++number) {
    LayeringProblem problem;
    problem.boxes = {{no_index, 60, false}, {0, 60, false}, {no_index, 60, false}};
    problem.items = {{100, 40, 0}, {80, 40, 1}, {100, 40, 1}, {60, 30, 2}};
    problem.edges = edges_of_number(number);
    problem.max_breadth_px = 400;
    expect_sound(problem);
  }
}

enum class Boxes : std::uint8_t { tangled, one_way };

LayeringProblem random_problem(Random& random, std::uint32_t cycle_percent, Boxes kind) {
  LayeringProblem problem;
  const std::uint32_t boxes = random.below(9);
  for (std::uint32_t b = 0; b < boxes; ++b) {
    const bool nested = kind == Boxes::tangled && b > 0 && random.chance(30);
    problem.boxes.push_back({nested ? random.below(b) : no_index,
                             random.chance(90) ? 40.0 + random.below(150) : 0.0, false});
  }
  const std::uint32_t items = 1 + random.below(60);
  for (std::uint32_t i = 0; i < items; ++i) {
    const bool boxed = boxes > 0 && random.chance(85);
    problem.items.push_back({40.0 + random.below(110), 30.0 + random.below(40),
                             boxed ? random.below(boxes) : no_index});
  }
  for (std::uint32_t e = random.below(2 * items); e > 0; --e) {
    std::uint32_t upper = random.below(items);
    std::uint32_t lower = random.below(items);
    if (upper > lower && !random.chance(cycle_percent)) std::swap(upper, lower);
    if (kind == Boxes::one_way && box_of(problem, upper) > box_of(problem, lower)) {
      std::swap(upper, lower);
    }
    if (kind == Boxes::one_way && box_of(problem, upper) == box_of(problem, lower)) {
      if (upper > lower) std::swap(upper, lower);
    }
    if (upper != lower) problem.edges.emplace_back(upper, lower);
  }
  problem.titles_take_rows = random.chance(80);
  if (random.chance(70)) problem.max_breadth_px = 400.0 + random.below(800);
  return problem;
}

TEST(Layering, IsSoundOnRandomProblems) {
  Random random(20'26);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    expect_sound(random_problem(random, round % 2 == 0 ? 0 : 30, Boxes::tangled));
  }
}

TEST(Layering, KeepsRowsWithinThePageWhereOneBoxAtATimeFits) {
  Random random(4);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    LayeringProblem problem = random_problem(random, 0, Boxes::one_way);
    problem.max_breadth_px = 600;
    const Layering layering = layer(problem);
    EXPECT_LE(widest_row_px(problem, layering), 600) << describe(problem, layering);
  }
}

// Rows from the first to the last of each box, by box; no_index first for a box without items.
std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_of_boxes(const LayeringProblem& problem,
                                                                   const Layering& layering) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows(problem.boxes.size() + 1,
                                                            {no_index, 0});
  for (std::uint32_t item = 0; item < problem.items.size(); ++item) {
    auto& [first, last] = rows[box_of(problem, item)];
    first = std::min(first, layering.row_of_item[item]);
    last = std::max(last, layering.row_of_item[item]);
  }
  return rows;
}

// Two boxes never fit side by side here. One that opened too early would have to wait beside those
// it needs.
TEST(Layering, OpensBoxesThatNeedEachOtherOneWayInThatOrder) {
  Random random(6);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    LayeringProblem problem = random_problem(random, 0, Boxes::one_way);
    problem.max_breadth_px = 600;
    problem.edges.resize(std::min<std::size_t>(problem.edges.size(), 12));  // room to pass
    const auto boxes = static_cast<std::uint32_t>(problem.boxes.size());
    for (LayeringItem& item : problem.items) {
      item.breadth_px = 400;
      if (item.box != no_index) item.box = boxes - 1 - item.box;
    }
    const Layering layering = layer(problem);
    const auto rows = rows_of_boxes(problem, layering);
    for (std::uint32_t a = 0; a < rows.size(); ++a) {
      for (std::uint32_t b = a + 1; b < rows.size(); ++b) {
        if (rows[a].first == no_index || rows[b].first == no_index) continue;
        EXPECT_TRUE(rows[a].second < rows[b].first || rows[b].second < rows[a].first)
            << a << " and " << b << "\n"
            << describe(problem, layering);
      }
    }
  }
}

TEST(Layering, EndsWithTheBoxThatEndsThePicture) {
  Random random(5);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    LayeringProblem problem = random_problem(random, 0, Boxes::tangled);
    // Goals: nothing depends on them.
    const auto goals = static_cast<std::uint32_t>(problem.boxes.size());
    problem.boxes.push_back({no_index, 0, true});
    const auto items = static_cast<std::uint32_t>(problem.items.size());
    for (std::uint32_t goal = items; goal < items + 4; ++goal) {
      problem.items.push_back({100, 34, goals});
      problem.edges.emplace_back(random.below(items), goal);
    }
    expect_sound(problem);
    expect_ends_last(problem, layer(problem));
  }
}

std::vector<BoxPlan> random_plan(Random& random, std::uint32_t boxes) {
  std::vector<BoxPlan> plan(boxes);
  for (BoxPlan& box : plan) box = {1 + random.below(5), random.chance(50)};
  return plan;
}

// They keep their room from one plan to the next, but nothing of what was in it.
TEST(Layering, OfAPlanIsTheSameAndCostsTheSameWhateverWasTriedBefore) {
  Random random(7);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    const LayeringProblem problem = random_problem(random, 20, Boxes::tangled);
    const ScheduleInput input(problem);
    RowScheduler used_scheduler(input);
    LayeringCost used_cost(input);
    for (int tried = 0; tried < 10; ++tried) {
      const std::vector<BoxPlan> plan = random_plan(random, input.box_count());
      RowScheduler scheduler(input);
      const Layering& layering = scheduler.schedule(plan).layering;
      EXPECT_TRUE(same(used_scheduler.schedule(plan).layering, layering));
      EXPECT_EQ(used_cost.of(layering), LayeringCost(input).of(layering));
      EXPECT_EQ(used_cost.widest_band_px(layering), LayeringCost(input).widest_band_px(layering));
    }
  }
}

// The sum over all edges of the rows they lead down.
std::uint32_t total_length(const LayeringProblem& problem, const std::vector<std::uint32_t>& rows) {
  std::uint32_t total = 0;
  for (const auto& [upper, lower] : problem.edges) total += rows[lower] - rows[upper];
  return total;
}

// Every item one row below the lowest of its prerequisites; edges lead to higher numbers.
std::vector<std::uint32_t> longest_path_rows(const LayeringProblem& problem) {
  std::vector<std::uint32_t> rows(problem.items.size(), 0);
  for (std::uint32_t item = 0; item < rows.size(); ++item) {
    for (const auto& [upper, lower] : problem.edges) {
      if (upper == item) rows[lower] = std::max(rows[lower], rows[upper] + 1);
    }
  }
  return rows;
}

// The least total length of any layering, by trying all.
std::uint32_t least_total_length(const LayeringProblem& problem) {
  const std::size_t count = problem.items.size();
  std::uint32_t least = UINT32_MAX;
  std::vector<std::uint32_t> rows(count, 0);
  for (bool more = true; more;) {
    const bool sound = std::ranges::all_of(
        problem.edges, [&](const auto& edge) { return rows[edge.first] < rows[edge.second]; });
    if (sound) least = std::min(least, total_length(problem, rows));
    std::size_t at = 0;
    while (at < count && ++rows[at] == count) rows[at++] = 0;
    more = at < count;
  }
  return least;
}

TEST(ShortEdgeLayering, IsShortestOnEveryAcyclicDigraphOfFourItemsInOrder) {
  for (std::uint32_t number = 0; number < 4096 && !HasFailure(); ++number) {
    LayeringProblem problem;
    problem.items.assign(4, {100, 40, no_index});
    problem.edges = edges_of_number(number);
    problem.in_bands = false;
    problem.titles_take_rows = false;
    const auto falls = [](const auto& edge) { return edge.first > edge.second; };
    if (std::ranges::any_of(problem.edges, falls)) continue;
    const Layering layering = layer(problem);
    expect_prerequisites_above(problem, layering);
    EXPECT_EQ(total_length(problem, layering.row_of_item), least_total_length(problem))
        << describe(problem, layering);
  }
}

TEST(ShortEdgeLayering, IsSoundAndNoLongerThanLongestPathsOnRandomProblems) {
  Random random(6);
  for (int round = 0; round < 60 && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    LayeringProblem problem = random_problem(random, 0, Boxes::tangled);
    problem.in_bands = false;
    problem.titles_take_rows = false;
    const Layering layering = layer(problem);
    expect_rows(problem, layering);
    expect_prerequisites_above(problem, layering);
    EXPECT_LE(total_length(problem, layering.row_of_item),
              total_length(problem, longest_path_rows(problem)));
    EXPECT_TRUE(same(layer(problem), layering));
  }
}

TEST(ShortEdgeLayering, PutsGoalsIntoTheLastRow) {
  LayeringProblem problem;
  problem.boxes.push_back({no_index, 0, true});
  problem.items = {{100, 40, no_index}, {100, 40, no_index}, {100, 40, 0}, {100, 40, 0}};
  problem.edges = {{0, 1}, {1, 2}, {0, 3}};
  problem.in_bands = false;
  EXPECT_EQ(layer(problem).row_of_item, (std::vector<std::uint32_t>{0, 1, 2, 2}));
}

TEST(Layering, OfNothingIsEmpty) {
  const Layering layering = layer({});
  EXPECT_EQ(layering.row_count, 0U);
  EXPECT_TRUE(layering.row_of_item.empty());
}

TEST(Layering, OfALongChainIsAsLong) {
  LayeringProblem problem;
  problem.items.assign(20'000, {100, 40, no_index});
  for (std::uint32_t i = 1; i < 20'000; ++i) problem.edges.emplace_back(i - 1, i);
  EXPECT_EQ(layer(problem).row_count, 20'000U);
}

}  // namespace
}  // namespace prereq
