#include "path/core_prices.hpp"

#include <algorithm>
#include <numeric>

namespace prereq {
namespace {

constexpr int rounds = 300;
constexpr int patience = 15;         // rounds without a gain before the steps are halved
constexpr double first_step = 0.05;  // of the bound

class PriceAscent {
 public:
  PriceAscent(const Packing& packing, const std::vector<Weight>& prices)
      : packing_(packing), loads_(packing.capacities.size()) {
    for (const Weight& capacity : packing.capacities) capacities_.push_back(as_real(capacity));
    for (const Weight& price : prices) best_.push_back(as_real(price));
    best_bound_ = std::accumulate(best_.begin(), best_.end(), 0.0);
  }

  std::vector<double> run() {
    std::vector<double> prices = best_;
    double step = first_step;
    int stale = 0;
    for (int round = 0; round < rounds; ++round) {
      const double bound = bound_of(prices);
      if (bound > best_bound_) {
        best_bound_ = bound;
        best_ = prices;
        stale = 0;
      } else if (++stale > patience) {
        step /= 2;
        prices = best_;
        stale = 0;
        continue;
      }
      if (!move(prices, step * best_bound_)) break;
    }
    return best_;
  }

 private:
  static double as_real(Weight weight) { return static_cast<double>(weight); }

  // The Lagrangian: a bound whether or not the prices fit. Leaves what each item pays in loads_.
  double bound_of(const std::vector<double>& prices) {
    std::ranges::fill(loads_, 0.0);
    for (std::size_t r = 0; r < prices.size(); ++r) {
      for (const std::uint32_t item : packing_.rows[r]) loads_[item] += prices[r];
    }
    double bound = std::accumulate(prices.begin(), prices.end(), 0.0);
    for (std::size_t i = 0; i < loads_.size(); ++i)
      bound -= std::max(0.0, loads_[i] - capacities_[i]);
    return bound;
  }

  // False where the bound is flat.
  bool move(std::vector<double>& prices, double length) {
    std::vector<double> slope(prices.size(), 1.0);
    double norm = 0;
    for (std::size_t r = 0; r < prices.size(); ++r) {
      for (const std::uint32_t item : packing_.rows[r]) {
        if (loads_[item] > capacities_[item]) slope[r] -= 1;
      }
      norm += slope[r] * slope[r];
    }
    if (norm == 0) return false;
    for (std::size_t r = 0; r < prices.size(); ++r) {
      prices[r] = std::max(0.0, prices[r] + length / norm * slope[r]);
    }
    return true;
  }

  const Packing& packing_;
  std::vector<double> capacities_;
  std::vector<double> loads_;  // by item
  std::vector<double> best_;   // by row
  double best_bound_ = 0;
};

// As near to what is wanted as fits, then whatever still fits.
std::vector<Weight> fit(const Packing& packing, const std::vector<double>& wanted) {
  std::vector<Weight> left = packing.capacities;
  std::vector<Weight> prices(wanted.size(), 0);
  const auto raise = [&](std::size_t row, Weight most) {
    for (const std::uint32_t item : packing.rows[row]) most = std::min(most, left[item]);
    for (const std::uint32_t item : packing.rows[row]) left[item] -= most;
    prices[row] += most;
  };
  for (std::size_t r = 0; r < prices.size(); ++r) raise(r, static_cast<Weight>(wanted[r]));
  for (std::size_t r = 0; r < prices.size(); ++r) raise(r, left[packing.rows[r].front()]);
  return prices;
}

}  // namespace

Weight raise_prices(const Packing& packing, std::vector<Weight>& prices) {
  if (prices.size() < 2) return 0;
  std::vector<Weight> better = fit(packing, PriceAscent(packing, prices).run());
  const Weight gain = std::accumulate(better.begin(), better.end(), Weight{0}) -
                      std::accumulate(prices.begin(), prices.end(), Weight{0});
  if (gain <= 0) return 0;
  prices = std::move(better);
  return gain;
}

}  // namespace prereq
