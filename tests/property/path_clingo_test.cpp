// shortest_path() against an independent exact formulation: an answer-set program, solved by
// clingo.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "prereq/path.hpp"
#include "support/answer_set.hpp"
#include "support/path_reference.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

// Groups of topics and of groups of the same few topics, inside one another.
testing::Need random_group(Random& random, std::uint32_t topics, int depth) {
  std::vector<testing::Need> entries;
  for (std::uint32_t i = 2 + random.below(3); i > 0; --i) {
    if (depth > 0 && random.chance(45)) {
      entries.push_back(random_group(random, topics, depth - 1));
    } else {
      entries.emplace_back("t" + std::to_string(random.below(topics)));
    }
  }
  const auto size = static_cast<std::uint32_t>(entries.size());
  return testing::at_least(1 + random.below(size), std::move(entries));
}

Roadmap repeating_roadmap(Random& random, std::uint32_t topics) {
  testing::RoadmapBuilder b;
  for (std::uint32_t t = 0; t < topics; ++t) {
    std::vector<testing::Need> needs;
    if (t > 3 && random.chance(60)) needs.push_back(random_group(random, std::min(t, 5U), 2));
    b.topic("t" + std::to_string(t), 1 + random.below(5), needs);
  }
  b.goal("goal", {random_group(random, topics, 2), random_group(random, 5, 2)});
  return b.build();
}

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

TEST(PathClingo, AgreesOnGroupsWhoseEntriesRepeatOneAnother) {
  Random random(19);
  for (int round = 0; round < 80; ++round) {
    compare(repeating_roadmap(random, 12), "round " + std::to_string(round));
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
