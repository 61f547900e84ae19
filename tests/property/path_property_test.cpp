// shortest_path() against trying every set of topics.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>

#include "prereq/path.hpp"
#include "support/path_reference.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::can_be_followed;
using testing::Random;
using testing::reference_path;
using testing::RoadmapBuilder;
using testing::small_roadmap;
using testing::SmallRoadmapOptions;

std::vector<TopicIndex> topics_of(const Path& path) {
  std::vector<TopicIndex> topics;
  for (const PathStep& step : path.steps) topics.push_back(step.topic);
  return topics;
}

// For a failure: the roadmap in words.
std::string in_words(const Roadmap& roadmap, IndexRange range) {
  std::string text;
  for (const Requirement& entry : roadmap.requirements(range)) {
    text += ' ';
    if (entry.kind == RequirementKind::topic) {
      text += entry.name;
    } else {
      text += std::to_string(entry.least) + " of (" + in_words(roadmap, entry.entries) + " )";
    }
  }
  return text;
}

std::string in_words(const Roadmap& roadmap) {
  std::string text = "\n";
  for (const Topic& topic : roadmap.topics()) {
    text += std::string(topic.id) + " " + format_hours(topic.hours) + ":" +
            in_words(roadmap, topic.requirements) + "; with" +
            in_words(roadmap, topic.corequisites) + "\n";
  }
  for (const Goal& goal : roadmap.goals()) {
    text += std::string(goal.id) + ":" + in_words(roadmap, goal.requirements) + "\n";
  }
  return text;
}

void compare(const Roadmap& roadmap, const Targets& targets, const PathOptions& options,
             std::string context) {
  context += in_words(roadmap) + "known";
  for (const TopicIndex t : options.known) context += " " + std::string(roadmap.topics()[t].id);
  context += ", avoid";
  for (const TopicIndex t : options.avoid) context += " " + std::string(roadmap.topics()[t].id);
  context += ", with";
  for (const TopicIndex t : options.with) context += " " + std::string(roadmap.topics()[t].id);
  context += ", to";
  for (const TopicIndex t : targets.topics) context += " " + std::string(roadmap.topics()[t].id);

  const TopicGraph graph(roadmap);
  Diagnostics diagnostics;
  const auto path = shortest_path(graph, targets, options, diagnostics);
  const auto expected = reference_path(roadmap, targets, options);
  ASSERT_EQ(path.has_value(), expected.has_value()) << context;
  EXPECT_EQ(diagnostics.empty(), expected.has_value()) << context;
  if (!path) return;
  EXPECT_TRUE(path->optimal) << context;
  EXPECT_EQ(path->total, expected->total) << context;
  EXPECT_EQ(path->lower_bound, expected->total) << context;
  std::vector<TopicIndex> steps = topics_of(*path);
  EXPECT_TRUE(can_be_followed(roadmap, targets, path->known, steps)) << context;
  std::ranges::sort(steps);
  EXPECT_EQ(steps, expected->topics) << context;
}

// Options drawn at random for the goal of a small roadmap.
PathOptions random_options(Random& random, std::uint32_t topics) {
  PathOptions options;
  options.unit = random.chance(25) ? PathUnit::topics : PathUnit::hours;
  options.known_exactly = true;
  for (TopicIndex t = 0; t < topics; ++t) {
    if (random.chance(8)) options.known.push_back(t);
    if (random.chance(4)) options.avoid.push_back(t);
  }
  if (random.chance(10)) options.with.push_back(random.below(topics));
  return options;
}

void compare_many(std::uint64_t seed, int rounds, const SmallRoadmapOptions& shape) {
  Random random(seed);
  for (int round = 0; round < rounds && !::testing::Test::HasFailure(); ++round) {
    const Roadmap roadmap = small_roadmap(random, shape);
    Targets targets{{"goal"}, {}, {0}};
    if (random.chance(20)) targets.topics.push_back(random.below(shape.topics));
    compare(roadmap, targets, random_options(random, shape.topics),
            "seed " + std::to_string(seed) + ", round " + std::to_string(round));
  }
}

TEST(PathProperty, IsTheOnePathThatTryingEverySetFinds) {
  compare_many(1, 1500, {.topics = 7, .max_needs = 2, .cycle_percent = 10});
}

TEST(PathProperty, HoldsWithManyCycles) {
  compare_many(2, 1500, {.topics = 8, .max_needs = 2, .cycle_percent = 80, .choice_percent = 85});
}

TEST(PathProperty, HoldsWithManyCorequisites) {
  compare_many(3, 1500,
               {.topics = 7, .max_needs = 1, .cycle_percent = 40, .corequisite_percent = 60});
}

TEST(PathProperty, HoldsWhereNearlyEverythingTies) {
  compare_many(4, 1500, {.topics = 8, .choice_percent = 90, .max_hours = 1});
}

TEST(PathProperty, HoldsForLargerOnes) {
  compare_many(5, 40, {.topics = 13, .max_needs = 3, .cycle_percent = 30, .choice_percent = 70});
}

TEST(PathProperty, KeepsToATimeLimitOnLargeOnesWithAnHonestBound) {
  Random random(6);
  const testing::LayeredOptions shape{.topics = 3000, .layers = 15, .choices = 1000};
  const TopicGraph graph(testing::layered_roadmap(random, shape));
  const Targets targets{{"goal"}, {}, {0}};
  Diagnostics diagnostics;
  PathOptions patient;
  patient.time_limit = std::chrono::seconds(120);
  const auto proven = shortest_path(graph, targets, patient, diagnostics);
  ASSERT_TRUE(proven && proven->optimal);
  for (const bool recommended : {false, true}) {
    PathOptions options;
    options.time_limit = std::chrono::milliseconds(1);
    options.recommended = recommended;
    const std::clock_t start = std::clock();  // processor time: the machine may be busy
    const auto hasty = shortest_path(graph, targets, options, diagnostics);
    EXPECT_LT(std::clock() - start, 5 * CLOCKS_PER_SEC);
    ASSERT_TRUE(hasty);
    EXPECT_FALSE(hasty->optimal);
    EXPECT_LT(hasty->lower_bound, hasty->total);
    EXPECT_LE(hasty->lower_bound, proven->total);
    EXPECT_GE(hasty->total, proven->total);
    EXPECT_TRUE(can_be_followed(graph.roadmap(), targets, {}, topics_of(*hasty)));
  }
}

// Edge i of the digraph is bit i of its number.
Roadmap digraph(std::uint32_t number) {
  RoadmapBuilder b;
  std::uint32_t bit = 0;
  for (std::uint32_t t = 0; t < 4; ++t) {
    std::vector<testing::Need> needs;
    for (std::uint32_t u = 0; u < 4; ++u) {
      if (t == u) continue;
      if ((number >> bit & 1) != 0) needs.emplace_back("t" + std::to_string(u));
      ++bit;
    }
    b.topic("t" + std::to_string(t), t, needs);
  }
  return b.build();
}

TEST(PathProperty, HoldsOnAllDigraphsOfFourTopics) {
  for (std::uint32_t number = 0; number < 4096; ++number) {
    const Roadmap roadmap = digraph(number);
    PathOptions options;
    options.known_exactly = true;
    if (number % 3 == 0) options.known.push_back(number % 4);
    compare(roadmap, {{"t0"}, {0}, {}}, options, "digraph " + std::to_string(number));
  }
}

}  // namespace
}  // namespace prereq
