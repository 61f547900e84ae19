// From a page plan to lines: ways past rows, the order that Graphviz keeps, and crossings.
#include "arrange/plan/page_plan.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "arrange/place/nailed_graph.hpp"
#include "arrange/plan/floor_search.hpp"
#include "arrange/plan/ways.hpp"
#include "prereq/drawing_quality.hpp"
#include "support/random_roadmap.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using testing::Random;

// In sections or without; each topic requires up to three before it.
View random_view(std::uint64_t seed, bool in_sections) {
  Random random(seed);
  const int topics = 12 + static_cast<int>(random.below(24));
  std::string yaml;
  if (in_sections) {
    yaml =
        "sections:\n  s0: {title: First}\n  s1: {title: Second, sections: {s2: {title: Inner}}}\n"
        "  s3: {title: Last}\n";
  }
  return testing::view_of(yaml + testing::topics_yaml(topics, [&](int i) {
                            std::string fields = "hours: 1";
                            if (in_sections && random.chance(85)) {
                              fields += fmt::format(", section: s{}", random.below(4));
                            }
                            std::string needs;
                            for (std::uint32_t n = random.below(4); n > 0 && i > 0; --n) {
                              const std::string name =
                                  fmt::format("t{}", random.below(static_cast<std::uint32_t>(i)));
                              if (needs.find(name) != std::string::npos) continue;
                              needs += (needs.empty() ? "" : ", ") + name;
                            }
                            return fields + ", requires: [" + needs + "]";
                          }));
}

// Cards that stand side by side in one block may change places: by number.
std::vector<std::vector<std::pair<SlotKind, std::uint32_t>>> without_passes(const PagePlan& plan) {
  std::vector<std::vector<std::pair<SlotKind, std::uint32_t>>> rows;
  for (const auto& row : plan.rows) {
    auto& kept = rows.emplace_back();
    auto run = kept.size();  // where the cards of a block begin
    for (const Slot& slot : row) {
      if (slot.kind == SlotKind::pass) continue;
      const bool goes_on = slot.kind == SlotKind::card && run < kept.size() &&
                           plan.block_of_card[kept[run].second] == plan.block_of_card[slot.index];
      if (!goes_on) run = kept.size();
      kept.emplace_back(slot.kind, slot.index);
      if (slot.kind != SlotKind::card) run = kept.size();
      std::sort(kept.begin() + static_cast<std::ptrdiff_t>(run), kept.end());
    }
  }
  return rows;
}

TEST(Ways, PassEachRowInBetweenOnceAndLeaveBlocksInOrder) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const View view = random_view(seed, seed % 2 == 0);
    PagePlan plan = plan_page_by(
        [](const PlanProblem& problem) { return find_floor_plans(problem).front(); }, view, {});
    const auto before = without_passes(plan);
    find_ways(view, plan);
    EXPECT_EQ(without_passes(plan), before);
    std::vector<std::vector<std::uint32_t>> passed(view.edges.size());
    for (std::uint32_t row = 0; row < plan.rows.size(); ++row) {
      for (const Slot& slot : plan.rows[row]) {
        if (slot.kind == SlotKind::pass) passed[slot.index].push_back(row);
      }
    }
    for (std::size_t e = 0; e < view.edges.size(); ++e) {
      const ViewEdge& edge = view.edges[e];
      if (edge.prerequisite_section != no_index || edge.dependent_section != no_index) continue;
      const auto [upper, lower] =
          std::minmax(plan.row_of_card[edge.prerequisite], plan.row_of_card[edge.dependent]);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t row = upper + 1; row < lower; ++row) expected.push_back(row);
      EXPECT_EQ(passed[e], expected) << view.cards[edge.dependent].id;
    }
  }
}

TEST(NailedGraph, IsPlacedInTheOrderOfThePlan) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const View view = random_view(seed, seed % 2 == 0);
    for (const Direction direction : {Direction::down, Direction::right}) {
      const PagePlan plan = plan_page(view, {direction});
      const GraphvizSession session;
      const NailedGraph nailed = build_nailed_graph(view, plan);
      const LayoutHandle layout(session, nailed.graph.get());
      ASSERT_TRUE(layout.succeeded());
      const bool down = direction == Direction::down;
      ASSERT_EQ(nailed.slots.size(), plan.rows.size());
      double depth = -1e9;
      for (const auto& row : nailed.slots) {
        double along = -1e9;
        double row_depth = 0;
        for (Agnode_t* node : row) {
          const pointf at = ND_coord(node);
          const double here = down ? at.x : -at.y;
          EXPECT_GT(here, along);
          along = here;
          row_depth = down ? -at.y : at.x;
        }
        EXPECT_GT(row_depth, depth);
        depth = row_depth;
      }
    }
  }
}

// Pairs of pieces between the same two rows that change sides; pieces that share an end do not.
std::size_t planned_crossings(const View& view, const PagePlan& plan) {
  std::vector<std::vector<std::size_t>> places(view.edges.size());
  std::vector<std::size_t> place_of_card(view.cards.size());
  std::vector<std::vector<std::pair<std::uint32_t, std::size_t>>> passes(view.edges.size());
  for (std::uint32_t row = 0; row < plan.rows.size(); ++row) {
    for (std::size_t i = 0; i < plan.rows[row].size(); ++i) {
      const Slot& slot = plan.rows[row][i];
      if (slot.kind == SlotKind::card) place_of_card[slot.index] = i;
      if (slot.kind == SlotKind::pass) passes[slot.index].emplace_back(row, i);
    }
  }
  struct Piece {
    std::size_t upper;
    std::size_t lower;
  };
  std::vector<std::vector<Piece>> gaps(plan.rows.size());
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    std::uint32_t row = plan.row_of_card[view.edges[e].prerequisite];
    std::size_t from = place_of_card[view.edges[e].prerequisite];
    for (const auto& [next_row, place] : passes[e]) {
      gaps[row].push_back({from, place});
      row = next_row;
      from = place;
    }
    gaps[row].push_back({from, place_of_card[view.edges[e].dependent]});
  }
  std::size_t crossings = 0;
  for (const auto& pieces : gaps) {
    for (std::size_t a = 0; a < pieces.size(); ++a) {
      for (std::size_t b = a + 1; b < pieces.size(); ++b) {
        crossings += (pieces[a].upper < pieces[b].upper && pieces[a].lower > pieces[b].lower) ||
                     (pieces[a].upper > pieces[b].upper && pieces[a].lower < pieces[b].lower);
      }
    }
  }
  return crossings;
}

// All together, and but for a tenth: where arrows come together at a card, a line may cut across
// another's end.
TEST(Untangler, LeavesNoMoreCrossingsThanTheOrderCallsFor) {
  std::size_t drawn = 0;
  std::size_t planned = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const View view = random_view(seed, false);
    drawn += measure_quality(view, testing::draw(view)).crossings;
    planned += planned_crossings(view, plan_page(view, {}));
  }
  EXPECT_LE(drawn, planned + planned / 10);
}

}  // namespace
}  // namespace prereq
