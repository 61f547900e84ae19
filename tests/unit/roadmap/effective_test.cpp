#include "roadmap/effective.hpp"

#include <gtest/gtest.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::RoadmapBuilder;

Resource resource(std::optional<std::string_view> hours) {
  Resource made;
  made.title = "r";
  if (hours) made.hours = parse_hours(*hours);
  return made;
}

// A topic whose hours are those of these resources; "" for a resource that states none.
Topic topic_with(Choose choose, const std::vector<std::string_view>& hours) {
  RoadmapBuilder b;
  Topic& topic = b.topic("t");
  topic.choose = choose;
  b.data().has_hours.back() = false;
  for (const std::string_view stated : hours) {
    b.data().resources.push_back(resource(stated.empty() ? std::nullopt : std::optional(stated)));
  }
  topic.resources = {0, static_cast<std::uint32_t>(hours.size())};
  return b.build().topics()[0];
}

TEST(EffectiveHours, AreTheSmallestOfTheResourcesWhenOneServes) {
  EXPECT_EQ(topic_with(Choose::one, {"30", "", "12", "20"}).hours, parse_hours("12"));
  EXPECT_FALSE(topic_with(Choose::one, {"30"}).hours_guessed);
}

TEST(EffectiveHours, CompareRangesByTheirMidpointsAndKeepTheFirstOfEqualOnes) {
  EXPECT_EQ(topic_with(Choose::one, {"10-50", "25-31"}).hours, parse_hours("25-31"));
  EXPECT_EQ(topic_with(Choose::one, {"20-40", "30", "10-50"}).hours, parse_hours("20-40"));
}

TEST(EffectiveHours, AreTheSumOfTheResourcesWhenAllAreNeeded) {
  EXPECT_EQ(topic_with(Choose::all, {"30-50", "20min", ""}).hours.low.seconds(), 109200);
  EXPECT_EQ(topic_with(Choose::all, {"30-50", "20min", ""}).hours.high.seconds(), 181200);
}

TEST(EffectiveHours, AreOneHourGuessedWhenNothingStatesThem) {
  for (const auto& topic : {topic_with(Choose::one, {}), topic_with(Choose::all, {"", ""})}) {
    EXPECT_EQ(topic.hours, parse_hours("1"));
    EXPECT_TRUE(topic.hours_guessed);
  }
}

TEST(EffectiveHours, OfATopicsOwnWinEvenWhenTheyAreZero) {
  RoadmapBuilder b;
  b.topic("t", 0).resources = {0, 1};
  b.data().resources.push_back(resource("5"));
  const Roadmap roadmap = b.build();
  EXPECT_EQ(roadmap.topics()[0].hours, parse_hours("0"));
  EXPECT_FALSE(roadmap.topics()[0].hours_guessed);
}

TEST(Defaults, FillOnlyWhatIsNotStated) {
  RoadmapBuilder b;
  b.topic("stated").level = Level::core;
  b.topic("open");
  b.data().has_level.back() = false;
  Resource stated = resource({});
  stated.cost = Cost::paid;
  stated.type = ResourceType::book;
  b.data().resources = {stated, resource({})};
  b.data().defaults = {Cost::free, ResourceType::course, Level::optional};
  const Roadmap roadmap = b.build();
  EXPECT_EQ(roadmap.topics()[0].level, Level::core);
  EXPECT_EQ(roadmap.topics()[1].level, Level::optional);
  const auto resources = roadmap.resources({0, 2});
  EXPECT_EQ(resources[0].cost, Cost::paid);
  EXPECT_EQ(resources[0].type, ResourceType::book);
  EXPECT_EQ(resources[1].cost, Cost::free);
  EXPECT_EQ(resources[1].type, ResourceType::course);
}

TEST(Titles, ComeFromIdsAndUrlsWhereThereIsNone) {
  RoadmapBuilder b;
  b.topic("linear-algebra").title = {};
  b.topic("b").title = "Given";
  b.section("deep-learning");
  b.data().sections.back().title = {};
  b.goal("nlp-engineer", {}).title = {};
  Resource bare;
  bare.url = "https://example.org";
  b.data().resources.push_back(bare);
  const Roadmap roadmap = b.build();
  EXPECT_EQ(roadmap.topics()[0].title, "Linear algebra");
  EXPECT_EQ(roadmap.topics()[1].title, "Given");
  EXPECT_EQ(roadmap.sections()[0].title, "Deep learning");
  EXPECT_EQ(roadmap.goals()[0].title, "Nlp engineer");
  EXPECT_EQ(roadmap.resources({0, 1})[0].title, "https://example.org");
}

}  // namespace
}  // namespace prereq
