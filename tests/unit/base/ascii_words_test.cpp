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

}  // namespace
}  // namespace prereq
