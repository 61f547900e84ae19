// What a good file means; what a bad one is told is in tests/suite.
#include "read/roadmap_reader.hpp"

#include <gmock/gmock.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::read_text;

// A requirement as it would be written in short: `a`, `any(a all(b c))`, `2(a b)`.
std::string written(const Roadmap& roadmap, IndexRange range) {
  std::string text;
  for (const Requirement& entry : roadmap.requirements(range)) {
    if (!text.empty()) text += ' ';
    switch (entry.kind) {
      case RequirementKind::topic: text += entry.name; break;
      case RequirementKind::any: text += "any"; break;
      case RequirementKind::all: text += "all"; break;
      case RequirementKind::at_least: text += std::to_string(entry.least); break;
    }
    if (entry.kind != RequirementKind::topic) text += "(" + written(roadmap, entry.entries) + ")";
    if (!entry.because.empty()) text += fmt::format("[{}]", entry.because);
  }
  return text;
}

Roadmap read(std::string_view text) {
  auto result = read_text(text);
  for (const std::string& message : result.messages()) ADD_FAILURE() << message;
  return result.roadmap;
}

TEST(RoadmapReader, ReadsTheFilesOwnFields) {
  const Roadmap roadmap = read(
      "title: T\ndescription: |\n  one\n  two\nnote: 'N'\nversion: 1\nbase: https://example.org/\n"
      "allow: {isolated-topic: why}\nresources: ['[R](u)', {title: S}]\n");
  EXPECT_EQ(roadmap.title(), "T");
  EXPECT_EQ(roadmap.description(), "one\ntwo");
  EXPECT_EQ(roadmap.note(), "N");
  EXPECT_EQ(roadmap.base(), "https://example.org/");
  ASSERT_EQ(roadmap.allowances().size(), 1U);
  EXPECT_EQ(roadmap.allowances()[0].code, Code::isolated_topic);
  EXPECT_EQ(roadmap.allowances()[0].reason, "why");
  EXPECT_EQ(roadmap.allowances()[0].topic, no_index);
  ASSERT_EQ(roadmap.roadmap_resources().size(), 2U);
  EXPECT_EQ(roadmap.roadmap_resources()[1].title, "S");
}

TEST(RoadmapReader, ReadsEveryFieldOfATopic) {
  const Roadmap roadmap = read(
      "topics:\n"
      "  b: {}\n"
      "  a:\n"
      "    title: A\n"
      "    description: D\n"
      "    note: N\n"
      "    section: s\n"
      "    hours: 30-50\n"
      "    level: optional\n"
      "    choose: all\n"
      "    aliases: [ay]\n"
      "    allow: {isolated-topic: why}\n"
      "    requires: [b]\n"
      "    recommends: [b, {topic: b, because: R}]\n"
      "    corequisites: [b]\n"
      "    resources: '[R by M](u) (paid)'\n"
      "sections: {s: {title: S}}\n");
  const Topic& topic = roadmap.topics()[1];
  EXPECT_EQ(topic.title, "A");
  EXPECT_EQ(topic.description, "D");
  EXPECT_EQ(topic.note, "N");
  EXPECT_EQ(topic.section, 0U);
  EXPECT_EQ(topic.hours, parse_hours("30-50"));
  EXPECT_EQ(topic.level, Level::optional);
  EXPECT_EQ(topic.choose, Choose::all);
  EXPECT_EQ(roadmap.find_topic("ay"), 1U);
  EXPECT_EQ(roadmap.allowances()[0].topic, 1U);
  EXPECT_EQ(written(roadmap, topic.requirements), "b");
  EXPECT_EQ(written(roadmap, topic.recommendations), "b b[R]");
  EXPECT_EQ(written(roadmap, topic.corequisites), "b");
  const Resource& resource = roadmap.resources(topic.resources)[0];
  EXPECT_EQ(resource.by, "M");
  EXPECT_EQ(resource.cost, Cost::paid);
}

TEST(RoadmapReader, ReadsEveryFieldOfAResource) {
  const Roadmap roadmap = read(
      "resources:\n  - {title: T, url: 'https://x', by: B, cost: free, type: notebook,\n"
      "     part: weeks 0–6, hours: 20min, note: N}\n");
  const Resource& resource = roadmap.roadmap_resources()[0];
  EXPECT_EQ(resource.title, "T");
  EXPECT_EQ(resource.url, "https://x");
  EXPECT_EQ(resource.by, "B");
  EXPECT_EQ(resource.cost, Cost::free);
  EXPECT_EQ(resource.type, ResourceType::notebook);
  EXPECT_EQ(resource.part, "weeks 0–6");
  EXPECT_EQ(resource.hours, parse_hours("20min"));
  EXPECT_EQ(resource.note, "N");
}

