#include "write/svg_shapes.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(EdgePath, WritesEachCurveAndAvoidsWhatIsNotNeeded) {
  DrawnEdge edge;
  edge.curve = {{0, 0}, {0, 10.125}, {5, 10}, {5, 20}, {5, 25}, {-5.5, 25}, {0, 30}};
  EXPECT_EQ(edge_path(edge), "M0 0C0 10.13 5 10 5 20C5 25 -5.5 25 0 30");
}

TEST(EdgePath, ReachesTheHeadWhereTheCurveEndsBeforeIt) {
  const DrawnEdge edge{{{0, 0}, {0, 5}, {0, 5}, {0, 10}}, Point{0, 30}};
  EXPECT_EQ(edge_path(edge), "M0 0C0 5 0 5 0 10L0 22");
}

TEST(ArrowPath, PointsWhereTheEdgeEnds) {
  const DrawnEdge down{{{0, 0}, {0, 5}, {0, 5}, {0, 12}}, Point{0, 20}};
  EXPECT_EQ(arrow_path(down), "M0 20L-3.5 12 3.5 12Z");
  const DrawnEdge right{{{0, 0}, {5, 0}, {5, 0}, {12, 0}}, Point{20, 0}};
  EXPECT_EQ(arrow_path(right), "M20 0L12 3.5 12 -3.5Z");
}

TEST(ArrowPath, LooksBackAlongTheCurveThatEndsAtItsTip) {
  const DrawnEdge edge{{{0, 0}, {5, 0}, {20, 0}, {20, 0}}, Point{20, 0}};
  EXPECT_EQ(arrow_path(edge), "M20 0L12 3.5 12 -3.5Z");
  const DrawnEdge point{{{20, 0}}, Point{20, 0}};
  EXPECT_EQ(arrow_path(point), "M20 0L16.5 -8 23.5 -8Z") << "no direction: downwards";
}

TEST(ArrowPath, IsEmptyWithoutATip) { EXPECT_EQ(arrow_path({{{0, 0}}, {}}), ""); }

TEST(FlagPath, StaysInsideItsBoxHoweverSmall) {
  EXPECT_EQ(flag_path({0, 0, 3, 3}), "M1 0H3L2 1.5 3 3H1A1 1 0 0 1 0 2V1A1 1 0 0 1 1 0Z");
}

TEST(DiamondPath, StandsOnACorner) {
  EXPECT_EQ(diamond_path({10, 20}, 4), "M6 20L10 16 14 20 10 24Z");
}

TEST(BandPath, FollowsTheCardsRoundCorners) {
  EXPECT_EQ(band_path({10, 20, 100, 40}),
            "M15 19.58A6.5 6.5 0 0 0 9.5 26V54A6.5 6.5 0 0 0 15 60.42Z");
}

}  // namespace
}  // namespace prereq
