#include "prereq/metrics.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RoadmapBuilder;

Hours hours(std::int64_t count) { return Hours::from_seconds(count * 3600); }

std::vector<std::uint32_t> blocking(const Metrics& metrics) {
  std::vector<std::uint32_t> values;
  for (const TopicMetrics& topic : metrics.topics) values.push_back(topic.blocking);
  return values;
}
std::vector<std::uint32_t> delay(const Metrics& metrics) {
  std::vector<std::uint32_t> values;
  for (const TopicMetrics& topic : metrics.topics) values.push_back(topic.delay);
  return values;
}
std::vector<std::string> complexity(const Metrics& metrics) {
  std::vector<std::string> values;
  for (const TopicMetrics& topic : metrics.topics) values.push_back(to_string(topic.complexity));
  return values;
}
std::vector<std::uint64_t> centrality(const Metrics& metrics) {
  std::vector<std::uint64_t> values;
  for (const TopicMetrics& topic : metrics.topics) {
    EXPECT_EQ(topic.centrality.high, 0U);
    values.push_back(topic.centrality.low);
  }
  return values;
}

// The examples that the tests of CurricularAnalytics.jl work out.

RoadmapBuilder first_worked_example() {
  RoadmapBuilder b;
  b.topic("A");
  b.topic("B");
  b.topic("C", 1, {"A", "B"}, {"D"});
  b.topic("D");
  b.topic("E", 1, {"C"});
  b.topic("F", 1, {"D"});
  b.topic("G");
  b.topic("H");
  return b;
}

TEST(Metrics, OfTheFirstWorkedExample) {
  RoadmapBuilder b = first_worked_example();
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(blocking(metrics), ElementsAre(2, 2, 1, 3, 0, 0, 0, 0));
  EXPECT_THAT(delay(metrics), ElementsAre(3, 3, 3, 3, 3, 2, 1, 1));
  EXPECT_THAT(centrality(metrics), ElementsAre(0, 0, 9, 0, 0, 0, 0, 0));
  EXPECT_THAT(complexity(metrics), ElementsAre("5", "5", "4", "6", "3", "2", "1", "1"));
  EXPECT_EQ(metrics.totals.blocking, 8U);
  EXPECT_EQ(metrics.totals.delay, 19U);
  EXPECT_EQ(metrics.totals.centrality, (Count128{0, 9}));
  EXPECT_EQ(to_string(metrics.totals.complexity), "27");
  EXPECT_EQ(metrics.edges, 5U);
}

