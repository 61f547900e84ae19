#include "prereq/check.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using testing::because;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RoadmapBuilder;

// `code: message` for each diagnostic, and `  note: message` for its notes.
std::vector<std::string> said(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    lines.push_back(std::string(code_name(diagnostic.code)) + ": " + diagnostic.message);
    for (const Note& note : diagnostic.notes) lines.push_back("  note: " + note.message);
  }
  return lines;
}

std::vector<std::string> check_all(RoadmapBuilder& b) {
  Diagnostics diagnostics;
  check(TopicGraph(b.build()), {}, diagnostics);
  return said(diagnostics);
}

// Gives the last topic one more resource.
Resource& add_resource(RoadmapBuilder& b, std::string_view title, std::string_view url) {
  RoadmapData& data = b.data();
  Resource resource;
  resource.title = title;
  resource.url = url;
  resource.span = {0, {static_cast<std::uint32_t>(1000 + data.resources.size()), 1}, {0, 0}};
  IndexRange& range = data.topics.back().resources;
  const auto size = static_cast<std::uint32_t>(data.resources.size());
  range = {range.empty() ? size : range.first, size + 1};
  return data.resources.emplace_back(resource);
}

TEST(Check, CountsTopicsAndDistinctPrerequisites) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {any({"a", "c"})}, {"a"}, {"c"});
  b.topic("c", 1, {"a", any({"a", "nowhere"})});
  Diagnostics diagnostics;
  const CheckSummary summary = check(TopicGraph(b.build()), {}, diagnostics);
  EXPECT_EQ(summary.topics, 3U);
  EXPECT_EQ(summary.prerequisites, 3U);
  EXPECT_TRUE(summary.redundancy_complete);
}

TEST(Check, TellsWhyAPrerequisiteIsRedundant) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {"a", "b"});
  b.topic("d", 1, {"a", any({"b", "c"})});
  b.topic("e", 1, {"c", "c"});
  EXPECT_THAT(check_all(b),
              ElementsAre("redundant-prerequisite: 'c' need not require 'a': what else it requires "
                          "includes it",
                          "  note: 'b' cannot be learned without 'a'",
                          "redundant-prerequisite: 'd' need not require 'a': what else it requires "
                          "includes it",
                          "  note: every way to meet this includes 'a'",
                          "redundant-prerequisite: 'e' need not require 'c': what else it requires "
                          "includes it",
                          "  note: 'c' is named again here"));
}

TEST(Check, OnlyNotesARedundantPrerequisiteWithAReason) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {because("a", "it is used in every exercise"), "b"});
  const Roadmap roadmap = b.build();
  Diagnostics diagnostics;
  check(TopicGraph(roadmap), {}, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::note);
  apply_policy(roadmap, {.allow = {}, .strict = true}, diagnostics);
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::note);
}

TEST(Check, FindsGroupsThatCanNeverBeMet) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("c", 1, {"a"});
  b.topic("b", 1, {at_least(3, {"a", "c"}), any({"a", all({})})});
  b.goal("g", {any({})});
  EXPECT_THAT(check_all(b), ElementsAre("impossible-alternative: this group wants 3 of 2 entries",
                                        "impossible-alternative: this group has no entries",
                                        "impossible-alternative: this group has no entries"));
}

TEST(Check, CountsATopicOnceThatIsNamedTwiceInAGroup) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("c");
  b.topic("t", 1, {at_least(2, {"a", "c", "a"})});
  b.topic("u", 1, {at_least(2, {"a", "a"})});
  EXPECT_THAT(check_all(b),
              ElementsAre("impossible-alternative: this group wants 2 of 1 different entry",
                          "repeated-alternative: 'a' is named twice in this group, and counts once",
                          "  note: the other entry",
                          "repeated-alternative: 'a' is named twice in this group, and counts once",
                          "  note: the other entry"));
}

