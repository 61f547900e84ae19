// What stands in a picture in the place of lines: pennants, and edges that end at boxes.
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "support/xml_document.hpp"
#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using testing::parse_xml;
using testing::XmlElement;

constexpr std::string_view roadmap = R"(
sections:
  math:
    title: Mathematics
    topics:
      sets: {}
      logic: {requires: [sets]}
goals:
  proofs: {title: Write proofs, description: By hand, requires: [logic]}
  talks: {title: Give talks, requires: [logic]}
)";

XmlElement drawn(const View& view) {
  Diagnostics diagnostics;
  return parse_xml(write_svg(view, arrange(view, {}, diagnostics)));
}

const XmlElement& found(const XmlElement& root, const std::string& name, std::string_view value) {
  for (const XmlElement* element : root.descendants()) {
    if (element->attribute(name) == value) return *element;
  }
  ADD_FAILURE() << "no " << name << " " << value;
  return root;
}

TEST(SvgPennants, AreGoalsLikeTheirCards) {
  const XmlElement root = drawn(testing::view_of(roadmap));
  const XmlElement& goal = found(root, "data-goal", "proofs");
  EXPECT_EQ(goal.name, "g");
  EXPECT_TRUE(goal.has_class("goal"));
  EXPECT_EQ(goal.attribute("id"), "prereq-goal-proofs");
  EXPECT_EQ(goal.attribute("role"), "graphics-symbol");
  EXPECT_EQ(goal.attribute("aria-label"), "Goal: Write proofs. Requires Logic.");
  EXPECT_EQ(goal.children[0].name, "title");
  EXPECT_EQ(goal.children[0].text, "Goal: Write proofs\nBy hand");
  std::string words;
  for (const XmlElement* element : goal.descendants()) {
    if (element->name == "text") words += element->text + "|";
  }
  EXPECT_EQ(words, "Write proofs|");
  EXPECT_EQ(found(root, "data-goal", "talks").attribute("id"), "prereq-goal-talks");
}

// A part of a symbol or of a link is nothing that a screen reader could come to.
TEST(SvgPennants, AreBesideTheirTopicAndNotInIt) {
  const XmlElement root = drawn(testing::view_of(roadmap));
  const XmlElement& logic = found(root, "data-topic", "logic");
  EXPECT_THAT(logic.attribute("aria-label"), HasSubstr("Reaches the goals Write proofs and Give"));
  for (const XmlElement* element : logic.descendants()) {
    EXPECT_EQ(element->attributes.count("data-goal"), 0U);
  }
}

TEST(SvgPennants, AreInTheLegend) {
  std::vector<std::string> texts;
  const XmlElement root = drawn(testing::view_of(roadmap));
  for (const XmlElement* element : root.descendants()) {
    if (element->has_class("legend-text")) texts.push_back(element->text);
  }
  EXPECT_THAT(texts, ::testing::Contains("goal"));
}

TEST(SvgBoxEdges, SayInWordsWhatTheyStandFor) {
  const XmlElement root = drawn(testing::view_of(R"(
sections:
  math:
    title: Mathematics
    topics:
      sets: {requires: [{topic: numbers, because: you count}]}
      logic: {requires: [sets]}
      graphs: {requires: [numbers]}
      games: {level: optional}
  more: {title: More, topics: {p: {recommends: [sets]}, q: {recommends: [sets]}}}
  both: {title: Both, topics: {r: {requires: [p, q]}, s: {requires: [p, q]}}}
topics:
  numbers: {title: Numbers}
  end: {title: The end, requires: [logic, graphs]}
)"));
  const XmlElement& into = found(root, "data-from", "numbers");
  EXPECT_EQ(into.attribute("data-to"), "section:math");
  EXPECT_EQ(into.attribute("data-to-topics"), "sets logic graphs");
  EXPECT_EQ(into.attributes.count("data-from-topics"), 0U);
  EXPECT_TRUE(into.has_class("requires"));
  EXPECT_EQ(into.children.at(0).text,
            "Numbers is needed for all 3 topics of Mathematics that are not optional: you count");
  const XmlElement& out = found(root, "data-to", "end");
  EXPECT_EQ(out.attribute("data-from"), "section:math");
  EXPECT_EQ(out.attribute("data-from-topics"), "sets logic graphs");
  EXPECT_EQ(out.children.at(0).text,
            "All 3 topics of Mathematics that are not optional are needed for The end");
  const XmlElement& helps = found(root, "data-to", "section:more");
  EXPECT_TRUE(helps.has_class("recommends"));
  EXPECT_EQ(helps.children.at(0).text, "Sets helps with both topics of More");
  const XmlElement& between = found(root, "data-to", "section:both");
  EXPECT_EQ(between.attribute("data-from"), "section:more");
  EXPECT_EQ(between.children.at(0).text, "Both topics of More are needed for both topics of Both");
}

}  // namespace
}  // namespace prereq
