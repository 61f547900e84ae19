#include "check/cycles.hpp"

#include <gmock/gmock.h>

#include "prereq/check.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Need;
using testing::RoadmapBuilder;

std::vector<Diagnostic> cycles_of(RoadmapBuilder& b) {
  Diagnostics diagnostics;
  check(TopicGraph(b.build()), {}, diagnostics);
  std::erase_if(diagnostics.items(), [](const Diagnostic& diagnostic) {
    return diagnostic.code != Code::cycle && diagnostic.code != Code::avoidable_cycle;
  });
  return diagnostics.items();
}

TEST(Cycles, StartsAtTheFirstDeclaredTopicWithANoteAtEveryEdge) {
  RoadmapBuilder b;
  const Span a = b.topic("a", 1, {"c"}).span;
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {"b"});
  b.topic("downstream", 1, {"c"});
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, Code::cycle);
  EXPECT_EQ(found[0].span, a);
  EXPECT_EQ(found[0].message, "none of these can be learned first: a → b → c → a");
  EXPECT_THAT(found[0].topics, ElementsAre("a", "b", "c", "a"));
  ASSERT_EQ(found[0].notes.size(), 3U);
  EXPECT_EQ(found[0].notes[0].message, "'b' requires 'a' here");
  EXPECT_EQ(found[0].notes[0].span.begin.line, 4U);
  EXPECT_EQ(found[0].notes[1].message, "'c' requires 'b' here");
  EXPECT_EQ(found[0].notes[2].message, "'a' requires 'c' here");
  EXPECT_EQ(found[0].notes[2].span.begin.line, 2U);
}

TEST(Cycles, AreToldOfATopicThatRequiresItself) {
  RoadmapBuilder b;
  b.topic("a", 1, {"a"});
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "topic 'a' requires itself");
  EXPECT_THAT(found[0].topics, ElementsAre("a", "a"));
}

TEST(Cycles, AreAvoidableWhereAnotherAlternativeServes) {
  RoadmapBuilder b;
  b.topic("a", 1, {any({"b", "c"})});
  b.topic("b", 1, {"a"});
  b.topic("c");
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, Code::avoidable_cycle);
  EXPECT_EQ(found[0].message, "these require one another unless others are chosen: a → b → a");
  EXPECT_EQ(found[0].notes[1].message, "'a' has the alternative 'b' here");
}

TEST(Cycles, LeaveOutAlternativesThatDoNotBlock) {
  RoadmapBuilder b;
  b.topic("self", 1, {"self"});
  b.topic("a", 1, {"self", any({"b", "fine"})});
  b.topic("b", 1, {"a"});
  b.topic("fine");
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].topics, ElementsAre("self", "self"));
}

TEST(Cycles, OfRecommendationsOrCorequisitesAloneAreNone) {
  RoadmapBuilder b;
  b.topic("a", 1, {}, {"b"}, {"c"});
  b.topic("b", 1, {}, {"a"});
  b.topic("c", 1, {"a"});
  EXPECT_THAT(cycles_of(b), IsEmpty());
}

TEST(Cycles, CountCorequisitesWithOneRequiresEdgeInThem) {
  RoadmapBuilder b;
  b.topic("a", 1, {}, {"b"});
  b.topic("b", 1, {"a"});
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].topics, ElementsAre("a", "b", "a"));
  EXPECT_EQ(found[0].notes[1].message, "'a' has the corequisite 'b' here");
}

TEST(Cycles, ShowAnotherOneWhereTheFirstTopicHasNone) {
  RoadmapBuilder b;
  b.topic("f", 1, {}, {"a"});
  b.topic("a", 1, {}, {"f", "b"});
  b.topic("b", 1, {"a"});
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].topics, ElementsAre("a", "b", "a"));
}

TEST(Cycles, OfACompleteDigraphAreOneShortOne) {
  RoadmapBuilder b;
  for (int t = 0; t < 200; ++t) {
    std::vector<Need> needs;
    for (int x = 0; x < 200; ++x) {
      if (x != t) needs.emplace_back("t" + std::to_string(x));
    }
    b.topic("t" + std::to_string(t), 1, needs);
  }
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].topics, ElementsAre("t0", "t1", "t0"));
}

TEST(Cycles, NameOnlyTheEndsOfLongOnesInTheMessage) {
  RoadmapBuilder b;
  for (int t = 0; t < 30; ++t) {
    b.topic("t" + std::to_string(t), 1, {"t" + std::to_string((t + 29) % 30)});
  }
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].topics.size(), 31U);
  EXPECT_EQ(found[0].notes.size(), 30U);
  EXPECT_EQ(found[0].message,
            "none of these can be learned first: t0 → t1 → t2 → t3 → t4 → t5 → … 19 more … → t25 "
            "→ t26 → t27 → t28 → t29 → t0");
}

TEST(Cycles, OfAMillionTopicsDoNotOverflowTheStack) {
  constexpr std::size_t count = 1'000'000;
  RoadmapBuilder b;
  for (std::size_t t = 0; t < count; ++t) {
    b.topic("t" + std::to_string(t), 1, {"t" + std::to_string((t + count - 1) % count)});
  }
  const auto found = cycles_of(b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].topics.size(), count + 1);
}

}  // namespace
}  // namespace prereq
