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

TEST(Words, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(did_you_mean("rendr", {"check", "render"}), "; did you mean 'render'?");
  EXPECT_EQ(did_you_mean("publish", {"check", "render"}), "");
}

}  // namespace
}  // namespace prereq::cli
