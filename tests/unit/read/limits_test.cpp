#include "read/limits.hpp"

#include <gmock/gmock.h>

#include "read/csv.hpp"
#include "read/topic_limit.hpp"
#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read_text;

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Limits, StopAtTheFirstBracketTooDeep) {
  // libyaml would need seconds for the rest.
  const auto expected =
      ElementsAre(HasSubstr("wrong-type: expected a roadmap as a mapping, found a list"),
                  "1:65-1:66 too-large: lists and mappings are nested deeper than 64 levels");
  EXPECT_THAT(read_text(repeat("[", 100'000)).messages(), expected);
  EXPECT_THAT(read_text(repeat("[", 64) + repeat("]", 64)).messages(),
              ElementsAre("1:1-1:129 wrong-type: expected a roadmap as a mapping, found a list"));
  EXPECT_THAT(read_text(repeat("[", 65) + repeat("]", 65)).messages(), expected);
}

TEST(Limits, HoldForEveryKindOfNesting) {
  for (const std::string_view part : {"{a: ", "- ", "? ", "[{", "{? ", "[? "}) {
    const auto messages = read_text(repeat(part, 50'000)).messages();
    ASSERT_FALSE(messages.empty()) << part;
    EXPECT_THAT(messages.back(), HasSubstr("nested deeper than 64 levels")) << part;
  }
  std::string blocks;
  for (std::size_t i = 0; i < 200; ++i) blocks += std::string(i, ' ') + "sections:\n";
  EXPECT_THAT(read_text(blocks).messages().back(), HasSubstr("nested deeper than 64 levels"));
}

TEST(Limits, BoundTheFile) {
  ReadLimits limits;
  limits.file_bytes = 10;
  EXPECT_THAT(read_text("title: abcd", limits).messages(),
              ElementsAre("1:1-1:2 too-large: a file of more than 10 bytes is not read"));
  EXPECT_THAT(read_text("title: abc", limits).messages(), ElementsAre());
}

// How large it is was told as what had been read of it.
TEST(Limits, BoundTheFileInEveryFormat) {
  const std::string text((std::size_t{256} << 20) + 1, '\n');
  const auto said = [&](const std::string& name) {
    Sources sources;
    Diagnostics diagnostics;
    read_roadmap(sources, sources.add(name, text), diagnostics);
    return diagnostics.items().size() == 1 ? diagnostics.items()[0].message : "";
  };
  EXPECT_EQ(said("a.yaml"), "a file of more than 256 MiB is not read");
  EXPECT_EQ(said("a.csv"), "a file of more than 256 MiB is not read");
}

TEST(Limits, BoundTheTopics) {
  ReadLimits limits;
  limits.topics = 2;
  const auto result =
      read_text("topics:\n  a: {}\n  b: {}\n  c: {requires: [d]}\n  d: {}\n", limits);
  EXPECT_THAT(result.messages(), ElementsAre("4:3-4:4 too-large: there are more than 2 topics"));
  EXPECT_EQ(result.roadmap.topics().size(), 2U);
  EXPECT_TRUE(result.roadmap.is_incomplete());
}

TEST(Limits, BoundTheTopicsOfOtherFormatsToo) {
  ReadLimits limits;
  limits.topics = 2;
  for (const std::string_view table : {"id\na\nb\nc\nd\n", "prerequisite,topic\na,b\nb,c\nd,\n"}) {
    ReadNotes notes;
    Diagnostics diagnostics;
    RoadmapData data = read_csv(table, 0, notes, diagnostics);
    EXPECT_EQ(data.topics.size(), 4U);
    const Span third = data.topics[2].span;
    drop_topics_over_limit(data, limits, diagnostics);
    ASSERT_EQ(diagnostics.items().size(), 1U);
    EXPECT_EQ(diagnostics.items()[0].code, Code::too_large);
    EXPECT_EQ(diagnostics.items()[0].message, "there are more than 2 topics");
    EXPECT_EQ(diagnostics.items()[0].span, third);
    const Roadmap roadmap(std::move(data), diagnostics);
    EXPECT_EQ(roadmap.topics().size(), 2U);
    EXPECT_TRUE(roadmap.is_incomplete());
    drop_topics_over_limit(data = read_csv("id\na\nb\n", 0, notes, diagnostics), limits,
                           diagnostics);
    EXPECT_FALSE(data.incomplete);
    EXPECT_EQ(diagnostics.items().size(), 1U);
  }
}

TEST(Limits, BoundTextsInCharacters) {
  ReadLimits limits;
  limits.label = 3;
  limits.text = 5;
  EXPECT_THAT(
      read_text("title: äöü\nnote: äöüäö\ndescription: abcdef\nresources: '[abcd](u)'\n", limits)
          .messages(),
      ElementsAre("3:14-3:15 too-large: expected at most 5 characters for 'description', found 6",
                  "4:12-4:13 too-large: expected at most 3 characters for the title, found 4"));
}

TEST(Limits, BoundTheProblems) {
  ReadLimits limits;
  limits.problems = 3;
  EXPECT_THAT(
      read_text("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n", limits).messages(),
      ElementsAre(HasSubstr("'a'"), HasSubstr("'b'"), HasSubstr("'c'"),
                  "4:1-4:2 too-large: there are more than 3 problems: the rest is not read"));
}

TEST(Limits, LetAnIdBe128Characters) {
  const std::string longest(128, 'x');
  EXPECT_THAT(read_text("topics: {" + longest + ": {}}").messages(), ElementsAre());
  EXPECT_THAT(read_text("topics: {" + longest + "x: {}}").messages(),
              ElementsAre(HasSubstr("bad-id: expected an id of at most 128 characters")));
}

}  // namespace
}  // namespace prereq
