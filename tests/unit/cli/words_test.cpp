#include "cli/words.hpp"

#include <gmock/gmock.h>

namespace prereq::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Words, SplitsAListAtCommas) {
  EXPECT_THAT(split_list(" a, c# ,,linear-algebra"), ElementsAre("a", "c#", "linear-algebra"));
  EXPECT_THAT(split_list(" , "), IsEmpty());
  EXPECT_THAT(split_list(""), IsEmpty());
}

TEST(Words, SplitsAFileAtLineBreaksAndLeavesCommentsOut) {
  EXPECT_THAT(split_lines("# known\r\na, b\r\n\n  # more\nc#"), ElementsAre("a", "b", "c#"));
  EXPECT_THAT(split_lines("algebra # school, by heart\nc#\t# the language"),
              ElementsAre("algebra", "c#"));
}

TEST(Words, ReadsANumberOnlyIfTheWholeTextIsOne) {
  EXPECT_EQ(number_of("2"), 2);
  EXPECT_EQ(number_of("0.25"), 0.25);
  EXPECT_EQ(number_of(".5e1"), 5);
  EXPECT_EQ(number_of("-1"), -1);
  for (const char* const text :
       {"", " 1", "1 ", "1,5", "1e", "0x10", "inf", "nan", "1-2", "1e999"}) {
    EXPECT_EQ(number_of(text), std::nullopt) << text;
  }
}

TEST(Words, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(did_you_mean("rendr", {"check", "render"}), "; did you mean 'render'?");
  EXPECT_EQ(did_you_mean("publish", {"check", "render"}), "");
}

}  // namespace
}  // namespace prereq::cli
