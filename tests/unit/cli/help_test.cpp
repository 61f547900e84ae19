#include <gtest/gtest.h>

#include "cli/command_line.hpp"

namespace prereq::cli {
namespace {

TEST(WrapHelp, BreaksBeforeTheWordThatWouldPassColumnEighty) {
  const std::string word(38, 'x');
  EXPECT_EQ(wrap_help(word + " " + word, 3, 0), "   " + word + " " + word);
  EXPECT_EQ(wrap_help(word + " " + word, 4, 0), "    " + word + "\n    " + word);
}

TEST(WrapHelp, GoesOnWhereTheLineIs) {
  EXPECT_EQ(wrap_help("one", 6, 2), "    one");
  EXPECT_EQ(wrap_help("one", 6, 6), "one");
}

TEST(WrapHelp, LeavesAWordThatIsTooLongWhole) {
  const std::string word(90, 'x');
  EXPECT_EQ(wrap_help("a " + word + " b", 0, 0), "a\n" + word + "\nb");
}

}  // namespace
}  // namespace prereq::cli
