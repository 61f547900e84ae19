// How wide cards are, how their titles break, and where their pennants hang.
#include "arrange/measure.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

namespace prereq {
namespace {

using ::testing::ElementsAre;

ViewCard topic(const std::string& title, const std::string& detail = "4 h · 1 link") {
  ViewCard card;
  card.title = title;
  card.detail = detail;
  return card;
}

ViewPennant goal(const std::string& title) {
  ViewPennant pennant;
  pennant.title = title;
  return pennant;
}

std::vector<std::string> lines(const DrawnCard& card) {
  std::vector<std::string> texts;
  for (const DrawnText& line : card.lines) texts.push_back(line.text);
  return texts;
}

std::vector<std::string> lines(const DrawnPennant& pennant) {
  std::vector<std::string> texts;
  for (const DrawnText& line : pennant.lines) texts.push_back(line.text);
  return texts;
}

TEST(MeasureCard, KnowsFewWidths) {
  for (const char* title :
       {"Git", "Algebra", "Deep learning", "Linear algebra", "Natural language processing",
        "NLP with disaster tweets", "Introduction to machine learning in production",
        "Stages of building an LLM", "Time series forecasting", "Fundamentals", "Ünïcödé"}) {
    const double width = measure_card(topic(title)).box.width;
    EXPECT_TRUE(width == 96 || width == 120 || width == 144) << title << " " << width;
  }
}

TEST(MeasureCard, BreaksTitlesBeforeItBecomesWide) {
  EXPECT_THAT(lines(measure_card(topic("Git", ""))), ElementsAre("Git"));
  EXPECT_EQ(measure_card(topic("Git", "")).box.width, 96);
  EXPECT_THAT(lines(measure_card(topic("Deep learning", ""))), ElementsAre("Deep", "learning"));
  EXPECT_EQ(measure_card(topic("Deep learning", "")).box.width, 96);
  // Three words that would take three lines in a narrow card have two in a wider one.
  EXPECT_THAT(lines(measure_card(topic("Natural language processing", ""))),
              ElementsAre("Natural language", "processing"));
  EXPECT_THAT(lines(measure_card(topic("Introduction to machine learning in production", ""))),
              ElementsAre("Introduction to", "machine learning", "in production"));
}

TEST(MeasureCard, GivesATitleMoreRoomWhereTheDetailTakesIt) {
  const DrawnCard card = measure_card(topic("Linear algebra", "30–40 h · 12 links"));
  EXPECT_EQ(card.box.width, 120);
  EXPECT_THAT(lines(card), ElementsAre("Linear algebra", "30–40 h · 12 links"));
}

TEST(MeasureCard, BreaksALongDetail) {
  const DrawnCard card = measure_card(topic("Sets", "in Mathematics and what it is good for"));
  EXPECT_EQ(card.box.width, 144);
  EXPECT_EQ(card.lines.size(), 3U);
}

TEST(MeasureCard, WidensForAWordThatWouldBeTorn) {
  const DrawnCard card = measure_card(topic("Electroencephalography", ""));
  EXPECT_THAT(lines(card), ElementsAre("Electroencephalography"));
  EXPECT_EQ(card.box.width, 192);
}

TEST(MeasureCard, HangsPennantsBelowItsLines) {
  ViewCard card = topic("Titanic");
  card.pennants = {goal("ML fundamentals"), goal("RL")};
  const DrawnCard bare = measure_card(topic("Titanic"));
  const DrawnCard drawn = measure_card(card);
  ASSERT_EQ(drawn.pennants.size(), 2U);
  EXPECT_THAT(lines(drawn.pennants[0]), ElementsAre("ML fundamentals"));
  EXPECT_EQ(drawn.box.width, 144) << "one line, if the widest step does for that";
  EXPECT_GT(drawn.box.height, bare.box.height + 35);
  double top = drawn.lines.back().baseline.y;
  for (const DrawnPennant& pennant : drawn.pennants) {
    EXPECT_GT(pennant.box.y, top);
    top = pennant.box.bottom();
    EXPECT_GE(pennant.box.x, 0);
    EXPECT_LT(pennant.box.right(), drawn.box.right());
    for (const DrawnText& line : pennant.lines) {
      EXPECT_EQ(line.role, TextRole::pennant);
      EXPECT_LT(line.baseline.x + line.width, pennant.box.right() - 8) << "upon the tail";
    }
  }
  EXPECT_LT(top, drawn.box.bottom());
}

TEST(MeasureCard, LeavesRoomForTheTickOfAGoalThatIsReached) {
  ViewCard card = topic("Titanic");
  card.pennants = {goal("Fundamentals")};
  const double x = measure_card(card).pennants[0].lines[0].baseline.x;
  card.pennants[0].state = CardState::done;
  EXPECT_GT(measure_card(card).pennants[0].lines[0].baseline.x, x + 10);
}

TEST(MeasureCard, WidensForALongPennantThenCutsIt) {
  ViewCard card = topic("Sets");
  card.pennants = {goal("Computer vision engineer")};
  EXPECT_THAT(lines(measure_card(card).pennants[0]), ElementsAre("Computer", "vision engineer"));
  card.pennants[0].title =
      "Somebody who knows all there is to know of sets, and tells others of it";
  const DrawnCard drawn = measure_card(card);
  EXPECT_EQ(drawn.pennants[0].lines.size(), 2U);
  EXPECT_TRUE(drawn.pennants[0].lines[1].text.ends_with("…"));
  EXPECT_EQ(drawn.box.width, 216);
}

TEST(MeasureCard, SetsJunctionsAndMilestonesSmall) {
  ViewCard card;
  card.kind = CardKind::junction;
  card.title = "one of";
  EXPECT_LT(measure_card(card).box.width, 60);
  card.kind = CardKind::milestone;
  card.title = "Ready";
  EXPECT_LT(measure_card(card).box.width, 80);
  EXPECT_EQ(measure_card(card).box.height, 28);
}

// A family of emoji is one character, and was wider than its card.
TEST(MeasureCard, HoldsACharacterThatIsWiderThanACard) {
  std::string wide;
  for (int i = 0; i < 20; ++i) wide += "\U0001F469\u200D";
  ViewCard card = topic(wide);
  card.pennants = {goal(wide)};
  const DrawnCard drawn = measure_card(card);
  for (const DrawnText& line : drawn.lines) {
    EXPECT_LE(line.baseline.x + line.width, drawn.box.width);
  }
  for (const DrawnText& line : drawn.pennants[0].lines) {
    EXPECT_LE(line.baseline.x + line.width, drawn.pennants[0].box.right());
  }
}

}  // namespace
}  // namespace prereq
