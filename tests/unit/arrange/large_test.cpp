// Pictures that are too large to look at many orders: step by step, and the whole.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "arrange/compose.hpp"
#include "arrange/curve_stripes.hpp"
#include "arrange/large_row_order.hpp"
#include "arrange/large_rows.hpp"
#include "arrange/last_resort.hpp"
#include "arrange/row_gaps.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/row_order.hpp"
#include "arrange/section_collisions.hpp"
#include "support/random_roadmap.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/whole_rows.hpp"

namespace prereq {
namespace {

using testing::draw;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Random;
using testing::topics_yaml;
using testing::unbounded;
using testing::view_of;

// Each topic requires two of the `near` before it; every `per_section` are a section, if any.
View wide_view(int topics, std::uint32_t near, int per_section, std::uint64_t seed) {
  Random random(seed);
  std::string yaml = "sections:\n";
  for (int s = 0; per_section > 0 && s * per_section < topics; ++s) {
    yaml += fmt::format("  s{0}: {{title: Section {0}}}\n", s);
  }
  if (per_section == 0) yaml.clear();
  return view_of(yaml + topics_yaml(topics, [&](int i) {
                   std::string fields = "hours: 1";
                   if (per_section > 0) fields += fmt::format(", section: s{}", i / per_section);
                   if (i < 2) return fields;
                   const auto before = [&] {
                     return i - 1 -
                            static_cast<int>(random.below(
                                std::min<std::uint32_t>(near, static_cast<std::uint32_t>(i))));
                   };
                   const int first = before();
                   int second = before();
                   while (second == first) second = before();
                   return fields + fmt::format(", requires: [t{}, t{}]", first, second);
                 }));
}

TEST(LargeRows, KeepTheOrderOfColumnsAndAllThatIsInRows) {
  for (const int per_section : {0, 12}) {
    const View view = wide_view(120, 20, per_section, 1);
    const ArrangementPlan plan = plan_arrangement(view, unbounded);
    RowGraph graph = make_row_graph(view, plan);
    const std::size_t at_first = count_crossings(graph);
    const std::size_t crossings = order_large_rows(graph);
    EXPECT_EQ(crossings, count_crossings(graph));
    EXPECT_LT(crossings, at_first);
    testing::expect_whole_rows(graph);
  }
}

TEST(LargeRows, OfATreeDoNotCross) {
  const View view = view_of(topics_yaml(80, [](int i) {
    return i == 0 ? std::string("hours: 1") : fmt::format("requires: [t{}]", (i * 7 + 3) % i);
  }));
  RowGraph graph = make_row_graph(view, plan_arrangement(view, unbounded));
  EXPECT_EQ(order_large_rows(graph), 0U);
}

TEST(LargeRows, AreDrawnSoundly) {
  for (const int per_section : {0, 10}) {
    const View view = wide_view(150, 40, per_section, 2);
    const Attempt made = lay_out_large_rows(view, plan_arrangement(view, unbounded));
    const Drawing drawing = compose(view, made.plan, made.coordinates);
    EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
    EXPECT_THAT(testing::upward_edges(view, drawing), IsEmpty());
  }
}

TEST(LargeRows, AreForMoreThanThreeThousandPiecesWithoutAPage) {
  const View view = wide_view(1200, 900, 0, 2);
  const ArrangementPlan plan = plan_arrangement(view, unbounded);
  EXPECT_FALSE(is_large(plan_arrangement(wide_view(100, 40, 0, 2), unbounded)));
  ASSERT_GT(plan.passed_rows + view.cards.size(), most_pieces_for_attempts);
  EXPECT_TRUE(is_large(plan));
  EXPECT_EQ(draw(view, unbounded).cards.size(), 1200U);
}

// More than a thousand cards on a page of any width: sections keep to the rows of shortest edges.
TEST(LargeRows, WithSectionsHaveShortEdgesAndTitlesAboveTheirCards) {
  const View view = wide_view(1020, 60, 30, 7);
  const ArrangementPlan plan = plan_arrangement(view, unbounded);
  ASSERT_EQ(plan.layering.boxes_of_band.size(), 1U);
  EXPECT_EQ(plan.layering.boxes_of_band[0].size(), 34U);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    EXPECT_LT(plan.layering.row_of_title[view.cards[c].section], plan.layering.row_of_item[c]);
  }
  const Attempt made = lay_out_large_rows(view, plan);
  EXPECT_FALSE(sections_collide(view, made));
  const Drawing drawing = compose(view, made.plan, made.coordinates);
  EXPECT_THAT(testing::misplaced_in_sections(view, drawing), IsEmpty());
  EXPECT_THAT(testing::overlapping_cards(view, drawing), IsEmpty());
}

TEST(LargeRows, LetPartsThatNothingJoinsBeginWhereTheirSectionDoes) {
  const View view =
      view_of(topics_yaml(1100,
                          [](int i) {
                            if (i < 2) return std::string("section: last, hours: 1");
                            const std::string section =
                                i > 1000 ? "section: last, " : "section: first, ";
                            return i == 2 ? section + "hours: 1"
                                          : section + fmt::format("requires: [t{}]", i - 1);
                          }) +
              "sections: {first: {title: First}, last: {title: Last}}\n");
  const ArrangementPlan plan = plan_arrangement(view, unbounded);
  const std::vector<std::uint32_t>& row = plan.layering.row_of_item;
  EXPECT_EQ(row[0], row[1001]);
  EXPECT_EQ(row[1], row[1001]);
}

// network_simplex_test.cpp shows that nothing is shorter.
TEST(LargeRows, WithoutSectionsHaveShortEdges) {
  const View view = wide_view(300, 10, 0, 3);
  const ArrangementPlan plan = plan_arrangement(view, unbounded);
  const ArrangementPlan page = plan_arrangement(view, {});
  EXPECT_LT(plan.passed_rows, page.passed_rows);
}

// Chapters that wait for one another in turns come to lie on one another in bands.
TEST(LargeRows, PutSectionsThatCollideSideBySide) {
  const View view = wide_view(60, 30, 6, 4);
  const ArrangementPlan plan = plan_arrangement(view, {});
  const Attempt made = lay_out_large_rows(view, plan);
  EXPECT_FALSE(sections_collide(view, made));
  const RowGraph graph = make_row_graph(view, plan, Bands::one);
  ASSERT_EQ(graph.bands.size(), 1U);
  EXPECT_EQ(graph.bands[0].boxes.size(), 10U);
  const Attempt side_by_side = {plan, lay_out_rows(view, plan, graph)};
  EXPECT_FALSE(sections_collide(view, side_by_side));
}

TEST(Sections, CollideWithWhatIsNotTheirs) {
  const View view = view_of(
      "sections: {a: {title: A, sections: {b: {title: B, topics: {x: }}}}, c: {topics: {y: }}}");
  Attempt made = lay_out_large_rows(view, plan_arrangement(view, {}));
  EXPECT_FALSE(sections_collide(view, made));
  const std::vector<std::optional<Box>> boxes = made.coordinates.section_boxes;
  ASSERT_EQ(boxes.size(), 3U);
  made.coordinates.section_boxes[2] = boxes[1];
  EXPECT_TRUE(sections_collide(view, made));
  made.coordinates.section_boxes[2] = boxes[2];
  made.coordinates.card_centres[1] = made.coordinates.card_centres[0];
  EXPECT_TRUE(sections_collide(view, made));
}

TEST(LastResort, KeepsSectionsApart) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const View view = wide_view(60, 30, 6, seed);
    EXPECT_FALSE(sections_collide(view, lay_out_as_last_resort(view, {}))) << seed;
  }
}

