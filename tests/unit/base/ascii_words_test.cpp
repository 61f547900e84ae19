#include "base/ascii_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AsciiWords, AreTrimmedOfSpacesTabsAndEndsOfLines) {
  EXPECT_EQ(trimmed(" \t\r\na b\n\r\t "), "a b");
  EXPECT_EQ(trimmed("a"), "a");
  EXPECT_EQ(trimmed(" \n"), "");
  EXPECT_EQ(trimmed("\u00A0a\v"), "\u00A0a\v");
}

TEST(AsciiWords, KeepLettersOfOtherAlphabets) { EXPECT_EQ(in_lower_case("AZaz Ä[@"), "azaz Ä[@"); }

TEST(AsciiWords, AreSplitWithoutEmptyParts) {
  EXPECT_THAT(split_at_any(" a b,; c ;", ",;"), ElementsAre("a b", "c"));
  EXPECT_THAT(split_at_any(" , ", ","), IsEmpty());
}

TEST(AsciiWords, LoseTheJointsBetweenThemAndTheirNeighbours) {
  EXPECT_EQ(without_joints(" – algebra: "), "algebra");
  EXPECT_EQ(without_joints("| - algebra → |"), "algebra");
  EXPECT_EQ(without_joints("linear-algebra"), "linear-algebra");
  EXPECT_EQ(without_joints(" -:— "), "");
  EXPECT_EQ(without_joints("- C-- - "), "C--");
  EXPECT_EQ(without_last_joints("- C-- -: "), "- C--");
  EXPECT_EQ(without_last_joints(" - "), "");
}

TEST(AsciiWords, EndInABracketWhoseOpeningIsFound) {
  EXPECT_EQ(last_bracket("algebra (with (linear) maps)"), 8U);
  EXPECT_EQ(last_bracket("(a) (b)"), 4U);
  EXPECT_EQ(last_bracket("(a) b"), std::string_view::npos);
  EXPECT_EQ(last_bracket("a)"), std::string_view::npos);
  EXPECT_EQ(last_bracket(""), std::string_view::npos);
}

}  // namespace
}  // namespace prereq
