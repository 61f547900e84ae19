// Whatever an author writes, in whatever script: it stays on its card, and the files stay whole.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "prereq/svg.hpp"
#include "support/xml_document.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/hostile_texts.hpp"

namespace prereq {
namespace {

using testing::complaints_about;
using testing::draw;
using ::testing::IsEmpty;

void expect_sound_and_well_formed(const View& view, const std::string& what) {
  EXPECT_THAT(complaints_about(view), IsEmpty()) << what;
  EXPECT_THAT(complaints_about(view, testing::rightwards), IsEmpty()) << what << ", to the right";
  std::string error;
  testing::parse_xml(write_svg(view, draw(view)), error);
  EXPECT_EQ(error, "") << what;
}

TEST(Texts, OfEveryScriptStayOnTheirCards) {
  for (const std::string text :
       {"Línea álgebra, größer und schöner", "Линейная алгебра и аналитическая геометрия",
        "Γραμμική άλγεβρα και γεωμετρία", "線形代数と解析幾何学の基礎入門講座第一部",
        "الجبر الخطي والهندسة التحليلية", "रैखिक बीजगणित और विश्लेषणात्मक ज्यामिति",
        "พีชคณิตเชิงเส้นและเรขาคณิต",
        "👩‍🔬👨‍👩‍👧‍👦🇩🇪🏳️‍🌈 emoji 🧮📐📏🔢 "
        "everywhere "
        "🎓",
        "e\u0301e\u0301 a\u0308\u0323\u0304\u0301 stacked marks", "WWWWWWWW MMMMMMMM @@@@@@@@"}) {
    expect_sound_and_well_formed(testing::view_with(text), text);
  }
}

TEST(Texts, WithoutAPlaceToBreakStayOnTheirCards) {
  std::string ideographs;
  std::string joined;
  for (int i = 0; i < 500; ++i) {
    ideographs += "学";
    joined += "👩‍🔬\u200D";
  }
  for (const std::string& word :
       {std::string(500, 'W'), std::string(500, 'i'), std::string(500, '-'), ideographs, joined}) {
    expect_sound_and_well_formed(testing::view_with(word), word.substr(0, 12));
  }
}

TEST(Texts, OfManyWordsStayOnTheirCards) {
  std::string words;
  for (int i = 0; i < 500; ++i) words += "word ";
  expect_sound_and_well_formed(testing::view_with(words), "words");
}

TEST(Texts, OfALongTitleTakeLinesAboveASmallPicture) {
  View view = testing::view_of("topics: {a: {}, b: {requires: [a]}}");
  view.title = "A roadmap with a title of quite some length for people who like long titles";
  std::string shown;
  for (const DrawnText& line : draw(view).heading) {
    shown += (shown.empty() ? "" : " ") + line.text;
  }
  EXPECT_EQ(shown, view.title);
  EXPECT_LT(draw(view).width, 360);
  expect_sound_and_well_formed(view, "a long title");
}

TEST(Texts, ThatAreMarkupElsewhereDoNoHarm) {
  for (const std::string& text : testing::hostile_texts()) {
    expect_sound_and_well_formed(testing::view_with(text), text);
  }
}

TEST(Texts, ThatAreMarkupElsewhereAreShownAsWritten) {
  const std::string text = R"(<b>&amp;"']]>\N)";
  const View view = testing::view_with(text);
  const auto root = testing::parse_xml(write_svg(view, draw(view)));
  int shown = 0;
  for (const auto* element : root.descendants()) {
    if (element->name == "title" && element->text.find(text) != std::string::npos) ++shown;
  }
  EXPECT_GE(shown, 3);
}

TEST(Texts, ThatAreEmptyLeaveACardThatCanBeSeen) {
  expect_sound_and_well_formed(testing::view_with(""), "nothing");
  expect_sound_and_well_formed(testing::view_with(" \t "), "white space");
}

}  // namespace
}  // namespace prereq