TEST(RoadmapReader, NestsRequirementsAsWritten) {
  const Roadmap roadmap = read(
      "topics:\n  a: {}\n  b: {}\n  c: {}\n"
      "  t: {requires: [a, {any: [b, {all: [c, {at-least: 2, of: [a, b, c]}]}], because: R}, c,\n"
      "                 {of: [{any: [a]}, b], at-least: 1}, {topic: a, because: S}]}\n"
      "goals: {g: {title: G, description: D, requires: [{any: [t, a]}, b]}}\n");
  EXPECT_EQ(written(roadmap, roadmap.topics()[3].requirements),
            "a any(b all(c 2(a b c)))[R] c 1(any(a) b) a[S]");
  EXPECT_EQ(written(roadmap, roadmap.goals()[0].requirements), "any(t a) b");
  EXPECT_EQ(roadmap.goals()[0].title, "G");
  EXPECT_EQ(roadmap.goals()[0].description, "D");
}

TEST(RoadmapReader, CountsWhatAGroupNeeds) {
  const Roadmap roadmap =
      read("topics:\n  a: {}\n  b: {requires: [a, {any: [a, a]}, {all: [a, a, a]}]}\n");
  const auto entries = roadmap.requirements(roadmap.topics()[1].requirements);
  EXPECT_EQ(entries[0].least, 0U);
  EXPECT_EQ(entries[1].least, 1U);
  EXPECT_EQ(entries[2].least, 3U);
}

TEST(RoadmapReader, NumbersTopicsAndSectionsAsTheyStandInTheFile) {
  const Roadmap roadmap = read(
      "topics: {t1: {section: inner}}\n"
      "sections:\n"
      "  outer:\n"
      "    topics: {t2: {}}\n"
      "    sections:\n"
      "      inner:\n"
      "        resources: '[R](u)'\n"
      "        topics: {t3: {section: inner}}\n"
      "    note: N\n"
      "  last: {topics: {t4: {}}}\n");
  std::vector<std::string> topics;
  for (const Topic& topic : roadmap.topics()) {
    topics.push_back(fmt::format("{} in {}", topic.id, roadmap.sections()[topic.section].id));
  }
  EXPECT_THAT(topics, ElementsAre("t1 in inner", "t2 in outer", "t3 in inner", "t4 in last"));
  ASSERT_EQ(roadmap.sections().size(), 3U);
  EXPECT_EQ(roadmap.sections()[0].parent, no_index);
  EXPECT_EQ(roadmap.sections()[0].note, "N");
  EXPECT_EQ(roadmap.sections()[1].parent, 0U);
  EXPECT_EQ(roadmap.resources(roadmap.sections()[1].resources)[0].title, "R");
  EXPECT_EQ(roadmap.sections()[2].parent, no_index);
}

TEST(RoadmapReader, AppliesDefaultsWhereverTheyStand) {
  const Roadmap roadmap = read(
      "topics:\n  a: {resources: [{title: R}, {title: S, cost: paid, type: book}]}\n"
      "  b: {level: core}\n"
      "defaults: {cost: free, type: video, level: assumed}\n");
  const auto resources = roadmap.resources(roadmap.topics()[0].resources);
  EXPECT_EQ(resources[0].cost, Cost::free);
  EXPECT_EQ(resources[0].type, ResourceType::video);
  EXPECT_EQ(resources[1].cost, Cost::paid);
  EXPECT_EQ(resources[1].type, ResourceType::book);
  EXPECT_EQ(roadmap.topics()[0].level, Level::assumed);
  EXPECT_EQ(roadmap.topics()[1].level, Level::core);
}

TEST(RoadmapReader, TakesTextsAsTheyAre) {
  const Roadmap roadmap = read(
      "title: 'yes'\nnote: \"tab\\tnul\\0end\"\ndescription: >-\n  folded\n  text\n"
      "topics: {\"123\": {title: 1e3}, \"true\": {title: \"~\"}}\n");
  EXPECT_EQ(roadmap.title(), "yes");
  EXPECT_EQ(roadmap.note(), std::string_view("tab\tnul\0end", 11));
  EXPECT_EQ(roadmap.description(), "folded text");
  EXPECT_EQ(roadmap.topics()[0].title, "1e3");
  EXPECT_EQ(roadmap.topics()[1].title, "~");
}

TEST(RoadmapReader, ReadsJsonAsItReadsYaml) {
  const Roadmap roadmap = read(
      "{\"title\": \"a\\/b\\u00e9\\n\", \"topics\": {\"a\": {\"hours\": 1.50, \"requires\": []},\n"
      "\t\"b\": {\"requires\": [\"a\", {\"at-least\": 1, \"of\": [\"a\"]}], \"note\": null}}}");
  EXPECT_EQ(roadmap.title(), "a/bé\n");
  EXPECT_EQ(roadmap.topics()[0].hours, parse_hours("1.5"));
  EXPECT_EQ(written(roadmap, roadmap.topics()[1].requirements), "a 1(a)");
}

TEST(RoadmapReader, ReadsAnEmptyMappingAsAnEmptyRoadmap) {
  EXPECT_TRUE(read("{}").topics().empty());
  EXPECT_TRUE(read("title: only\n").topics().empty());
}

TEST(RoadmapReader, ExpectsSomethingInTheFile) {
  for (const char* text : {"", "\n", "# comment\n", "---\n", "---", "~", "null\n"}) {
    EXPECT_THAT(read_text(text).messages(),
                ElementsAre("1:1-1:2 wrong-type: expected a roadmap, found an empty file"))
        << text;
  }
}

}  // namespace
}  // namespace prereq
