#include "read/text_check.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using testing::read_text;
using namespace std::string_view_literals;

std::string only_message(std::string_view text) {
  const auto messages = read_text(text).messages();
  EXPECT_EQ(messages.size(), 1U);
  return messages.empty() ? "" : messages[0];
}

TEST(TextCheck, NamesTheFirstByteThatIsNoUtf8) {
  EXPECT_EQ(only_message("title: x\ntopics: {äö\xFFü\xFE}"),
            "2:12-2:13 encoding: expected UTF-8, found the byte 0xFF");
  EXPECT_EQ(only_message("a: \xC3"), "1:4-1:5 encoding: expected UTF-8, found the byte 0xC3");
  EXPECT_EQ(only_message("\xED\xA0\x80"), "1:1-1:2 encoding: expected UTF-8, found the byte 0xED");
}

TEST(TextCheck, KnowsUtf16ByItsMark) {
  EXPECT_EQ(only_message("\xFF\xFEt\0i\0"sv),
            "1:1-1:2 encoding: expected UTF-8, found UTF-16: save the file as UTF-8");
  EXPECT_EQ(only_message("\xFE\xFF\0t"sv),
            "1:1-1:2 encoding: expected UTF-8, found UTF-16: save the file as UTF-8");
}

TEST(TextCheck, RefusesCharactersThatYamlForbids) {
  EXPECT_EQ(only_message("title: a\x07"),
            "1:9-1:10 syntax: the character U+0007 is not allowed in a roadmap file");
  EXPECT_EQ(only_message("title: \0"sv),
            "1:8-1:9 syntax: the character U+0000 is not allowed in a roadmap file");
  EXPECT_EQ(only_message("title: é\u0081"),
            "1:9-1:10 syntax: the character U+0081 is not allowed in a roadmap file");
  EXPECT_EQ(only_message("title: \uFEFF"),
            "1:8-1:9 syntax: the character U+FEFF is not allowed in a roadmap file");
}

TEST(TextCheck, AcceptsWhateverLibyamlDoes) {
  // libyaml's own reader must never be the one to complain: its messages have no line.
  const std::vector<std::pair<char32_t, char32_t>> ranges = {
      {1, 0x3100}, {0xD7F0, 0xD7FF}, {0xE000, 0xE010}, {0xFDC0, 0x10010}, {0x10FFF0, 0x10FFFF}};
  for (const auto& [first, last] : ranges) {
    for (char32_t c = first; c <= last; ++c) {
      if (c == '\'') continue;
      std::string text = "title: 'x";
      append_utf8(text, c);
      text += "'";
      for (const std::string& message : read_text(text).messages()) {
        EXPECT_NE(message.find("is not allowed in a roadmap file"), std::string::npos) << message;
      }
    }
  }
}

TEST(LineMap, FollowsEditorsWhereYamlBreaksLinesItsOwnWay) {
  // YAML's lines: a, b | c, d, e | f. Ours: "a", "b U+2028 c", "d CR e", "f".
  const LineMap map = LineMap::of_text("a\nb\u2028c\r\nd\re\nf");
  const auto place = [&map](std::size_t line, std::size_t column) {
    const Position position = map.position(line, column);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
  };
  EXPECT_EQ(place(0, 0), "1:1");
  EXPECT_EQ(place(1, 0), "2:1");
  EXPECT_EQ(place(2, 0), "2:3");
  EXPECT_EQ(place(3, 0), "3:1");
  EXPECT_EQ(place(4, 0), "3:3");
  EXPECT_EQ(place(5, 0), "4:1");
  EXPECT_EQ(place(7, 2), "6:3");
}

}  // namespace
}  // namespace prereq
