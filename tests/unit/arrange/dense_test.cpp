// What is too much for Graphviz is drawn another way; it never hangs.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>

#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using testing::draw;
using testing::topics_yaml;
using testing::view_of;

std::string every_topic_from_to(int first, int last) {
  std::string names;
  for (int i = first; i < last; ++i) names += fmt::format("{}t{}", i == first ? "" : ", ", i);
  return names;
}

// On a page of 1,000 px, the edges of two fully joined layers would pass tens of thousands of rows.
TEST(Arrange, GivesTwoFullyJoinedLayersARowEach) {
  const View view = view_of(topics_yaml(160, [](int i) {
    return i < 80 ? "hours: 1" : fmt::format("requires: [{}]", every_topic_from_to(0, 80));
  }));
  const Drawing drawing = draw(view);
  ASSERT_EQ(drawing.edges.size(), 6400U);
  EXPECT_EQ(drawing.placed_by, PlacedBy::builtin);
  EXPECT_GT(drawing.width, 5000);
  EXPECT_LT(drawing.height, 600);
}

View everything_from_everything() {
  return view_of(
      topics_yaml(60,
                  [](int i) { return fmt::format("requires: [{}]", every_topic_from_to(0, i)); }),
      ViewOptions{.all_edges = true});
}

TEST(Arrange, DrawsMoreLongEdgesThanGraphvizCanTake) {
  const View view = everything_from_everything();
  EXPECT_EQ(view.edges.size(), 1770U);
  EXPECT_THAT(testing::complaints_about(view, testing::unbounded), ::testing::IsEmpty());
}

TEST(Arrange, TellsThatGraphvizWasNotAskedForWhatTakesItMinutes) {
  Diagnostics diagnostics;
  const Drawing drawing =
      arrange(everything_from_everything(), {.engine = Engine::dot}, diagnostics);
  EXPECT_EQ(drawing.edges.size(), 1770U);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, Code::layout_failed);
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::warning);
  EXPECT_THAT(diagnostics.items()[0].message, ::testing::StartsWith("Graphviz would take minutes"));
  ASSERT_EQ(diagnostics.items()[0].notes.size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].notes[0].message,
            "prereq laid the picture out itself, as --engine builtin asks for");
}

// Nobody asked for Graphviz, so that it is nothing to warn of.
TEST(Arrange, DrawsALargePictureDownwardsWhateverTheDirection) {
  const View view = view_of(topics_yaml(500, [](int i) {
    return i == 0 ? std::string("hours: 1") : fmt::format("requires: [t{}]", i - 1);
  }));
  Diagnostics diagnostics;
  const Drawing drawing = arrange(view, {.direction = Direction::right}, diagnostics);
  EXPECT_GT(drawing.height, drawing.width);
  EXPECT_EQ(drawing.placed_by, PlacedBy::builtin);
  EXPECT_TRUE(diagnostics.items().empty());
}

TEST(Arrange, DrawsALargeRoadmapWithACycle) {
  const View view =
      view_of(topics_yaml(400,
                          [](int i) {
                            return i == 0 ? std::string("recommends: [t399]")
                                          : fmt::format("requires: [t{}]", (i * 7 + 3) % i);
                          }),
              ViewOptions{.all_edges = true});
  Diagnostics diagnostics;
  const Drawing drawing = arrange(view, {.engine = Engine::builtin}, diagnostics);
  EXPECT_TRUE(diagnostics.items().empty());
  EXPECT_THAT(testing::overlapping_cards(view, drawing), ::testing::IsEmpty());
  EXPECT_THAT(testing::missing_parts(view, drawing), ::testing::IsEmpty());
}

TEST(Arrange, DrawsAChainWithAllItsShortcutsLeftOut) {
  const View view = view_of(topics_yaml(
      60, [](int i) { return fmt::format("requires: [{}]", every_topic_from_to(0, i)); }));
  EXPECT_EQ(view.edges.size(), 59U);
  EXPECT_EQ(draw(view).edges.size(), 59U);
}

}  // namespace
}  // namespace prereq