TEST(Check, FindsEntriesThatNameAllOfAnother) {
  const auto says = [](const testing::Need& group) {
    RoadmapBuilder b;
    for (const char* id : {"a", "b", "c"}) b.topic(id);
    b.topic("t", 1, {group, "a", "b", "c"});
    Diagnostics diagnostics;
    const TopicGraph graph(b.build());
    check(graph, {}, diagnostics);
    std::vector<std::string> messages;
    for (const Diagnostic& each : diagnostics.items()) {
      if (each.code == Code::repeated_alternative) messages.push_back(each.message);
    }
    return messages;
  };
  const std::string contains =
      " names all that another entry of the group names, and counts once with it";
  EXPECT_THAT(says(any({"a", all({"a", "b"})})), ElementsAre("this 'all'" + contains));
  EXPECT_THAT(says(any({all({"a", "b", "c"}), all({"a", "b"})})),
              ElementsAre("this 'all'" + contains));
  EXPECT_THAT(says(at_least(1, {any({"a", "b"}), any({"c", "b", "a"})})),
              ElementsAre("this group" + contains));
  EXPECT_THAT(says(any({"c", at_least(2, {"a", "b", "b"})})),
              ElementsAre("'b' is named twice in this group, and counts once"));
  EXPECT_THAT(says(any({all({"a", "b"}), all({"b", "a"})})),
              ElementsAre("this 'all' names the same as another entry of the group, and counts "
                          "once with it"));
  EXPECT_THAT(says(any({any({"a", "b"}), all({"b", "c"}), "a"})),
              ElementsAre("this group" + contains));
  EXPECT_THAT(says(any({any({"a", "b"}), all({"b", "c"})})), ElementsAre());
}

TEST(Check, FindsAnAliasBesideItsTopicInAGroup) {
  RoadmapBuilder b;
  b.topic("a");
  b.data().aliases.push_back({"first", 0, {}});
  b.topic("t", 1, {any({"a", "first"})});
  EXPECT_THAT(check_all(b),
              ElementsAre("repeated-alternative: 'first' and 'a' are one topic, and count once",
                          "  note: the other entry"));
}

TEST(Check, FindsCoreTopicsThatRequireOptionalOnes) {
  RoadmapBuilder b;
  b.topic("side").level = Level::optional;
  b.topic("core", 1, {"side"});
  b.topic("either", 1, {any({"side", "core"})});
  b.topic("other", 1, {"side"}).level = Level::optional;
  EXPECT_THAT(check_all(b),
              ElementsAre("optional-prerequisite: core topic 'core' requires optional topic 'side' "
                          "without an alternative",
                          "  note: 'side' is defined here"));
}

TEST(Check, FindsOneUrlToldInTwoWays) {
  RoadmapBuilder b;
  b.topic("a");
  Resource& kaggle = add_resource(b, "Intro", "https://example.org/course");
  kaggle.by = "Kaggle";
  kaggle.cost = Cost::free;
  b.topic("b", 1, {"a"});
  Resource& duke = add_resource(b, "Intro", "http://Example.org/course/");
  duke.by = "Duke";
  duke.cost = Cost::paid;
  add_resource(b, "https://example.org/course", "https://example.org/course").part = "week 1";
  EXPECT_THAT(check_all(b),
              ElementsAre("url-conflict: one URL with two descriptions (cost, maker): "
                          "'http://Example.org/course/'",
                          "  note: cost 'free' here", "  note: maker 'Kaggle' here",
                          "  note: cost 'paid' here", "  note: maker 'Duke' here"));
}

TEST(Check, FindsTheSameResourceTwiceInATopic) {
  RoadmapBuilder b;
  b.topic("a");
  add_resource(b, "Course", "https://example.org/c").part = "week 1";
  add_resource(b, "Course", "https://example.org/c").part = "week 2";
  add_resource(b, "Course", "https://example.org/c/").part = "week 1";
  EXPECT_THAT(check_all(b), ElementsAre("duplicate-resource: topic 'a' has this URL twice: "
                                        "'https://example.org/c/'",
                                        "  note: it is given here before"));
}

TEST(Check, FindsUnusedSectionsOnceAndIsolatedTopics) {
  RoadmapBuilder b;
  const SectionIndex outer = b.section("outer");
  b.section("inner", outer);
  const SectionIndex used = b.section("used");
  const SectionIndex part = b.section("part", used);
  b.topic("alone").section = part;
  b.topic("goal");
  b.topic("helped", 1, {}, {}, {"helper"});
  b.topic("helper");
  b.goal("g", {"goal"});
  EXPECT_THAT(
      check_all(b),
      ElementsAre("unused-section: section 'outer' has no topics and no resources",
                  "isolated-topic: topic 'alone' is connected with no other topic or goal"));
}

