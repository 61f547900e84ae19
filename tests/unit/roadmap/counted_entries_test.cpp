#include "roadmap/counted_entries.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using testing::Need;
using testing::RoadmapBuilder;

std::string in_words(const Roadmap& roadmap, RequirementIndex index, IndexRange entries);

// `2(a any(b c))`
std::string in_words(const Roadmap& roadmap, RequirementIndex index) {
  const Requirement& entry = roadmap.requirements()[index];
  return entry.kind == RequirementKind::topic ? std::string(entry.name)
                                              : in_words(roadmap, index, entry.entries);
}

std::string in_words(const Roadmap& roadmap, RequirementIndex index, IndexRange entries) {
  const Requirement& group = roadmap.requirements()[index];
  std::string text = group.kind == RequirementKind::any   ? "any("
                     : group.kind == RequirementKind::all ? "all("
                                                          : std::to_string(group.least) + "(";
  for (RequirementIndex i = entries.first; i < entries.last; ++i) {
    text += (i > entries.first ? " " : "") + in_words(roadmap, i);
  }
  return text + ")";
}

std::string counted(const Need& group) {
  RoadmapBuilder b;
  for (const char* id : {"a", "b", "c", "d"}) b.topic(id);
  b.topic("t", 1, {group});
  const Roadmap roadmap = b.build();
  return in_words(roadmap, roadmap.topics()[4].requirements.first);
}

TEST(CountedEntries, AreWhatTheAuthorWroteIfNoneRepeatsAnother) {
  EXPECT_EQ(counted(at_least(2, {"a", "b", any({"c", "d"})})), "2(a b any(c d))");
  EXPECT_EQ(counted(at_least(2, {any({"a", "b"}), any({"b", "c"})})), "2(any(a b) any(b c))");
  EXPECT_EQ(counted(all({"a", "a"})), "all(a a)");
}

TEST(CountedEntries, AreWithoutWhatSaysTheSame) {
  EXPECT_EQ(counted(at_least(2, {"a", "b", "a"})), "2(a b)");
  EXPECT_EQ(counted(any({"a", "b", any({"a"})})), "any(a b)");
  EXPECT_EQ(counted(at_least(2, {all({"a", "b"}), all({"b", "a"}), "c"})), "2(all(a b) c)");
}

TEST(CountedEntries, OfWhichOneIsNeededAreLeftWhereTheyContainAnother) {
  EXPECT_EQ(counted(any({"a", all({"a", "b"})})), "any(a all(a b))");
  EXPECT_EQ(counted(at_least(1, {"a", any({"a", "b"})})), "1(a any(a b))");
}

TEST(CountedEntries, StandTogetherWhereTheyCountOnce) {
  EXPECT_EQ(counted(at_least(2, {"a", "c", all({"a", "b"})})), "2(any(a all(a b)) c)");
  EXPECT_EQ(counted(at_least(2, {any({"a", "b"}), "c", "a"})), "2(any(any(a b) a) c)");
  EXPECT_EQ(counted(at_least(2, {"a", all({"a", "b"}), all({"a", "c"})})),
            "2(any(a all(a b) all(a c)))");
  EXPECT_EQ(counted(at_least(2, {"a", "b", all({"a", "b"})})), "2(any(a all(a b)) b)");
}

TEST(CountedEntries, CountTheirNumberWhereOneMayDoWithoutTheOthers) {
  EXPECT_EQ(counted(at_least(2, {"a", "b", any({"a", "b", "c"}), "d"})),
            "2(any(a b any(a b c)) 2(a b) d)");
}

TEST(CountedEntries, KeepWhatWasWritten) {
  RoadmapBuilder b;
  for (const char* id : {"a", "b"}) b.topic(id);
  b.topic("t", 1, {at_least(2, {"a", "b", "a"})});
  const Roadmap roadmap = b.build();
  const RequirementIndex group = roadmap.topics()[2].requirements.first;
  EXPECT_EQ(in_words(roadmap, group, roadmap.written(group)), "2(a b a)");
}

TEST(CountedEntries, ThatWouldBeTooManyAreLeftAsTheyAre) {
  RoadmapBuilder b;
  for (const char* id : {"a", "b", "c"}) b.topic(id);
  b.topic("t", 1, {at_least(2, {"a", "b", any({"a", "b", "c"})})});
  RoadmapData& data = b.data();
  for (Requirement& entry : data.requirements) {
    for (TopicIndex t = 0; t < 3; ++t) {
      if (entry.name == data.topics[t].id) entry.topic = t;
    }
  }
  for (const std::uint32_t limit : {1U, 2U}) {
    RoadmapData copy;
    copy.topics = data.topics;
    copy.requirements = data.requirements;
    Diagnostics diagnostics;
    count_repeated_entries_once(copy, diagnostics, limit);
    EXPECT_EQ(diagnostics.items().size(), limit == 1 ? 1U : 0U);
    EXPECT_EQ(copy.written_entries.size(), limit == 1 ? 0U : 1U);
    for (const Diagnostic& each : diagnostics.items()) EXPECT_EQ(each.code, Code::too_large);
  }
}

}  // namespace
}  // namespace prereq
