// shortest_path() against an independent exact formulation: an answer-set program, solved by
// clingo.
#include <gtest/gtest.h>

#include <string>

#include "prereq/path.hpp"
#include "support/answer_set.hpp"
#include "support/path_reference.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

void compare(const Roadmap& roadmap, const std::string& context) {
  const TopicGraph graph(roadmap);
  Diagnostics diagnostics;
  const Targets targets{{"goal"}, {}, {0}};
  const auto path = shortest_path(graph, targets, {}, diagnostics);
  const testing::Optimum optimum =
      testing::clingo_optimum(PREREQ_CLINGO, testing::answer_set_program(roadmap, targets));
  ASSERT_EQ(path.has_value(), optimum.reachable) << context;
  if (!path) return;
  EXPECT_TRUE(optimum.proven) << context;
  EXPECT_TRUE(path->optimal) << context;
  EXPECT_EQ(path->total, optimum.seconds) << context;
  EXPECT_EQ(path->steps.size(), optimum.topics) << context;
  std::vector<TopicIndex> steps;
  for (const PathStep& step : path->steps) steps.push_back(step.topic);
  EXPECT_TRUE(testing::can_be_followed(roadmap, targets, {}, steps)) << context;
}

TEST(PathClingo, AgreesOnLayeredRoadmaps) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    const testing::LayeredOptions options{
        .topics = 120, .layers = 6, .choices = 60, .widest = 6, .cycle_percent = 25};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnRoadmapsFullOfCycles) {
  Random random(12);
  for (int round = 0; round < 140; ++round) {
    const testing::SmallRoadmapOptions options{.topics = 40,
                                               .max_needs = 2,
                                               .cycle_percent = 60,
                                               .choice_percent = 80,
                                               .corequisite_percent = 0,
                                               .max_hours = 6};
    compare(testing::small_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnThousandsOfTopicsWithHundredsOfChoices) {
  Random random(13);
  for (int round = 0; round < 3; ++round) {
    const testing::LayeredOptions options{
        .topics = 2000, .layers = 12, .choices = 600, .widest = 150, .cycle_percent = 5};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnOneChoiceAmongAHundredAndFifty) {
  Random random(14);
  for (int round = 0; round < 5; ++round) {
    const testing::LayeredOptions options{
        .topics = 400, .layers = 4, .choices = 1, .widest = 150, .cycle_percent = 0};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnHittingSets) {
  Random random(15);
  for (int round = 0; round < 20; ++round) {
    compare(testing::hitting_set_roadmap(random, 30, 60, 1 + random.below(9)),
            "round " + std::to_string(round));
  }
}

}  // namespace
}  // namespace prereq
