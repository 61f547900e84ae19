#include "arrange/spaced.hpp"

#include <algorithm>

namespace prereq {

const std::vector<double>& Spacer::place(const std::vector<SpacedPlace>& places, double low,
                                         double high) {
  pools_.clear();
  double offset = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) offset += places[i].least;
    const double weight = places[i].weight;
    pools_.push_back({weight * (places[i].wanted - offset), weight, 1});
    while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() > pools_.back().mean()) {
      const Pool last = pools_.back();
      pools_.pop_back();
      pools_.back().sum += last.sum;
      pools_.back().weight += last.weight;
      pools_.back().count += last.count;
    }
  }
  // Without the distances, all lie between `low` and `high` less the room these take.
  const double highest = std::max(low, high - offset);
  result_.clear();
  double taken = 0;
  for (const Pool& pool : pools_) {
    const double at = std::clamp(pool.mean(), low, highest);
    for (std::size_t i = 0; i < pool.count; ++i) {
      if (!result_.empty()) taken += places[result_.size()].least;
      result_.push_back(at + taken);
    }
  }
  return result_;
}

}  // namespace prereq
