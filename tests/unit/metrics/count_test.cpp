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

}  // namespace
}  // namespace prereq
