// Groups whose entries repeat one another, all small ones, against the letter of roadmap.hpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "prereq/learnable.hpp"
#include "prereq/path.hpp"
#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"
#include "support/path_reference.hpp"
#include "support/random_roadmap.hpp"
#include "support/repeated_groups.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using testing::Need;
using testing::RoadmapBuilder;

const std::vector<Need>& possible_entries() {
  static const std::vector<Need> entries{"a",
                                         "b",
                                         any({"a", "b"}),
                                         all({"a", "b"}),
                                         any({"b", "c"}),
                                         all({"a", "b", "c"}),
                                         at_least(2, {"a", "b", "c"}),
                                         any({"c", all({"a", "b"})})};
  return entries;
}

// Group number `number` with so many entries.
std::vector<Need> group_entries(std::size_t number, std::size_t size) {
  std::vector<Need> entries;
  for (std::size_t i = 0; i < size; ++i) {
    entries.push_back(possible_entries()[number % possible_entries().size()]);
    number /= possible_entries().size();
  }
  return entries;
}

Roadmap roadmap_with(const Need& group) {
  RoadmapBuilder b;
  b.topic("a", 1);
  b.topic("b", 2);
  b.topic("c", 4);
  b.topic("t", 1, {group});
  return b.build();
}

// As the entries count, with nothing known of repetition.
bool is_met_as_counted(const Roadmap& roadmap, RequirementIndex index, unsigned learned) {
  const Requirement& entry = roadmap.requirements()[index];
  if (entry.kind == RequirementKind::topic) return (learned >> entry.topic & 1U) != 0;
  std::uint32_t met = 0;
  for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
    if (is_met_as_counted(roadmap, i, learned)) ++met;
  }
  return met >= entry.least;
}

// What is learned of a, b and c, one bit each, that meets the group and costs least; its bits are
// also its hours, so no two cost the same.
std::optional<unsigned> compare_one(const Roadmap& roadmap, const std::string& context) {
  const testing::WrittenGroups written(roadmap);
  const RequirementIndex group = roadmap.topics()[3].requirements.first;
  std::optional<unsigned> cheapest;
  for (unsigned learned = 0; learned < 8; ++learned) {
    const bool is_met =
        written.is_met(group, [&](TopicIndex t) { return (learned >> t & 1U) != 0; });
    EXPECT_EQ(is_met_as_counted(roadmap, group, learned), is_met)
        << context << ", learned " << learned;
    if (is_met && !cheapest) cheapest = learned;
  }
  return cheapest;
}

void compare(const Need& group, const std::string& context) {
  const Roadmap roadmap = roadmap_with(group);
  const auto cheapest = compare_one(roadmap, context);
  const TopicGraph graph(roadmap);
  EXPECT_EQ(learnable_topics(graph)[3], cheapest.has_value()) << context;
  Diagnostics diagnostics;
  const auto path = shortest_path(graph, {{"t"}, {3}, {}}, {}, diagnostics);
  ASSERT_EQ(path.has_value(), cheapest.has_value()) << context;
  if (!path) return;
  EXPECT_EQ(path->total, (*cheapest + 1) * 3600) << context;
}

TEST(RepeatedEntries, CountOnceInAllSmallGroups) {
  for (std::size_t size = 1; size <= 4; ++size) {
    std::size_t groups = 1;
    for (std::size_t i = 0; i < size; ++i) groups *= possible_entries().size();
    for (std::size_t number = 0; number < groups; ++number) {
      for (std::uint32_t least = 1; least <= size && !HasFailure(); ++least) {
        compare(at_least(least, group_entries(number, size)),
                "group " + std::to_string(number) + " of " + std::to_string(size) + ", least " +
                    std::to_string(least));
      }
    }
  }
}

TEST(RepeatedEntries, CountOnceInsideGroupsToo) {
  testing::Random random(19);
  const auto random_group = [&random](std::vector<Need> more) {
    for (std::uint32_t i = random.below(4); i > 0; --i) {
      more.push_back(possible_entries()[random.below(8)]);
    }
    const auto size = static_cast<std::uint32_t>(more.size());
    return at_least(1 + random.below(std::max(size, 1U)), std::move(more));
  };
  for (int round = 0; round < 3000 && !HasFailure(); ++round) {
    const Need inside = random_group({"a"});
    compare(random_group({inside, "b", random_group({inside})}), "round " + std::to_string(round));
  }
}

TEST(RepeatedEntries, AreWrittenToAFileAsTheyWereRead) {
  for (std::size_t number = 0; number < 512; ++number) {
    const Roadmap roadmap = roadmap_with(at_least(2, group_entries(number, 3)));
    const std::string text = roadmap_yaml(roadmap);
    Sources sources;
    Diagnostics diagnostics;
    const Roadmap again = read_roadmap(sources, sources.add("again.yaml", text), diagnostics);
    ASSERT_TRUE(diagnostics.empty()) << text;
    EXPECT_EQ(roadmap_yaml(again), text);
    const RequirementIndex group = again.topics()[3].requirements.first;
    EXPECT_EQ(again.written(group).size(), 3U) << text;
  }
}

}  // namespace
}  // namespace prereq
