// Texts that run to the left: where they stand, and on which side their punctuation is.
#include "write/svg_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "support/xml_document.hpp"

namespace prereq {
namespace {

using testing::parse_xml;
using testing::XmlElement;

DrawnText line(const std::string& words, double x, double width, TextRole role) {
  DrawnText text;
  text.text = words;
  text.baseline = {x, 10};
  text.width = width;
  text.role = role;
  return text;
}

TEST(SetTexts, LeavesWhatRunsToTheRightAlone) {
  const std::vector<DrawnText> lines = {line("Clay", 10, 40, TextRole::card_title),
                                        line("3 h", 10, 20, TextRole::card_detail)};
  for (const SetText& each : set_texts(lines, 100)) {
    EXPECT_EQ(each.x, 10);
    EXPECT_EQ(each.anchor, SetText::Anchor::left);
    EXPECT_FALSE(each.right_to_left);
  }
}

TEST(SetTexts, MirrorsACardWhoseTitleRunsToTheLeft) {
  const std::vector<DrawnText> lines = {line("חימר", 20, 40, TextRole::card_title),
                                        line("3 h", 20, 20, TextRole::card_detail),
                                        line("7", 10, 5, TextRole::card_number)};
  const auto set = set_texts(lines, 100);
  for (const SetText& each : set) EXPECT_EQ(each.anchor, SetText::Anchor::right);
  EXPECT_EQ(set[0].x, 90) << "the title beside its number";
  EXPECT_TRUE(set[0].right_to_left);
  EXPECT_EQ(set[1].x, 90);
  EXPECT_FALSE(set[1].right_to_left);
  EXPECT_EQ(set[2].x, 100);
}

TEST(SetTexts, KeepsLinesAtTheirLeftEndWithoutARoom) {
  const std::vector<DrawnText> lines = {line("חימר", 10, 40, TextRole::section_title),
                                        line("3 h", 60, 20, TextRole::section_detail)};
  const auto set = set_texts(lines);
  EXPECT_EQ(set[0].x, 10);
  EXPECT_EQ(set[0].anchor, SetText::Anchor::left);
  EXPECT_TRUE(set[0].right_to_left);
  EXPECT_EQ(set[1].x, 60);
}

TEST(SetTexts, TakesTheLinesOfATitleTogether) {
  const std::vector<DrawnText> lines = {line("(1)", 10, 40, TextRole::card_title),
                                        line("חימר", 10, 40, TextRole::card_title),
                                        line("C++", 10, 40, TextRole::card_title)};
  for (const SetText& each : set_texts(lines, 100)) EXPECT_TRUE(each.right_to_left);
}

TEST(SetTexts, LeavesCentredLinesInTheMiddle) {
  std::vector<DrawnText> lines = {line("חימר", 50, 40, TextRole::card_title)};
  lines[0].centred = true;
  const auto set = set_texts(lines, 100);
  EXPECT_EQ(set[0].x, 50);
  EXPECT_EQ(set[0].anchor, SetText::Anchor::middle);
}

// A card with that title, drawn.
XmlElement drawn(const std::string& title, CardKind kind) {
  View view;
  view.title = title;
  view.cards.emplace_back();
  view.cards[0].kind = kind;
  view.cards[0].id = "t";
  view.cards[0].title = title;
  Diagnostics diagnostics;
  return parse_xml(write_svg(view, arrange(view, {}, diagnostics)));
}

// The title ended in a full stop on its right side, where it is read first.
TEST(SvgText, KeepsTheFullStopOfAnArabicTitleAtItsEnd) {
  for (const CardKind kind : {CardKind::topic, CardKind::milestone, CardKind::goal}) {
    const XmlElement root = drawn("الطين (1).", kind);
    double left = 0;
    double right = 0;
    std::size_t titles = 0;
    for (const XmlElement* element : root.descendants()) {
      if (element->has_class("card") && element->name == "rect") {
        left = std::stod(element->attribute("x"));
        right = left + std::stod(element->attribute("width"));
      }
      if (!element->has_class("title") && !element->has_class("heading")) continue;
      ++titles;
      EXPECT_EQ(element->attribute("direction"), "rtl");
      EXPECT_EQ(element->attribute("unicode-bidi"), "embed");
      EXPECT_EQ(element->attribute("text-anchor"), "") << "starts at its right end";
      if (element->has_class("heading") || right == 0) continue;
      EXPECT_GT(std::stod(element->attribute("x")), (left + right) / 2);
      EXPECT_LE(std::stod(element->attribute("x")), right - 8);
    }
    EXPECT_GE(titles, 2U);
  }
}

TEST(SvgText, SetsOtherTitlesAsBefore) {
  for (const XmlElement* element : drawn("Clay (1).", CardKind::topic).descendants()) {
    EXPECT_EQ(element->attribute("direction"), "");
    EXPECT_EQ(element->attribute("text-anchor"), "");
  }
}

}  // namespace
}  // namespace prereq
