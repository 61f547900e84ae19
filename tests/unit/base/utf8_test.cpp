#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prereq {
namespace {

TEST(Utf8, ComesBackFromEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(find_malformed_utf8(text), std::string::npos) << static_cast<unsigned>(c);
    ASSERT_EQ(count_code_points(text), 1U) << static_cast<unsigned>(c);
    std::string_view rest = text;
    ASSERT_EQ(take_code_point(rest), c);
    ASSERT_TRUE(rest.empty());
  }
}

TEST(Utf8, FindsTheFirstMalformedByte) {
  const std::vector<std::pair<std::string, std::size_t>> examples = {
      {"abc\xFF", 3},      {"\x80", 0},          {"a\xC3", 1},
      {"é\xC0\xAF", 2},    {"\xED\xA0\x80", 0},  {"\xF4\x90\x80\x80", 0},
      {"\xE0\x80\x80", 0}, {"x\xF0\x9F\x98", 1},
  };
  for (const auto& [text, offset] : examples) EXPECT_EQ(find_malformed_utf8(text), offset) << text;
}

TEST(Utf8, CountsMalformedBytesOneByOne) {
  EXPECT_EQ(count_code_points("a\xFF\xFE"
                              "é"),
            4U);
  std::string_view text = "\xC3(";
  EXPECT_EQ(take_code_point(text), replacement_character);
  EXPECT_EQ(text, "(");
}

TEST(Utf8, KnowsWhiteSpaceAndControlCharacters) {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\r', U'\u0085', U'\u00A0', U'\u2003', U'\u2028',
                           U'\u2029', U'\u3000'}) {
    EXPECT_TRUE(is_space(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'a', U'-', U'\u200B', U'\u4E2D'}) {
    EXPECT_FALSE(is_space(c)) << static_cast<unsigned>(c);
  }
  EXPECT_TRUE(is_control(0));
  EXPECT_TRUE(is_control(0x1F));
  EXPECT_TRUE(is_control(0x7F));
  EXPECT_TRUE(is_control(0x9F));
  EXPECT_FALSE(is_control(U' '));
  EXPECT_FALSE(is_control(0xA0));
}

TEST(Utf8, RaisesTheFirstLetterInAnyScript) {
  EXPECT_EQ(raise_first_letter("algebra"), "Algebra");
  EXPECT_EQ(raise_first_letter("größe"), "Größe");
  EXPECT_EQ(raise_first_letter("ökonomie"), "Ökonomie");
  EXPECT_EQ(raise_first_letter("жизнь"), "Жизнь");
  EXPECT_EQ(raise_first_letter("ǆ"), "ǅ");
  EXPECT_EQ(raise_first_letter("数学"), "数学");
  EXPECT_EQ(raise_first_letter("3d"), "3d");
  EXPECT_EQ(raise_first_letter(""), "");
}

}  // namespace
}  // namespace prereq
