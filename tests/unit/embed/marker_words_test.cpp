#include "embed/marker_words.hpp"

#include <gmock/gmock.h>

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

std::string complaint(std::string_view text) {
  std::string wrong;
  EXPECT_EQ(split_words(text, "it ends here", wrong), std::nullopt) << text;
  return wrong;
}

std::optional<std::vector<std::string>> split(std::string_view text) {
  std::string wrong;
  auto words = split_words(text, "", wrong);
  EXPECT_EQ(wrong, "") << text;
  return words;
}

TEST(MarkerWords, AreSplitAtWhiteSpace) {
  EXPECT_THAT(split(" render  a.yaml\t-o\r\n\f b.svg "),
              Optional(ElementsAre("render", "a.yaml", "-o", "b.svg")));
  EXPECT_THAT(split(" \n "), Optional(IsEmpty()));
}

TEST(MarkerWords, KeepWhatIsQuotedTogether) {
  EXPECT_THAT(split(R"(a 'b  "c' "d 'e" f'g'"h" "" '')"),
              Optional(ElementsAre("a", "b  \"c", "d 'e", "fgh", "", "")));
  EXPECT_THAT(split("'größe 深層'"), Optional(ElementsAre("größe 深層")));
}

TEST(MarkerWords, TakeTheCharacterAfterABackslashLiterally) {
  EXPECT_THAT(split(R"(a\ b "c\"d" \\ 'e\f' "--\>")"),
              Optional(ElementsAre("a b", "c\"d", "\\", "e\\f", "-->")));
}

TEST(MarkerWords, AreNotExpanded) {
  EXPECT_THAT(split("$HOME `id` $(id) ~ *.yaml a;b a|b >x #y {a,b}"),
              Optional(ElementsAre("$HOME", "`id`", "$(id)", "~", "*.yaml", "a;b", "a|b", ">x",
                                   "#y", "{a,b}")));
}

TEST(MarkerWords, NeedTheirSecondQuote) {
  EXPECT_EQ(complaint("a \"b"), "the marker has a \" without a second one (it ends here)");
  EXPECT_EQ(complaint("it's").substr(0, 41), "the marker has a ' without a second one (");
  EXPECT_EQ(complaint("a\\"),
            "the marker ends after a backslash, which needs a character to follow");
}

}  // namespace
}  // namespace prereq
