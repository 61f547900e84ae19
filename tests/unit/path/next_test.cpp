#include "prereq/next.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using ::testing::ElementsAre;
using ::testing::Pair;
using testing::RoadmapBuilder;

std::vector<std::pair<TopicIndex, std::uint32_t>> ready_of(const Next& next) {
  std::vector<std::pair<TopicIndex, std::uint32_t>> ready;
  for (const ReadyTopic& topic : next.ready) ready.emplace_back(topic.topic, topic.unlocks);
  return ready;
}

TopicGraph sample() {
  RoadmapBuilder b;
  b.topic("a", 4);
  b.topic("b", 2, {"a"});
  b.topic("c", 1, {"a", "b"});
  b.topic("d", 1);
  b.topic("e", 1, {any({"b", "d"})});
  b.topic("f", 3);
  b.goal("goal", {"e"});
  return TopicGraph(b.build());
}

TEST(Next, RanksByWhatATopicUnlocks) {
  Diagnostics diagnostics;
  const auto next = next_topics(sample(), {}, {}, diagnostics);
  ASSERT_TRUE(next);
  EXPECT_THAT(ready_of(*next), ElementsAre(Pair(0U, 3U), Pair(3U, 1U), Pair(5U, 0U)));
}

TEST(Next, StartsFromWhatIsKnown) {
  PathOptions options;
  options.known = {0};
  Diagnostics diagnostics;
  const auto next = next_topics(sample(), {}, options, diagnostics);
  ASSERT_TRUE(next);
  EXPECT_THAT(ready_of(*next), ElementsAre(Pair(1U, 2U), Pair(3U, 1U), Pair(5U, 0U)));
}

TEST(Next, KeepsToThePathOfAGoal) {
  Diagnostics diagnostics;
  const auto next = next_topics(sample(), {{"goal"}, {}, {0}}, {}, diagnostics);
  ASSERT_TRUE(next);
  EXPECT_THAT(ready_of(*next), ElementsAre(Pair(3U, 1U)));
}

TEST(Next, StartsCorequisitesTogether) {
  RoadmapBuilder b;
  b.topic("course", 1, {}, {"lab"});
  b.topic("lab", 1, {}, {"course"});
  b.topic("half", 1, {}, {"other"});
  b.topic("other", 1, {"course"}, {"half"});
  const TopicGraph graph(b.build());
  Diagnostics diagnostics;
  const auto next = next_topics(graph, {}, {}, diagnostics);
  ASSERT_TRUE(next);
  ASSERT_EQ(next->ready.size(), 2U);
  EXPECT_EQ(next->ready[0].topic, 0U);
  EXPECT_THAT(next->ready[0].together, ElementsAre(1U));
  EXPECT_EQ(next->ready[0].together_count, 1U);
  EXPECT_EQ(next->ready[1].topic, 1U);
}

// Each held a list of all others: 40 GB for these.
TEST(Next, NamesTheFirstOfManyThatAreLearnedTogether) {
  constexpr std::uint32_t count = 100'000;
  RoadmapBuilder b;
  for (std::uint32_t t = 0; t < count; ++t) {
    b.topic("t" + std::to_string(t), 1, {}, {"t" + std::to_string((t + 1) % count)});
  }
  const TopicGraph graph(b.build());
  Diagnostics diagnostics;
  const auto next = next_topics(graph, {}, {}, diagnostics);
  ASSERT_TRUE(next);
  ASSERT_EQ(next->ready.size(), count);
  const ReadyTopic& third = next->ready[2];
  EXPECT_EQ(third.together_count, count - 1);
  ASSERT_EQ(third.together.size(), most_together);
  EXPECT_EQ(third.together[1], 1U);
  EXPECT_EQ(third.together[2], 3U);
}

TEST(Goals, SayHowFarTheyAre) {
  PathOptions options;
  options.known = {3};
  const std::vector<GoalProgress> goals = goal_progress(sample(), options);
  ASSERT_EQ(goals.size(), 1U);
  EXPECT_EQ(goals[0].topics, 1U);
  EXPECT_EQ(goals[0].hours, Hours::from_seconds(3600));
  EXPECT_EQ(goals[0].known, 1U);
  EXPECT_EQ(goals[0].percent_done, 50U);
}

TEST(Goals, SayWhenTheyCannotBeReached) {
  RoadmapBuilder b;
  b.topic("a", 1, {"a"});
  b.goal("goal", {"a"});
  const std::vector<GoalProgress> goals = goal_progress(TopicGraph(b.build()), {});
  EXPECT_FALSE(goals.at(0).reachable);
}

TEST(Details, TellDependentsAndGoals) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {any({"a", "d"})}, {}, {"b"});
  b.topic("d", 1, {}, {"a"});
  b.goal("sure", {"b"});
  b.goal("maybe", {any({"b", "e"})});
  b.topic("e");
  const TopicGraph graph(b.build());
  const TopicDetails details = topic_details(graph, 0);
  EXPECT_THAT(details.unlocks, ElementsAre(1U, 2U));
  EXPECT_THAT(details.corequisite_of, ElementsAre(3U));
  EXPECT_EQ(details.dependents, 3U);
  ASSERT_EQ(details.goals.size(), 2U);
  EXPECT_TRUE(details.goals[0].always);
  EXPECT_FALSE(details.goals[1].always);
  EXPECT_THAT(topic_details(graph, 1).recommended_by, ElementsAre(2U));
}

}  // namespace
}  // namespace prereq
