#include "read/duration.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

std::string hours(std::string_view duration, std::string_view effort) {
  const auto found = read_duration(duration, effort);
  return found ? format_hours(*found) : "none";
}

TEST(Duration, IsWeeksTimesHoursAWeek) {
  EXPECT_EQ(hours("6 weeks, 5–7 hours/week", ""), "30–42 h");
  EXPECT_EQ(hours("6 weeks", "5-7 hours a week"), "30–42 h");
  EXPECT_EQ(hours("4-6 weeks", "10 hours/week"), "40–60 h");
  EXPECT_EQ(hours("13 Weeks", "6 h per week"), "78 h");
  EXPECT_EQ(hours("10 weeks at 3 to 4 hrs weekly", ""), "30–40 h");
  EXPECT_EQ(hours("3 months", "2 hours/week"), "26 h");
}

TEST(Duration, IsHoursOrMinutes) {
  EXPECT_EQ(hours("", "12"), "12 h");
  EXPECT_EQ(hours("", "12-20"), "12–20 h");
  EXPECT_EQ(hours("90 min", ""), "1.5 h");
  EXPECT_EQ(hours("2.5 hours", ""), "2.5 h");
  EXPECT_EQ(hours("~30 h", ""), "30 h");
}

TEST(Duration, IsUnknownWhereNothingSaysTheWork) {
  EXPECT_EQ(hours("6 weeks", ""), "none");
  EXPECT_EQ(hours("", "5 hours/week"), "none");
  EXPECT_EQ(hours("self-paced", "varies"), "none");
  EXPECT_EQ(hours("", ""), "none");
  EXPECT_EQ(hours("999999999 hours", ""), "none");
  EXPECT_EQ(hours("9-3 hours", ""), "none");
}

}  // namespace
}  // namespace prereq
