#include "prereq/why.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using testing::because;
using ::testing::ElementsAre;
using testing::RoadmapBuilder;

TEST(Why, FindsTheShortestChainWithItsReasons) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {because("a", "it comes first")});
  b.topic("c", 1, {"b"});
  b.topic("d", 1, {"c", any({"b", "a"})});
  const TopicGraph graph(b.build());
  const Why why = why_topic(graph, 0, 3);
  ASSERT_TRUE(why.chain);
  EXPECT_THAT(why.chain->topics, ElementsAre(0U, 3U));
  EXPECT_THAT(why.chain->kinds, ElementsAre(EdgeKind::alternative));

  const Why longer = why_topic(graph, 0, 2);
  ASSERT_TRUE(longer.chain);
  EXPECT_THAT(longer.chain->topics, ElementsAre(0U, 1U, 2U));
  EXPECT_EQ(graph.roadmap().requirements()[longer.chain->reasons[0]].because, "it comes first");
}

TEST(Why, PrefersWhatIsWrittenFirstAtTheDependent) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("x", 1, {"a"});
  b.topic("y", 1, {"a"});
  b.topic("z", 1, {"y", "x"});
  EXPECT_THAT(why_topic(TopicGraph(b.build()), 0, 3).chain->topics, ElementsAre(0U, 2U, 3U));
}

TEST(Why, SaysWhenItIsTheOtherWayRound) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"}, {}, {});
  b.topic("c", 1, {}, {}, {"a"});
  const TopicGraph graph(b.build());
  const Why why = why_topic(graph, 1, 0);
  EXPECT_FALSE(why.chain);
  ASSERT_TRUE(why.reverse);
  EXPECT_THAT(why.reverse->topics, ElementsAre(0U, 1U));
  // A recommendation makes nothing depend on anything.
  EXPECT_FALSE(why_topic(graph, 0, 2).chain);
  EXPECT_FALSE(why_topic(graph, 0, 2).reverse);
}

TEST(Why, FollowsACycleBackToTheTopicItself) {
  RoadmapBuilder b;
  b.topic("a", 1, {"b"});
  b.topic("b", 1, {"a"});
  b.topic("c");
  const TopicGraph graph(b.build());
  EXPECT_THAT(why_topic(graph, 0, 0).chain->topics, ElementsAre(0U, 1U, 0U));
  EXPECT_FALSE(why_topic(graph, 2, 2).chain);
}

TEST(Why, ReachesGoals) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"});
  b.topic("c");
  b.goal("goal", {"c", any({"b", "c"})});
  const TopicGraph graph(b.build());
  const Why why = why_goal(graph, 0, 0);
  ASSERT_TRUE(why.chain);
  EXPECT_THAT(why.chain->topics, ElementsAre(0U, 1U));
  EXPECT_EQ(why.chain->goal, 0U);
  EXPECT_THAT(why.chain->kinds, ElementsAre(EdgeKind::required, EdgeKind::alternative));
  EXPECT_THAT(why_goal(graph, 2, 0).chain->topics, ElementsAre(2U));
}

}  // namespace
}  // namespace prereq
