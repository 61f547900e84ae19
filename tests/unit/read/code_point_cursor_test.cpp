#include "read/code_point_cursor.hpp"

#include <gtest/gtest.h>

#include <string_view>

#include "base/utf8.hpp"

namespace prereq {
namespace {

void expect_every_offset(std::string_view text, bool is_ascii) {
  CodePointCursor cursor(text, is_ascii);
  std::string_view rest = text;
  std::size_t index = 0;
  for (; !rest.empty(); ++index) {
    EXPECT_EQ(cursor.offset_of(index), text.size() - rest.size()) << text << " at " << index;
    take_code_point(rest);
  }
  EXPECT_EQ(cursor.offset_of(index), text.size()) << text;
  EXPECT_EQ(cursor.offset_of(index + 1), std::nullopt) << text;
}

TEST(CodePointCursor, FindsEveryCodePointAndTheEnd) {
  for (const std::string_view text : {"", "a", "title: Graphs\n"}) {
    expect_every_offset(text, true);
    expect_every_offset(text, false);
  }
  for (const std::string_view text : {"ä", "aä", "Übung: 図 und 🎲\n", "日本語"}) {
    expect_every_offset(text, false);
  }
}

TEST(CodePointCursor, OnlyMovesOn) {
  CodePointCursor cursor("äöü", false);
  EXPECT_EQ(cursor.offset_of(2), 4U);
  EXPECT_EQ(cursor.offset_of(2), 4U);
  EXPECT_EQ(cursor.offset_of(1), std::nullopt);
}

}  // namespace
}  // namespace prereq
