#include "base/text_metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace prereq {
namespace {

using testing::ElementsAre;

constexpr TextStyle regular{2048, false};  // a size at which a unit of the table is a pixel
constexpr TextStyle bold{2048, true};
constexpr TextStyle title{14, false};

TEST(TextWidth, IsTheSumOfHelveticasAdvanceWidths) {
  EXPECT_EQ(text_width_px("", regular), 0);
  EXPECT_EQ(text_width_px("A", regular), 1366);
  EXPECT_EQ(text_width_px("A", bold), 1479);
  EXPECT_EQ(text_width_px("Wij", regular), 1933 + 455 + 455);
  EXPECT_EQ(text_width_px("ñ→Ω", regular), 1139 + 2048 + 1531);
  EXPECT_DOUBLE_EQ(text_width_px("Algebra", {14, false}), 7059 * 14 / 2048.0);
}

TEST(TextWidth, CountsMalformedBytesAsReplacementCharacters) {
  EXPECT_EQ(text_width_px("\xFF\xFE", regular), text_width_px("\uFFFD\uFFFD", regular));
  EXPECT_EQ(text_width_px("\xED\xA0\x80", regular), 3 * text_width_px("\uFFFD", regular));
}

TEST(TextWidth, SetsMarksOnTheirLetter) {
  EXPECT_EQ(text_width_px("a\u0301\u0302\u0303", regular), text_width_px("a\u0301", regular));
  EXPECT_LT(text_width_px("a\u0301", regular), 1.12 * text_width_px("a", regular));
  EXPECT_GT(text_width_px("\u0301", regular), 0) << "a mark alone stands on a dotted circle";
}

TEST(TextWidth, GivesWideCharactersASquare) {
  EXPECT_EQ(text_width_px("線形代数", regular), 4 * 2048);
  EXPECT_EQ(text_width_px("한국", regular), 2 * 2048);
  EXPECT_EQ(text_width_px("\u1112\u1161\u11ab", regular), 2048) << "conjoining jamo";
}

TEST(TextWidth, GivesEmojiMoreThanASquare) {
  EXPECT_GE(text_width_px("🚀", regular), 2550) << "the widest emoji font in common use";
  EXPECT_GE(text_width_px("❤\uFE0F", regular), 2550);
  EXPECT_GE(text_width_px("1\uFE0F\u20E3", regular), 2550);
}

TEST(WrapText, KeepsWhatFits) {
  EXPECT_THAT(wrap_text("Linear algebra", 200, title, 3), ElementsAre("Linear algebra"));
}

TEST(WrapText, BreaksAtWordsAndEvensTheLinesOut) {
  EXPECT_THAT(wrap_text("Machine learning crash course", 170, title, 3),
              ElementsAre("Machine learning", "crash course"));
  EXPECT_THAT(wrap_text("a b c d e f", 50, title, 3), ElementsAre("a b c", "d e f"));
}

TEST(WrapText, MakesSingleSpacesOfWhiteSpaceAndControls) {
  EXPECT_THAT(wrap_text(" \t a\n\x01\x7F b\u2028c \u3000", 200, title, 2), ElementsAre("a b c"));
}

TEST(WrapText, DoesNotBreakAtANoBreakSpace) {
  EXPECT_THAT(wrap_text("see 10\u00A0km", 50, title, 3), ElementsAre("see", "10\u00A0km"));
}

TEST(WrapText, BreaksInsideAWordAfterAHyphenOrSlash) {
  EXPECT_THAT(wrap_text("encoder-decoder", 70, title, 3), ElementsAre("encoder-", "decoder"));
  EXPECT_THAT(wrap_text("-x", 5, title, 9), ElementsAre("-", "x"));
}

TEST(WrapText, BreaksBetweenIdeographsButNotBeforeAComma) {
  EXPECT_THAT(wrap_text("線形代数入門", 45, title, 3), ElementsAre("線形代", "数入門"));
  EXPECT_THAT(wrap_text("数学、理科", 30, title, 9), ElementsAre("数", "学、", "理科"));
}

TEST(WrapText, TearsAWordThatIsTooWideBetweenClusters) {
  EXPECT_THAT(wrap_text("aaaaaaaa", 32, title, 9), ElementsAre("aaaa", "aaaa"));
  // Each e carries two marks; no mark may start a line.
  EXPECT_THAT(wrap_text("e\u0301\u0302e\u0301\u0302", 9, title, 9),
              ElementsAre("e\u0301\u0302", "e\u0301\u0302"));
  EXPECT_THAT(wrap_text("👩\u200D👧👍🏽", 20, title, 9),
              ElementsAre("👩\u200D👧", "👍🏽"));
}

TEST(WrapText, CutsWithAnEllipsisThatStillFits) {
  const auto lines = wrap_text(std::string(500, 'x'), 120, title, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[1].ends_with("x…"));
  for (const auto& line : lines) EXPECT_LE(text_width_px(line, title), 120);
  EXPECT_THAT(wrap_text("one two three", 38, title, 1), ElementsAre("one…"));
}

TEST(WrapText, NeverGivesNothing) {
  EXPECT_THAT(wrap_text("", 100, title, 3), ElementsAre(""));
  EXPECT_THAT(wrap_text(" \n", 100, title, 0), ElementsAre(""));
  EXPECT_THAT(wrap_text("ab", 0, title, 2), ElementsAre("a", "b"));
}

TEST(WrapText, MakesMalformedBytesReplacementCharacters) {
  EXPECT_THAT(wrap_text("a\xC3(", 100, title, 1), ElementsAre("a\uFFFD("));
}

TEST(WrapText, LosesNothingAndKeepsToTheWidth) {
  const std::string text = "Reinforcement learning from human feedback, step by step (weeks 0–6)";
  for (double width = 1; width < 500; ++width) {
    const auto lines = wrap_text(text, width, title, 1000);
    std::string joined;
    for (const auto& line : lines) {
      joined += line;
      if (line.size() > 3) {
        EXPECT_LE(text_width_px(line, title), width) << line;
      }
    }
    std::string expected = text;
    std::erase(expected, ' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, expected);
  }
}

TEST(WrapText, TearsAClusterWithoutEnd) {
  std::string family;
  for (int i = 0; i < 500; ++i) family += "\U0001F469\u200D";
  const auto lines = wrap_text(family, 128, {14, false}, 3);
  EXPECT_EQ(lines.size(), 3U);
  for (const std::string& line : lines) EXPECT_LT(text_width_px(line, {14, false}), 500);
}

TEST(FitsWhole, IsWhereNothingIsCutOrTorn) {
  const TextStyle style = {14, false};
  const double word = text_width_px("processing", style);
  EXPECT_TRUE(fits_whole("language processing", word + 1, style, 2));
  EXPECT_FALSE(fits_whole("language processing", word - 1, style, 4)) << "torn";
  EXPECT_FALSE(fits_whole("natural language processing", word + 1, style, 2)) << "cut";
  EXPECT_TRUE(fits_whole("", 1, style, 1));
}

}  // namespace
}  // namespace prereq
