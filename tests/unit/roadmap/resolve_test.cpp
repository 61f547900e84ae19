#include "roadmap/resolve.hpp"

#include <gtest/gtest.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::any;
using testing::RoadmapBuilder;

TEST(Resolve, FindsTopicsByIdAndAlias) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"ay", any({"a", "b"})});
  b.data().aliases.push_back({"ay", 0, {}});
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(roadmap.find_topic("ay"), 0U);
  const auto entries = roadmap.requirements(roadmap.topics()[1].requirements);
  EXPECT_EQ(entries[0].topic, 0U);
  EXPECT_EQ(roadmap.requirements(entries[1].entries)[1].topic, 1U);
}

TEST(Resolve, SuggestsTheNearestNameAndShowsItsPlace) {
  RoadmapBuilder b;
  b.topic("algebra");
  b.topic("b", 1, {"algebr"});
  Diagnostics diagnostics;
  b.build(diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& found = diagnostics.items()[0];
  EXPECT_EQ(found.code, Code::unknown_topic);
  EXPECT_EQ(found.message, "topic 'algebr' is not defined");
  EXPECT_EQ(found.suggestion, "algebra");
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].message, "'algebra' is defined here");
  EXPECT_EQ(found.notes[0].span.begin.line, 1U);
}

TEST(Resolve, KeepsSilentAboutUnknownNamesInIncompleteData) {
  RoadmapBuilder b;
  b.topic("a", 1, {"later"});
  b.section("s");
  b.data().drafts.push_back({0, "elsewhere", {}});
  b.data().incomplete = true;
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_TRUE(roadmap.is_incomplete());
}

TEST(Resolve, KeepsTheFirstOfTwoTopicsAndEverythingElseWithItsOwner) {
  RoadmapBuilder b;
  b.topic("a", 1);
  b.topic("a", 2, {"nowhere-at-all"});
  b.topic("c", 3);
  b.section("s");
  b.data().aliases = {{"first", 0, {}}, {"second", 1, {}}, {"third", 2, {}}};
  b.data().drafts = {{1, "s", {}}, {2, "s", {}}};
  b.data().allowances = {{Code::isolated_topic, "r", 1, {}},
                         {Code::isolated_topic, "r", 2, {}},
                         {Code::isolated_topic, "r", no_index, {}}};
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);

  ASSERT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.topics()[0].hours, parse_hours("1"));
  EXPECT_EQ(roadmap.topics()[1].id, "c");
  EXPECT_EQ(roadmap.topics()[0].section, no_index);
  EXPECT_EQ(roadmap.topics()[1].section, 0U);
  EXPECT_EQ(roadmap.find_topic("first"), 0U);
  EXPECT_EQ(roadmap.find_topic("second"), std::nullopt);
  EXPECT_EQ(roadmap.find_topic("third"), 1U);
  ASSERT_EQ(roadmap.allowances().size(), 2U);
  EXPECT_EQ(roadmap.allowances()[0].topic, 1U);
  EXPECT_EQ(roadmap.allowances()[1].topic, no_index);
  // The lost topic's own mistakes are still told.
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].message, "topic 'a' is defined twice");
  EXPECT_EQ(diagnostics.items()[0].notes.at(0).message, "'a' is first defined here");
  EXPECT_EQ(diagnostics.items()[1].message, "topic 'nowhere-at-all' is not defined");
}

TEST(Resolve, LetsGoalsAndTopicsShareNoName) {
  RoadmapBuilder b;
  b.topic("a");
  b.goal("a", {});
  b.goal("g", {});
  b.goal("g", {"a"});
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].message, "goal 'a' has the name of a topic");
  EXPECT_EQ(diagnostics.items()[1].message, "goal 'g' is defined twice");
  EXPECT_EQ(roadmap.goals().size(), 2U);
  EXPECT_EQ(roadmap.find_goal("g"), 1U);
}

TEST(Resolve, StaysLinearWhenEveryNameIsUnknown) {
  // Enough to take minutes if each unknown name were compared with each topic.
  RoadmapBuilder b;
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(100000 + i);
    b.topic("topic-" + number, 1, {"tipoc+" + number, "tipoc=" + number});
  }
  Diagnostics diagnostics;
  b.build(diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 40000U);
}

}  // namespace
}  // namespace prereq
