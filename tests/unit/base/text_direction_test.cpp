#include "base/text_direction.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(TextDirection, IsThatOfTheFirstLetter) {
  EXPECT_EQ(text_direction("Clay – 101!"), TextDirection::left_to_right);
  EXPECT_EQ(text_direction("חימר – 101!"), TextDirection::right_to_left);
  EXPECT_EQ(text_direction("الطين (1)."), TextDirection::right_to_left);
  EXPECT_EQ(text_direction("1. (חימר) C++"), TextDirection::right_to_left);
  EXPECT_EQ(text_direction("C++ בסיסי."), TextDirection::left_to_right);
  EXPECT_EQ(text_direction("漢字"), TextDirection::left_to_right);
}

TEST(TextDirection, IsNoneWithoutLetters) {
  EXPECT_EQ(text_direction(""), TextDirection::none);
  EXPECT_EQ(text_direction("101 – (2)!"), TextDirection::none);
  EXPECT_EQ(text_direction("\xFF\xFE"), TextDirection::none);
}

TEST(TextDirection, PassesOverIsolates) {
  EXPECT_EQ(text_direction("\u2067חימר\u2069 clay"), TextDirection::left_to_right);
  EXPECT_EQ(text_direction("\u2068a \u2066b\u2069 c\u2069 חימר"), TextDirection::right_to_left);
  EXPECT_EQ(text_direction("\u2066never closed"), TextDirection::none);
  EXPECT_EQ(text_direction("\u2069\u2069clay"), TextDirection::left_to_right);
  EXPECT_EQ(text_direction("\u202Eclay"), TextDirection::left_to_right)
      << "an override is no letter";
}

}  // namespace
}  // namespace prereq
