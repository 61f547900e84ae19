// Pictures that prereq places itself, because Graphviz would take too long.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "arrange/builtin/along_rows.hpp"
#include "arrange/builtin/builtin.hpp"
#include "arrange/builtin/wide_floor.hpp"
#include "arrange/compose.hpp"
#include "arrange/drawing_bytes.hpp"
#include "support/random_roadmap.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

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

Drawing draw_plainly(const View& view, const ArrangeOptions& options) {
  const PlainPage page = arrange_plainly(view, options);
  return compose(view, page.plan, page.at);
}

TEST(PlainLayout, IsSoundOnAPageAndWithoutOne) {
  for (const int topics : {40, 300}) {
    for (const int per_section : {0, 10}) {
      const View view = wide_view(topics, 30, per_section, 2);
      for (const ArrangeOptions& options : {ArrangeOptions{}, unbounded}) {
        const Drawing drawing = draw_plainly(view, options);
        EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
        EXPECT_THAT(testing::upward_edges(view, drawing), IsEmpty());
      }
    }
  }
}

TEST(PlainLayout, KeepsToThePageWhereThatIsPossible) {
  const View view = wide_view(600, 20, 12, 3);
  EXPECT_LE(draw_plainly(view, {}).width, default_max_width_px);
}

TEST(PlainLayout, GivesThePageUpWhereEdgesWouldPassTooManyRows) {
  const View view = wide_view(1500, 1400, 0, 4);
  EXPECT_GT(draw_plainly(view, {}).width, 2 * default_max_width_px);
}

