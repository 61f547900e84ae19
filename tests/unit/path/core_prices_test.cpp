// Prices of cores against what is known of the packing problem.
#include "path/core_prices.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

Weight sum(const std::vector<Weight>& weights) {
  return std::accumulate(weights.begin(), weights.end(), Weight{0});
}

bool fits(const Packing& packing, const std::vector<Weight>& prices) {
  std::vector<Weight> left = packing.capacities;
  for (std::size_t r = 0; r < prices.size(); ++r) {
    if (prices[r] < 0) return false;
    for (const std::uint32_t item : packing.rows[r]) left[item] -= prices[r];
  }
  return std::ranges::all_of(left, [](Weight w) { return w >= 0; });
}

// The lightest set of items that every row names one of, by trying them all.
Weight lightest_hitting_set(const Packing& packing) {
  const std::size_t items = packing.capacities.size();
  Weight lightest = sum(packing.capacities);
  for (std::uint32_t set = 0; set < 1U << items; ++set) {
    const bool hits = std::ranges::all_of(packing.rows, [set](const auto& row) {
      return std::ranges::any_of(row, [set](std::uint32_t item) { return (set >> item & 1) != 0; });
    });
    if (!hits) continue;
    Weight weight = 0;
    for (std::size_t i = 0; i < items; ++i) {
      if ((set >> i & 1) != 0) weight += packing.capacities[i];
    }
    lightest = std::min(lightest, weight);
  }
  return lightest;
}

Packing random_packing(Random& random) {
  Packing packing;
  for (int i = 0; i < 10; ++i) packing.capacities.push_back(1000 * (1 + random.below(9)));
  for (int r = 0; r < 12; ++r) {
    std::vector<std::uint32_t> row;
    while (row.size() < 3) {
      const std::uint32_t item = random.below(10);
      if (std::ranges::find(row, item) == row.end()) row.push_back(item);
    }
    packing.rows.push_back(row);
  }
  return packing;
}

// The prices of cores taken one after another.
std::vector<Weight> first_come(const Packing& packing) {
  std::vector<Weight> left = packing.capacities;
  std::vector<Weight> prices;
  for (const auto& row : packing.rows) {
    Weight price = left[row[0]];
    for (const std::uint32_t item : row) price = std::min(price, left[item]);
    for (const std::uint32_t item : row) left[item] -= price;
    prices.push_back(price);
  }
  return prices;
}

TEST(CorePrices, ShareATriangleByHalves) {
  const Packing triangle{{1000, 1000, 1000}, {{0, 1}, {1, 2}, {0, 2}}};
  std::vector<Weight> prices{1000, 0, 0};
  const Weight gain = raise_prices(triangle, prices);
  EXPECT_TRUE(fits(triangle, prices));
  EXPECT_EQ(sum(prices), 1000 + gain);
  EXPECT_GE(sum(prices), 1485);
  EXPECT_LE(sum(prices), 1500);
}

TEST(CorePrices, AreLeftAloneWhereNothingOverlaps) {
  const Packing apart{{3, 5, 7, 4}, {{0, 1}, {2, 3}}};
  std::vector<Weight> prices{3, 4};
  EXPECT_EQ(raise_prices(apart, prices), 0);
  EXPECT_EQ(prices, (std::vector<Weight>{3, 4}));
}

TEST(CorePrices, OfASingleCoreCannotRise) {
  std::vector<Weight> prices{2};
  EXPECT_EQ(raise_prices({{2, 9}, {{0, 1}}}, prices), 0);
}

TEST(CorePrices, FitAndStayBelowEveryHittingSet) {
  Random random(11);
  Weight gained = 0;
  for (int i = 0; i < 200; ++i) {
    const Packing packing = random_packing(random);
    std::vector<Weight> prices = first_come(packing);
    const Weight before = sum(prices);
    const Weight gain = raise_prices(packing, prices);
    gained += gain;
    ASSERT_TRUE(fits(packing, prices)) << i;
    ASSERT_EQ(sum(prices), before + gain) << i;
    ASSERT_LE(sum(prices), lightest_hitting_set(packing)) << i;
  }
  EXPECT_GT(gained, 0);
}

}  // namespace
}  // namespace prereq
