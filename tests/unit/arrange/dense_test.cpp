// What is too much for Graphviz is drawn another way, or refused with a reason; it never hangs.
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

// In rows of a page's width, the edges of two fully joined layers pass so many rows that Graphviz
// took minutes.
TEST(Arrange, GivesTwoFullyJoinedLayersARowEach) {
  const View view = view_of(topics_yaml(160, [](int i) {
    return i < 80 ? "hours: 1" : fmt::format("requires: [{}]", every_topic_from_to(0, 80));
  }));
  const Drawing drawing = draw(view);
  ASSERT_EQ(drawing.edges.size(), 6400U);
  EXPECT_GT(drawing.width, 5000);
  EXPECT_LT(drawing.height, 400);
}

TEST(Arrange, RefusesMoreLongEdgesThanGraphvizCanTake) {
  const View view = view_of(
      topics_yaml(60,
                  [](int i) { return fmt::format("requires: [{}]", every_topic_from_to(0, i)); }),
      ViewOptions{.all_edges = true});
  Diagnostics diagnostics;
  EXPECT_FALSE(arrange(view, {}, diagnostics).has_value());
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, Code::layout_failed);
  EXPECT_EQ(
      diagnostics.items()[0].message,
      "the picture has too many long edges to be laid out: 1770 edges pass 34220 rows in all, "
      "and 16000 are the limit");
}

TEST(Arrange, DrawsAChainWithAllItsShortcutsLeftOut) {
  const View view = view_of(topics_yaml(
      60, [](int i) { return fmt::format("requires: [{}]", every_topic_from_to(0, i)); }));
  EXPECT_EQ(view.edges.size(), 59U);
  EXPECT_EQ(draw(view).edges.size(), 59U);
}

}  // namespace
}  // namespace prereq
