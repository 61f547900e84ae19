#include "roadmap/link_topics.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::RoadmapBuilder;

SectionIndex section_of_links(RoadmapBuilder& b, const std::string& id) {
  const SectionIndex section = b.section(id);
  RoadmapData& data = b.data();
  const auto first = static_cast<std::uint32_t>(data.resources.size());
  Resource resource;
  resource.url = "https://example.org/";
  data.resources.push_back(resource);
  data.sections[section].resources = {first, first + 1};
  return section;
}

TEST(LinkTopics, AreMadeOfSectionsThatAreRequired) {
  RoadmapBuilder b;
  section_of_links(b, "containers");
  b.data().sections[0].title = "6. Learn containers";
  section_of_links(b, "newsletters");
  const SectionIndex last = b.section("orchestration");
  b.topic("linux");
  b.topic("kubernetes", 1, {"section:containers"}).section = last;
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(roadmap.topics().size(), 3U);
  // Where the section stands, before what comes in later ones.
  const Topic& made = roadmap.topics()[1];
  EXPECT_EQ(made.id, "containers");
  EXPECT_EQ(made.title, "6. Learn containers");
  EXPECT_EQ(made.section, 0U);
  EXPECT_EQ(made.resources.size(), 1U);
  EXPECT_TRUE(made.hours_guessed);
  EXPECT_TRUE(roadmap.stands_for_section(1));
  EXPECT_FALSE(roadmap.stands_for_section(0));
  EXPECT_TRUE(roadmap.sections()[0].resources.empty());
  EXPECT_EQ(roadmap.sections()[1].resources.size(), 1U);
  EXPECT_EQ(roadmap.find_topic("kubernetes"), 2U);
  const Requirement& group = roadmap.requirements()[roadmap.topics()[2].requirements.first];
  EXPECT_EQ(roadmap.requirements()[group.entries.first].topic, 1U);
}

TEST(LinkTopics, AreMadeOfSectionsThatRequireSomething) {
  RoadmapBuilder b;
  const SectionIndex containers = section_of_links(b, "containers");
  b.section_needs(containers, {"linux"});
  b.topic("linux");
  const Roadmap roadmap = b.build();
  ASSERT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.topics()[1].requirements.size(), 1U);
}

TEST(LinkTopics, TakeAnotherIdWhereTheirsIsTaken) {
  RoadmapBuilder b;
  section_of_links(b, "go");
  b.data().sections[0].title = {};
  b.topic("go");
  b.goal("go-2", {"section:go"});
  const Roadmap roadmap = b.build();
  ASSERT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.topics()[1].id, "go-3");
  EXPECT_EQ(roadmap.topics()[1].title, "Go");
}

TEST(LinkTopics, KeepWhatIsSaidOfOtherTopicsWithThem) {
  RoadmapBuilder b;
  section_of_links(b, "first");
  const SectionIndex second = b.section("second");
  b.topic("a", 2, {"section:first"}).section = second;
  b.topic("c", 3);
  b.data().aliases.push_back({"ay", 0, {}});
  b.data().drafts.push_back({1, "second", {}});
  b.data().allowances.push_back({Code::isolated_topic, "alone", 1, {}});
  Diagnostics diagnostics;
  const Roadmap roadmap = b.build(diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(roadmap.find_topic("first"), 0U);
  EXPECT_EQ(roadmap.find_topic("ay"), 1U);
  EXPECT_EQ(roadmap.topics()[2].section, second);
  EXPECT_EQ(roadmap.allowances()[0].topic, 2U);
  EXPECT_EQ(roadmap.topics()[1].hours.low, Hours::from_seconds(2 * 3600));
}

TEST(LinkTopics, AreNotMadeOfSectionsWithTopics) {
  RoadmapBuilder b;
  section_of_links(b, "mixed");
  b.topic("a").section = 0;
  b.topic("t", 1, {"section:mixed"});
  const Roadmap roadmap = b.build();
  EXPECT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.sections()[0].resources.size(), 1U);
}

}  // namespace
}  // namespace prereq
