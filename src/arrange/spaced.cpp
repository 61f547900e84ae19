#include "arrange/spaced.hpp"

#include <algorithm>
#include <cstddef>

namespace prereq {
namespace {

struct Pool {
  double sum = 0;  // of weight x offset wanted
  double weight = 0;
  std::size_t count = 0;
  double mean() const { return sum / weight; }
};

}  // namespace

std::vector<double> spaced(const std::vector<SpacedPlace>& places, double low, double high) {
  std::vector<Pool> pools;
  pools.reserve(places.size());
  double offset = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) offset += places[i].least;
    const double weight = places[i].weight;
    pools.push_back({weight * (places[i].wanted - offset), weight, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().weight += last.weight;
      pools.back().count += last.count;
    }
  }
  // Without the distances, all lie between `low` and `high` less the room these take.
  const double highest = std::max(low, high - offset);
  std::vector<double> result;
  result.reserve(places.size());
  double taken = 0;
  for (const Pool& pool : pools) {
    const double at = std::clamp(pool.mean(), low, highest);
    for (std::size_t i = 0; i < pool.count; ++i) {
      if (!result.empty()) taken += places[result.size()].least;
      result.push_back(at + taken);
    }
  }
  return result;
}

}  // namespace prereq