TEST(PlainLayout, GathersManyTopicsWithoutEdgesInAGrid) {
  const View view = view_of(topics_yaml(6000, [](int) { return std::string("hours: 1"); }));
  const Drawing drawing = draw_plainly(view, {});
  EXPECT_LT(drawing.width, 12'000);
  EXPECT_LT(drawing.height, 12'000);
  EXPECT_THAT(testing::overlapping_cards(view, drawing), IsEmpty());
}

TEST(PlainLayout, IsForMoreThanFourHundredCards) {
  EXPECT_EQ(testing::draw(wide_view(401, 10, 20, 5)).placed_by, PlacedBy::builtin);
}

TEST(PlainLayout, IsSoundWhereTopicsStandBesideSectionsInSections) {
  const View view = view_of(R"(
topics: {a: {}, b: {requires: [a]}, loose: {}}
sections:
  outer:
    title: Outer
    topics: {c: {requires: [b]}, d: {}}
    sections:
      inner: {title: Inner, topics: {e: {requires: [c]}, f: {requires: [e]}}}
      other: {title: Other, topics: {g: {requires: [f]}}}
  next: {title: Next, topics: {h: {requires: [g]}, i: {requires: [a]}}}
goals: {z: {requires: [h, i, d]}}
)");
  for (const ArrangeOptions& options : {ArrangeOptions{}, unbounded}) {
    EXPECT_THAT(testing::all_complaints(view, draw_plainly(view, options)), IsEmpty());
  }
  const Drawing wide = [&] {
    const PagePlan plan = plan_page_by(find_wide_floor, view, unbounded);
    EXPECT_EQ(plan.row_of_card.size(), view.cards.size());
    return draw_plainly(view, unbounded);
  }();
  EXPECT_THAT(testing::misplaced_in_sections(view, wide), IsEmpty());
}

// 200 topics that each required any of all others took 16 s and 1.6 GB, 400 took 138 s and 13 GB.
TEST(PlainLayout, LeavesTheLongestLinesOutWhereTheyTakeTooManyPlaces) {
  const View view = view_of(topics_yaml(60,
                                        [](int i) {
                                          return i == 0 ? std::string("hours: 1")
                                                        : fmt::format("requires: [{}t{}]",
                                                                      i > 1 ? "t0, " : "", i - 1);
                                        }),
                            ViewOptions{.all_edges = true});
  ASSERT_EQ(view.edges.size(), 117U);
  const PlainPage page = arrange_plainly(view, unbounded, {.places = 2 * 59});
  const Drawing drawing = compose(view, page.plan, page.at);
  EXPECT_EQ(drawing.left_out_lines, 58U);
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    const bool is_next = view.edges[e].prerequisite + 1 == view.edges[e].dependent;
    EXPECT_EQ(drawing.edges[e].curve.empty(), !is_next);
  }
  ASSERT_EQ(drawing.subheadings.size(), 1U);
  EXPECT_EQ(drawing.subheadings[0].role, TextRole::problem);
  EXPECT_EQ(drawing.subheadings[0].text,
            "58 of 117 lines are left out, the longest ones: there are too many to draw");
}

TEST(PlainLayout, GivesAllLinesUpWhereBoxesWouldReachOverTooManyRows) {
  const View view = wide_view(80, 3, 40, 7);
  const PlainPage page = arrange_plainly(view, unbounded, {.slots = 90});
  const Drawing drawing = compose(view, page.plan, page.at);
  EXPECT_EQ(drawing.left_out_lines, view.edges.size());
  EXPECT_THAT(testing::overlapping_cards(view, drawing), IsEmpty());
  EXPECT_THAT(testing::misplaced_in_sections(view, drawing), IsEmpty());
}

// Cards without edges stood above what their section's box needs, and its arrow led up.
TEST(PlainLayout, SetsTheGridOfASectionBelowWhatTheSectionNeeds) {
  const View view = view_of(R"(
topics: {a: {}, b: {requires: [a]}, c: {requires: [b]}}
sections:
  s: {requires: [c], topics: {d: {}, e: {}, f: {}, g: {}, h: {}}}
)");
  ASSERT_TRUE(std::ranges::any_of(view.edges, &ViewEdge::ends_at_box));
  const Drawing drawing = draw_plainly(view, unbounded);
  EXPECT_THAT(testing::upward_edges(view, drawing), IsEmpty());
  EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
  const PagePlan plan = plan_page_by(find_wide_floor, view, unbounded);
  for (std::size_t card = 3; card < view.cards.size(); ++card) {
    EXPECT_GT(plan.row_of_card[card], plan.row_of_card[2]);
  }
}

TEST(DrawingBytes, GiveTheDrawingBackAndNothingElse) {
  const View view = testing::bundled_view("turbo");
  const Drawing drawing = testing::draw(view);
  const std::string bytes = to_bytes(drawing);
  const auto read = drawing_from_bytes(bytes, view);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_bytes(*read), bytes);
  EXPECT_FALSE(drawing_from_bytes(bytes + '\0', view));
  EXPECT_FALSE(drawing_from_bytes(bytes, View()));
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    EXPECT_FALSE(drawing_from_bytes(bytes.substr(0, size), view));
  }
}

// However tight the sketch is.
TEST(AlongRows, KeepsThingsApartInTheirOrder) {
  const View view = wide_view(60, 20, 6, 6);
  PagePlan plan = plan_page(view, {});
  for (auto& row : plan.rows) {
    for (Slot& slot : row) slot.centre = 0;
  }
  const AlongRows along = place_along_rows(plan);
  for (const auto& row : plan.rows) {
    double end = -1e9;
    for (const Slot& slot : row) {
      if (slot.kind == SlotKind::left_border) {
        EXPECT_GT(along.left[slot.index], end);
        end = along.left[slot.index];
      } else if (slot.kind == SlotKind::right_border) {
        EXPECT_GT(along.right[slot.index], end);
        end = along.right[slot.index];
      } else if (slot.kind == SlotKind::card) {
        const double half = plan.cards[slot.index].box.width / 2;
        EXPECT_GT(along.cards[slot.index] - half, end);
        end = along.cards[slot.index] + half;
      }
    }
  }
}

}  // namespace
}  // namespace prereq
