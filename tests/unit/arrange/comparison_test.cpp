// What docs/drawing-quality.md says of prereq's own rows beside plain dot.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "support/drawing_comparison.hpp"

namespace prereq {
namespace {

// The larger ones of that page take too long to be drawn for a test.
constexpr std::uint32_t most_topics = 100;

TEST(DrawingComparison, RowsHaveNoMoreCrossingsThanDotInTheMedianAndAtMostHalfItsWidth) {
  std::vector<double> crossings;
  std::vector<double> widths;
  ASSERT_GE(testing::compared_roadmaps().size(), 20U);
  for (const testing::ComparedRoadmap& roadmap : testing::compared_roadmaps()) {
    if (roadmap.topics > most_topics) continue;
    const auto [ours, dot] = testing::compare_with_dot(roadmap, Engine::automatic);
    EXPECT_EQ(ours.overlaps + ours.edges_through_cards + ours.edges_through_titles, 0U)
        << roadmap.name;
    crossings.push_back(testing::crossing_ratio(ours, dot));
    if (dot.width > 1000) widths.push_back(ours.width / dot.width);
  }
  std::ranges::sort(crossings);
  std::ranges::sort(widths);
  EXPECT_LE(crossings[crossings.size() / 2], 1);
  EXPECT_LE(widths.back(), 0.5);
}

}  // namespace
}  // namespace prereq
