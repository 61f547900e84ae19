#include "metrics/count.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

constexpr Count128 largest{UINT64_MAX, UINT64_MAX};

TEST(Count, IsWrittenInDecimal) {
  EXPECT_EQ(to_string(Count128{0, 0}), "0");
  EXPECT_EQ(to_string(Count128{0, 1234567890}), "1234567890");
  EXPECT_EQ(to_string(Count128{0, UINT64_MAX}), "18446744073709551615");
  EXPECT_EQ(to_string(Count128{1, 0}), "18446744073709551616");
  EXPECT_EQ(to_string(largest), "340282366920938463463374607431768211455");
}

TEST(Count, AddsAndMultipliesExactlyBeyondSixtyFourBits) {
  const SaturatingCount wide(Count128{0, UINT64_MAX});
  EXPECT_EQ((wide + 1).count(), (Count128{1, 0}));
  EXPECT_EQ((wide * wide).count(), (Count128{UINT64_MAX - 1, 1}));
}

TEST(Count, StopsAtTheLargestValueAndStaysThere) {
  const SaturatingCount half(Count128{std::uint64_t{1} << 63U, 0});
  EXPECT_EQ((half + half).count(), largest);
  EXPECT_EQ((half * 2).count(), largest);
  EXPECT_EQ((half + half + 1).count(), largest);
  EXPECT_TRUE((half + half).count().is_saturated());
  EXPECT_FALSE(half.count().is_saturated());
}

TEST(HoursSum, IsWrittenExactlyWhereHoursWouldOverflow) {
  HoursSum sum;
  EXPECT_EQ(format_hours(sum), "0 h");
  sum.seconds = {0, 20 * 60};
  EXPECT_EQ(format_hours(sum), "20 min");
  sum.seconds = {0, INT64_MAX};
  EXPECT_EQ(format_hours(sum), "2562047788015215.5 h");
  sum.seconds = {0, 9'363'600'000'000'000'000U};
  EXPECT_EQ(format_hours(sum), "2601000000000000 h");
  sum.seconds = {1, 0};
  EXPECT_EQ(format_hours(sum), "5124095576030431 h");
  sum.seconds = {0, 9'363'600'000'000'000'000U + 900};
  EXPECT_EQ(format_hours(sum), "2601000000000000.25 h");
}

}  // namespace
}  // namespace prereq