TEST(Metrics, OfTheSecondWorkedExample) {
  RoadmapBuilder b;
  b.topic("A");
  b.topic("B", 1, {}, {"A"});
  b.topic("C", 1, {"A"});
  b.topic("D", 1, {"B"}, {"C"});
  b.topic("E", 1, {"C"});
  b.topic("F", 1, {"D", "G"});
  b.topic("G", 1, {}, {"D"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(blocking(metrics), ElementsAre(6, 3, 4, 2, 0, 0, 1));
  EXPECT_THAT(delay(metrics), ElementsAre(5, 5, 5, 5, 3, 5, 5));
  EXPECT_THAT(centrality(metrics), ElementsAre(0, 9, 12, 18, 0, 0, 10));
  EXPECT_THAT(complexity(metrics), ElementsAre("11", "8", "9", "7", "3", "5", "6"));
  EXPECT_EQ(metrics.totals.blocking, 16U);
  EXPECT_EQ(metrics.totals.delay, 33U);
  EXPECT_EQ(metrics.totals.centrality, (Count128{0, 49}));
  EXPECT_EQ(to_string(metrics.totals.complexity), "49");
}

TEST(Metrics, OfADiamond) {
  RoadmapBuilder b;
  b.topic("A");
  b.topic("B", 1, {"A"});
  b.topic("C", 1, {"A"});
  b.topic("D", 1, {"B", "C"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(blocking(metrics), ElementsAre(3, 1, 1, 0));
  EXPECT_THAT(delay(metrics), ElementsAre(3, 3, 3, 3));
  EXPECT_THAT(centrality(metrics), ElementsAre(0, 3, 3, 0));
  EXPECT_EQ(metrics.totals.blocking, 5U);
  EXPECT_EQ(metrics.totals.delay, 12U);
  EXPECT_EQ(to_string(metrics.totals.complexity), "17");
}

// 2/3 of 5, 5, 4, 6, 3, 2, 1 and 1, each rounded before they are added up.
TEST(Metrics, ComplexityInQuartersIsTwoThirds) {
  RoadmapBuilder b = first_worked_example();
  b.data().quarters = true;
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(complexity(metrics), ElementsAre("3.3", "3.3", "2.7", "4", "2", "1.3", "0.7", "0.7"));
  EXPECT_EQ(to_string(metrics.totals.complexity), "18");
  EXPECT_EQ(metrics.totals.blocking, 8U);
}

TEST(Metrics, FindTheOneRedundantEdge) {
  RoadmapBuilder b;
  b.topic("A");
  b.topic("B", 1, {"A"});
  b.topic("C", 1, {"A", "B"}, {"D"});
  b.topic("D");
  const TopicGraph graph(b.build());
  const Metrics metrics = curriculum_metrics(graph);
  ASSERT_EQ(metrics.redundancy.found.size(), 1U);
  EXPECT_EQ(metrics.redundancy.found[0].topic, 2U);
  EXPECT_EQ(graph.roadmap().requirements()[metrics.redundancy.found[0].entry].topic, 0U);
}

TEST(Metrics, OfNothing) {
  const Metrics metrics = curriculum_metrics(TopicGraph(Roadmap()));
  EXPECT_THAT(metrics.topics, IsEmpty());
  EXPECT_THAT(metrics.sections, IsEmpty());
  EXPECT_THAT(metrics.critical_path.topics, IsEmpty());
  EXPECT_THAT(top_blockers(metrics, 10), IsEmpty());
}

TEST(Metrics, CountAPairOnceAndNoRecommendation) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a", any({"a", "c"})}, {"a"});
  b.topic("c", 1, {}, {}, {"b"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_EQ(metrics.edges, 2U);
  EXPECT_THAT(metrics.cycles, IsEmpty());
  EXPECT_THAT(blocking(metrics), ElementsAre(1, 0, 1));
}

TEST(Metrics, WeighBlockingAndDelayByHours) {
  RoadmapBuilder b;
  b.topic("a", 10);
  b.topic("short", 1, {"a"});
  b.topic("shorter", 2, {"short"});
  b.topic("long", 30, {"a"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_EQ(metrics.topics[0].blocking_hours, hours(33));
  EXPECT_EQ(metrics.topics[1].blocking_hours, hours(2));
  EXPECT_EQ(metrics.topics[0].delay, 3U);
  EXPECT_EQ(metrics.topics[0].delay_hours, hours(40));
  EXPECT_EQ(metrics.topics[2].delay_hours, hours(13));
  EXPECT_EQ(metrics.topics[3].delay, 2U);
  EXPECT_EQ(metrics.totals.hours, hours(43));
  EXPECT_EQ(metrics.totals.blocking_hours, hours(35));
  EXPECT_EQ(metrics.totals.delay_hours, hours(40 + 13 + 13 + 40));
  EXPECT_THAT(metrics.critical_path.topics, ElementsAre(0, 3));
  EXPECT_EQ(metrics.critical_path.total, hours(40));
}

TEST(Metrics, CriticalPathIsFewestTopicsThenFirstDeclared) {
  RoadmapBuilder b;
  b.topic("milestone", 0);
  b.topic("a", 5, {"milestone"});
  b.topic("b", 5, {"a"});
  b.topic("c", 5, {"a"});
  b.topic("done", 0, {"b"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(metrics.critical_path.topics, ElementsAre(1, 2));
}

TEST(Metrics, LeaveCyclesOutOfPathsAndSaySo) {
  RoadmapBuilder b;
  b.topic("before");
  b.topic("theory", 1, {"before"}, {"lab"});
  b.topic("lab", 1, {}, {"theory"});
  b.topic("after", 1, {"lab"});
  b.topic("x", 1, {any({"y", "before"})});
  b.topic("y", 1, {"x"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(metrics.cycles, ElementsAre(ElementsAre(1, 2), ElementsAre(4, 5)));
  EXPECT_EQ(metrics.edges, 7U);
  EXPECT_EQ(metrics.edges_left_out, 4U);
  EXPECT_TRUE(metrics.topics[1].is_on_cycle);
  EXPECT_FALSE(metrics.topics[3].is_on_cycle);
  EXPECT_THAT(blocking(metrics), ElementsAre(5, 2, 2, 0, 1, 1));
  EXPECT_THAT(delay(metrics), ElementsAre(2, 2, 2, 2, 2, 1));
  EXPECT_THAT(centrality(metrics), ElementsAre(0, 0, 0, 0, 0, 0));
}

TEST(Metrics, AddSectionsUpWithThoseInside) {
  RoadmapBuilder b;
  const SectionIndex outer = b.section("outer");
  const SectionIndex inner = b.section("inner", outer);
  b.section("empty");
  b.topic("a", 1).section = outer;
  b.topic("b", 2).section = inner;
  b.topic("c", 4);
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  ASSERT_EQ(metrics.sections.size(), 4U);
  EXPECT_EQ(metrics.sections[0].topics, 2U);
  EXPECT_EQ(metrics.sections[0].hours, hours(3));
  EXPECT_EQ(metrics.sections[1].hours, hours(2));
  EXPECT_EQ(metrics.sections[2].topics, 0U);
  EXPECT_EQ(metrics.sections[3].section, no_index);
  EXPECT_EQ(metrics.sections[3].hours, hours(4));
}

TEST(Metrics, TopBlockersAreTiedByHoursThenDeclaration) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b");
  b.topic("c");
  b.topic("after-a", 2, {"a"});
  b.topic("after-b", 9, {"b"});
  b.topic("after-c", 2, {"c"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_THAT(top_blockers(metrics, 10), ElementsAre(1, 0, 2));
  EXPECT_THAT(top_blockers(metrics, 2), ElementsAre(1, 0));
}

// Diamonds one after the other: 2^k paths.
TopicGraph diamonds(std::size_t count) {
  RoadmapBuilder b;
  b.topic("end0");
  for (std::size_t i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    b.topic("left" + n, 1, {"end" + n});
    b.topic("right" + n, 1, {"end" + n});
    b.topic("end" + std::to_string(i + 1), 1, {"left" + n, "right" + n});
  }
  return TopicGraph(b.build());
}

TEST(Metrics, CentralityIsExactBeyondSixtyFourBits) {
  const Metrics metrics = curriculum_metrics(diamonds(100));
  // Through the middle go all 2^100 paths, each of 201 topics.
  EXPECT_EQ(to_string(metrics.topics[3 * 50].centrality), "254797770645874109700837344280576");
  EXPECT_FALSE(metrics.totals.centrality.is_saturated());
}

TEST(Metrics, CentralitySaturates) {
  const Metrics metrics = curriculum_metrics(diamonds(130));
  EXPECT_TRUE(metrics.topics[3].centrality.is_saturated());
  EXPECT_TRUE(metrics.topics[3 * 129].centrality.is_saturated());
  EXPECT_TRUE(metrics.totals.centrality.is_saturated());
  EXPECT_EQ(metrics.topics[0].centrality, Count128{});
  EXPECT_EQ(metrics.topics[0].delay, 261U);
}

TEST(Metrics, FollowALongChain) {
  RoadmapBuilder b;
  b.topic("t0");
  constexpr std::uint32_t length = 20'000;
  for (std::uint32_t i = 1; i < length; ++i) {
    b.topic("t" + std::to_string(i), 1, {"t" + std::to_string(i - 1)});
  }
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_EQ(metrics.topics[0].blocking, length - 1);
  EXPECT_EQ(metrics.topics[length / 2].blocking_hours, hours(length / 2 - 1));
  EXPECT_EQ(metrics.totals.blocking, std::uint64_t{length} * (length - 1) / 2);
  EXPECT_EQ(metrics.critical_path.topics.size(), length);
}

TEST(Metrics, CountLargeComponentsAcrossPasses) {
  RoadmapBuilder b;
  constexpr std::uint32_t ring = 1300;  // more than two passes of the counting
  b.topic("before", 1);
  for (std::uint32_t i = 0; i < ring; ++i) {
    b.topic("r" + std::to_string(i), 1,
            {any({"before", testing::Need("r" + std::to_string((i + 1) % ring))})});
  }
  b.topic("after", 1, {"r7"});
  const Metrics metrics = curriculum_metrics(TopicGraph(b.build()));
  EXPECT_EQ(metrics.topics[0].blocking, ring + 1);
  for (std::uint32_t i = 1; i <= ring; ++i) {
    ASSERT_EQ(metrics.topics[i].blocking, ring);
    ASSERT_EQ(metrics.topics[i].blocking_hours, hours(ring));
  }
  EXPECT_EQ(metrics.topics[ring + 1].blocking, 0U);
  EXPECT_EQ(metrics.cycles.size(), 1U);
  EXPECT_EQ(metrics.edges_left_out, ring);
}

}  // namespace
}  // namespace prereq