// Tracks by looking at every pair. Slow and obvious.
std::vector<std::size_t> tracks_by_pairs(const std::vector<SidewaysLine>& lines) {
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<std::size_t> tracks(lines.size(), 0);
  for (const bool to_right : {true, false}) {
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return to_right ? lines[a].from > lines[b].from : lines[a].from < lines[b].from;
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
      const SidewaysLine& line = lines[order[i]];
      if ((line.to > line.from) != to_right) continue;
      for (std::size_t j = 0; j < i; ++j) {
        const SidewaysLine& other = lines[order[j]];
        if ((other.to > other.from) != to_right) continue;
        const double ahead = to_right ? other.from - line.to : line.to - other.from;
        if (ahead <= 5.5) tracks[order[i]] = std::max(tracks[order[i]], tracks[order[j]] + 1);
      }
    }
  }
  return tracks;
}

TEST(RowGaps, PutEachLineBelowThoseInItsWay) {
  Random random(5);
  for (int run = 0; run < 100; ++run) {
    RowGap gap;
    const std::uint32_t count = 1 + random.below(30);
    for (std::uint32_t i = 0; i < count; ++i) {
      // No two begin at one place: which of them comes first is open then.
      const double from = 7 * i + random.below(5);
      const double to = random.below(210);
      if (from != to) gap.moved.push_back({i, i, 1000 + i, from, to});
    }
    const std::vector<std::size_t> expected = tracks_by_pairs(gap.moved);
    assign_tracks(gap, {});
    std::vector<std::size_t> found;
    for (const SidewaysLine& line : gap.moved) found.push_back(line.track);
    EXPECT_EQ(found, expected);
  }
}

TEST(CurveStripes, FindWhatReachesIntoAStretchOfHeightsOnce) {
  Random random(6);
  std::vector<DrawnEdge> edges(40);
  std::size_t parts = 0;
  for (DrawnEdge& edge : edges) {
    const std::uint32_t points = 1 + 3 * random.below(4);
    for (std::uint32_t i = 0; i < points; ++i) {
      edge.curve.push_back({static_cast<double>(random.below(500)), random.below(9000) / 10.0});
    }
    parts += points / 3;
  }
  const CurveStripes stripes(edges);
  for (int run = 0; run < 200; ++run) {
    const double top = random.below(10'000) / 10.0 - 50;
    const double bottom = top + random.below(3000) / 10.0;
    std::multiset<const Point*> expected;
    for (const DrawnEdge& edge : edges) {
      for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3) {
        const auto [first, last] = std::minmax(
            {edge.curve[i].y, edge.curve[i + 1].y, edge.curve[i + 2].y, edge.curve[i + 3].y});
        if (first <= bottom && last >= top) expected.insert(&edge.curve[i]);
      }
    }
    std::multiset<const Point*> found;
    stripes.visit(top, bottom, [&](const Point* part) { found.insert(part); });
    EXPECT_EQ(found, expected);
  }
  std::size_t all = 0;
  stripes.visit(-1e9, 1e9, [&](const Point*) { ++all; });
  EXPECT_EQ(all, parts);
  CurveStripes({}).visit(0, 1, [](const Point*) { FAIL() << "there is nothing"; });
}

TEST(RowGaps, OfLargePicturesAreLower) {
  RowGap wide;
  for (std::uint32_t i = 0; i < 40; ++i) wide.moved.push_back({i, i, 100 + i, 10.0 * i, 1000});
  RowGap low = wide;
  assign_tracks(wide, {});
  assign_tracks(low, large_gap_room);
  EXPECT_EQ(wide.tracks, low.tracks);
  EXPECT_GT(static_cast<double>(wide.tracks) * wide.step + wide.depth, 100);
  EXPECT_LE(static_cast<double>(low.tracks) * low.step + low.depth, 32);
}

}  // namespace
}  // namespace prereq
