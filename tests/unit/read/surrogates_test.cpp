#include "read/surrogates.hpp"

#include <gtest/gtest.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using testing::read_text;

std::string title_of(std::string_view text) {
  const auto result = read_text(text);
  EXPECT_TRUE(result.diagnostics.empty()) << result.messages().at(0);
  return std::string(result.roadmap.title());
}

TEST(Surrogates, AreReadAsTheCharacterTheyStandFor) {
  EXPECT_EQ(title_of(R"({"title": "\ud83d\ude00"})"), "😀");
  EXPECT_EQ(title_of(R"({"title": "a\uD83D\uDE00b\u00e9"})"), "a😀bé");
  EXPECT_EQ(title_of(R"({"title": "\ud800\udc00\udbff\udfff"})"), "\U00010000\U0010FFFF");
}

TEST(Surrogates, AreLettersOutsideDoubleQuotes) {
  EXPECT_EQ(title_of(R"(title: \ud83d\uDe00 and \uD83D\ude01)"),
            R"(\ud83d\uDe00 and \uD83D\ude01)");
  EXPECT_EQ(title_of(R"(title: '\uD83D\uDE00')"), R"(\uD83D\uDE00)");
  EXPECT_EQ(title_of("# \\ud83d\\ude00\ntitle: >\n  \\uD83d\\uDe00\n"), R"(\uD83d\uDe00)");
  EXPECT_EQ(title_of(R"(title: "\\ud83d\\ude00")"), R"(\ud83d\ude00)");
}

TEST(Surrogates, DoNotDisturbPrivateCharactersOfTheAuthor) {
  const std::string text = "{\"title\": \"\\ud83d\\ude00 \uE03D\uE600 \\ue83d\\uee00\"}";
  EXPECT_EQ(title_of(text), "😀 \uE03D\uE600 \uE83D\uEE00");
}

TEST(Surrogates, MoveNothing) {
  const auto result = read_text("{\"title\": \"é\\ud83d\\ude00\", \"foo\": 1}");
  EXPECT_EQ(result.messages().at(0), "1:28-1:33 unknown-field: unknown field 'foo' in a roadmap");
}

TEST(Surrogates, StandAloneForNoCharacter) {
  for (const char* text : {R"({"title": "\ud83d"})", R"({"title": "\ude00\ud83d"})",
                           R"({"title": "\ud83dx\ude00"})"}) {
    const auto messages = read_text(text).messages();
    ASSERT_EQ(messages.size(), 1U) << text;
    EXPECT_NE(messages[0].find("syntax: this escape stands for no character"), std::string::npos)
        << messages[0];
  }
}

TEST(Surrogates, CostNothingWhereThereAreNone) {
  EXPECT_FALSE(HiddenSurrogates::in_text(R"({"title": "\u00e9\n"})"));
  EXPECT_FALSE(HiddenSurrogates::in_text(R"({"title": "\ud83d"})"));
}

}  // namespace
}  // namespace prereq
