#include "cli/first_problems.hpp"

#include <gtest/gtest.h>

namespace prereq::cli {
namespace {

Diagnostics mixed() {
  Diagnostics all;
  all.add(Code::isolated_topic, {}, "a");
  all.add(Code::syntax, {}, "b");
  all.add(Code::isolated_topic, {}, "c");
  all.add(Code::syntax, {}, "d");
  return all;
}

std::string first(std::size_t most) {
  std::string messages;
  const Diagnostics kept = first_problems(mixed(), most);
  for (const Diagnostic& each : kept.items()) messages += each.message;
  return messages;
}

TEST(FirstProblems, AreErrorsBeforeWarningsInTheirOrder) {
  EXPECT_EQ(first(0), "");
  EXPECT_EQ(first(1), "b");
  EXPECT_EQ(first(2), "bd");
  EXPECT_EQ(first(3), "abd");
  EXPECT_EQ(first(4), "abcd");
}

TEST(FirstProblems, TellWhereReadingStopped) {
  Diagnostics all = mixed();
  all.add(Code::too_large, {}, "e");
  const Diagnostics kept = first_problems(all, 2);
  ASSERT_EQ(kept.items().size(), 2U);
  EXPECT_EQ(kept.items()[0].message + kept.items()[1].message, "be");
}

TEST(FirstProblems, LeaveTheRestToBeCounted) {
  EXPECT_EQ(further_problems(mixed(), 4), "");
  EXPECT_EQ(further_problems(mixed(), 3), "… and 1 more problem\n");
  EXPECT_EQ(further_problems(mixed(), 2), "… and 2 more problems\n");
}

}  // namespace
}  // namespace prereq::cli