TEST(Check, SaysOfAnIncompleteRoadmapOnlyWhatTheRestCannotExplain) {
  RoadmapBuilder b;
  b.section("empty");
  b.topic("a", 1, {"a"});
  b.topic("b", 1, {any({})});
  b.topic("c");
  b.data().incomplete = true;
  EXPECT_THAT(check_all(b),
              ElementsAre("cycle: topic 'a' requires itself", "  note: 'a' requires 'a' here"));
}

TEST(Check, FindsNothingWrongWithAnEmptyRoadmap) {
  RoadmapBuilder b;
  EXPECT_THAT(check_all(b), IsEmpty());
}

// Sections `math`, whose `calculus` needs its `algebra`, and `practice`.
struct WithSections {
  RoadmapBuilder b;
  SectionIndex math = b.section("math");
  SectionIndex practice = b.section("practice");

  WithSections() {
    b.topic("algebra").section = math;
    b.topic("calculus", 1, {"algebra"}).section = math;
  }
};

TEST(Check, SaysThatAPrerequisiteIsInASectionThatIsRequired) {
  WithSections s;
  s.b.topic("a", 1, {"section:math", "algebra"});
  s.b.topic("b", 1, {"algebra", "section:math"});
  EXPECT_THAT(check_all(s.b),
              ElementsAre("redundant-prerequisite: 'a' need not require 'algebra': what else it "
                          "requires includes it",
                          "  note: section 'math' is required here, and 'algebra' is in it",
                          "redundant-prerequisite: 'b' need not require 'algebra': what else it "
                          "requires includes it",
                          "  note: section 'math' is required here, and 'algebra' is in it",
                          "unused-section: section 'practice' has no topics and no resources"));
}

TEST(Check, FindsWhatASectionRequiresRedundantInItsTopicsOnly) {
  WithSections s;
  s.b.section_needs(s.practice, {"section:math", "algebra"});
  s.b.topic("a", 1, {"calculus"}).section = s.practice;
  s.b.topic("b", 1, {"a"}).section = s.practice;
  EXPECT_THAT(check_all(s.b),
              ElementsAre("redundant-prerequisite: 'a' need not require 'calculus': what else it "
                          "requires includes it",
                          "  note: section 'math' is required here, and 'calculus' is in it"));
}

TEST(Check, TellsThroughWhichSectionsACycleLeads) {
  WithSections s;
  s.b.section_needs(s.math, {"section:practice"});
  s.b.topic("a", 1, {"algebra"}).section = s.practice;
  EXPECT_THAT(check_all(s.b),
              ElementsAre("cycle: none of these can be learned first: algebra → a → algebra",
                          "  note: 'a' requires 'algebra' here",
                          "  note: 'algebra' requires 'a' here, which is in section 'practice', as "
                          "section 'math' does"));
}

TEST(Check, ReportsOnceWhatASectionSaysWrong) {
  WithSections s;
  s.b.topic("side-road").level = Level::optional;
  s.b.section_needs(s.math, {"side-road", at_least(3, {"a", "b"})});
  s.b.topic("a").section = s.practice;
  s.b.topic("b", 1, {"a"}).section = s.practice;
  EXPECT_THAT(check_all(s.b),
              ElementsAre("impossible-alternative: this group wants 3 of 2 entries",
                          "optional-prerequisite: core topic 'algebra' requires optional topic "
                          "'side-road' without an alternative",
                          "  note: 'side-road' is defined here"));
}

TEST(Check, FindsASectionBesideATopicOfItInAGroup) {
  WithSections s;
  s.b.topic("t", 1, {any({"algebra", "section:math"})});
  const std::vector<std::string> said = check_all(s.b);
  EXPECT_THAT(said,
              ::testing::Contains("repeated-alternative: 'section:math' names all that "
                                  "another entry of the group names, and counts once with it"));
}

}  // namespace
}  // namespace prereq
