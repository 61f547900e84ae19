#include "prereq/redundancy.hpp"

#include <gmock/gmock.h>

#include "prereq/learnable.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using testing::Need;
using testing::RoadmapBuilder;

std::string name(int topic) { return "t" + std::to_string(topic); }

// Each topic requires the one before it, in one of two ways, and the one before that.
Roadmap ladder(int count) {
  RoadmapBuilder b;
  for (int t = 0; t < count; ++t) {
    std::vector<Need> needs;
    if (t > 1) needs.emplace_back(name(t - 2));
    if (t > 0) needs.push_back(any({name(t - 1), "other" + std::to_string(t)}));
    b.topic(name(t), 1, needs);
    b.topic("other" + std::to_string(t + 1), 1, {name(t)});
  }
  return b.build();
}

TEST(Redundancy, IsDecidedForMoreTopicsThanFitInOnePass) {
  const TopicGraph graph(ladder(1300));
  const Redundancy redundancy = redundant_prerequisites(graph, {.exhaustive = true});
  EXPECT_TRUE(redundancy.complete);
  ASSERT_EQ(redundancy.found.size(), 1298U);
  for (const RedundantPrerequisite& found : redundancy.found) {
    EXPECT_EQ(found.implied_by, found.entry + 1);
  }
}

TEST(Redundancy, SaysSoWhenItStopsEarly) {
  const TopicGraph graph(ladder(100));
  const Redundancy redundancy = redundant_prerequisites(graph, {.edge_visits = 50});
  EXPECT_FALSE(redundancy.complete);
  EXPECT_LT(redundancy.found.size(), 98U);
  EXPECT_TRUE(redundant_prerequisites(graph, {.exhaustive = true, .edge_visits = 50}).complete);
}

// Each entry was held against each other one: 100,000 of them took 4 s, 200,000 took 18 s.
TEST(Redundancy, IsDecidedForATopicWithVeryManyEntries) {
  constexpr int count = 10'000;
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b");
  std::vector<Need> needs(count, Need("a"));
  for (int i = 0; i < count; ++i) needs.push_back(any({"a", "b"}));
  b.topic("z", 1, needs);
  const TopicGraph graph(b.build());
  const Redundancy redundancy = redundant_prerequisites(graph);
  EXPECT_TRUE(redundancy.complete);
  ASSERT_EQ(redundancy.found.size(), count - 1U);
  EXPECT_EQ(redundancy.found.front().implied_by, redundancy.found.back().entry + 1);
}

TEST(Redundancy, KeepsTheLastOfTopicsThatAreLearnedTogether) {
  RoadmapBuilder b;
  b.topic("a", 1, {}, {"b"});
  b.topic("b", 1, {}, {"a"});
  b.topic("c", 1, {"a", "b"});
  const TopicGraph graph(b.build());
  const Redundancy redundancy = redundant_prerequisites(graph);
  ASSERT_EQ(redundancy.found.size(), 1U);
  EXPECT_EQ(graph.roadmap().requirements()[redundancy.found[0].entry].name, "a");
  EXPECT_EQ(graph.roadmap().requirements()[redundancy.found[0].implied_by].name, "b");
}

TEST(Redundancy, IsNotClaimedOfTopicsThatCannotBeLearned) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a", "b"});
  b.topic("c", 1, {"a", "b"});
  EXPECT_TRUE(redundant_prerequisites(TopicGraph(b.build())).found.empty());
}

TEST(Redundancy, OfALongChainDoesNotOverflowTheStack) {
  constexpr int count = 200'000;
  RoadmapBuilder b;
  for (int t = 0; t < count; ++t) {
    std::vector<Need> needs;
    if (t == count - 1) needs.emplace_back(name(0));
    if (t > 0) needs.emplace_back(name(t - 1));
    b.topic(name(t), 1, needs);
  }
  const TopicGraph graph(b.build());
  const Redundancy redundancy = redundant_prerequisites(graph);
  EXPECT_TRUE(redundancy.complete);
  EXPECT_EQ(redundancy.found.size(), 1U);
  const std::vector<bool> implied = implied_knowledge(graph, {count - 1});
  EXPECT_TRUE(std::find(implied.begin(), implied.end(), false) == implied.end());
}

TEST(Redundancy, IsDecidedForEachTopicOfASection) {
  RoadmapBuilder b;
  const SectionIndex math = b.section("math");
  for (int t = 0; t < 3; ++t) {
    b.topic(name(t), 1, t == 0 ? std::vector<Need>{} : std::vector<Need>{name(t - 1)}).section =
        math;
  }
  b.topic("project", 1, {"section:math"});
  b.topic("exam", 1, {"t1", "section:math"});
  const TopicGraph graph(b.build());
  const Roadmap& roadmap = graph.roadmap();
  std::vector<std::string> found;
  for (const RedundantPrerequisite& each : redundant_prerequisites(graph).found) {
    const bool in_section = roadmap.origin(each.entry).named == math;
    found.push_back(std::string(roadmap.topics()[each.topic].id) + (in_section ? " math/" : " ") +
                    std::string(roadmap.requirements()[each.entry].name));
    EXPECT_EQ(roadmap.requirements()[each.implied_by].name, "t2");
  }
  EXPECT_THAT(found, ::testing::ElementsAre("project math/t0", "project math/t1", "exam t1",
                                            "exam math/t0", "exam math/t1"));
}

// Each of its topics was held against each of the others, for every topic that requires it.
TEST(Redundancy, OfALargeSectionThatALargeOneRequiresIsDecidedInTime) {
  RoadmapBuilder b;
  const SectionIndex first = b.section("first");
  const SectionIndex second = b.section("second");
  b.section_needs(second, {"section:first"});
  for (int t = 0; t < 300; ++t) b.topic(name(t)).section = first;
  for (int t = 300; t < 600; ++t) b.topic(name(t)).section = second;
  const Redundancy redundancy = redundant_prerequisites(TopicGraph(b.build()));
  EXPECT_TRUE(redundancy.complete);
  EXPECT_TRUE(redundancy.found.empty());
}

}  // namespace
}  // namespace prereq
