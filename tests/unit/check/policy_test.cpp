#include <gmock/gmock.h>

#include "prereq/check.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::RoadmapBuilder;

std::vector<Code> codes(const Diagnostics& diagnostics) {
  std::vector<Code> result;
  for (const Diagnostic& diagnostic : diagnostics.items()) result.push_back(diagnostic.code);
  return result;
}

// An error, and warnings about a, b and a cycle of both.
Diagnostics some() {
  Diagnostics diagnostics;
  diagnostics.add(Code::cycle, {}, "").topics = {"a", "a"};
  diagnostics.add(Code::isolated_topic, {}, "").topics = {"a"};
  diagnostics.add(Code::redundant_prerequisite, {}, "").topics = {"b", "a"};
  diagnostics.add(Code::avoidable_cycle, {}, "").topics = {"b", "a", "b"};
  return diagnostics;
}

Roadmap with_allowance(Code code, TopicIndex topic) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b");
  b.data().allowances.push_back({code, "a reason", topic, {}});
  return b.build();
}

TEST(Policy, SilencesACodeEverywhere) {
  Diagnostics diagnostics = some();
  apply_policy(Roadmap(), {.allow = {Code::isolated_topic}, .strict = false}, diagnostics);
  EXPECT_THAT(codes(diagnostics),
              ElementsAre(Code::cycle, Code::redundant_prerequisite, Code::avoidable_cycle));
  diagnostics = some();
  apply_policy(with_allowance(Code::redundant_prerequisite, no_index), {}, diagnostics);
  EXPECT_THAT(codes(diagnostics),
              ElementsAre(Code::cycle, Code::isolated_topic, Code::avoidable_cycle));
}

TEST(Policy, SilencesForATopicOnlyWhatIsAboutIt) {
  Diagnostics diagnostics = some();
  apply_policy(with_allowance(Code::redundant_prerequisite, 0), {}, diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 4U);
  apply_policy(with_allowance(Code::redundant_prerequisite, 1), {}, diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 3U);
  apply_policy(with_allowance(Code::avoidable_cycle, 0), {}, diagnostics);
  EXPECT_THAT(codes(diagnostics), ElementsAre(Code::cycle, Code::isolated_topic));
}

// Each warning was held against each allowance: 100,000 of both took 23 s.
TEST(Policy, SilencesForManyTopicsAtOnce) {
  RoadmapBuilder b;
  Diagnostics diagnostics;
  constexpr TopicIndex count = 50'000;
  for (TopicIndex t = 0; t < count; ++t) {
    const std::string id = "t" + std::to_string(t);
    b.topic(id);
    b.data().allowances.push_back({Code::isolated_topic, "a reason", t, {}});
    diagnostics.add(Code::isolated_topic, {}, "").topics = {id};
  }
  apply_policy(b.build(), {}, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Policy, MakesWhatIsLeftOfTheWarningsErrorsWhenStrict) {
  Diagnostics diagnostics = some();
  apply_policy(Roadmap(), {.allow = {Code::isolated_topic}, .strict = true}, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::error), 3U);
  EXPECT_EQ(diagnostics.count(Severity::warning), 0U);
}

TEST(Policy, NeverSilencesErrors) {
  Diagnostics diagnostics = some();
  apply_policy(with_allowance(Code::cycle, no_index), {.allow = {Code::cycle}, .strict = false},
               diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 4U);
  EXPECT_FALSE(can_be_allowed(Code::cycle));
  EXPECT_TRUE(can_be_allowed(Code::avoidable_cycle));
}

}  // namespace
}  // namespace prereq
