// Places along a line, in a given order and no closer than they may be.
#pragma once

#include <vector>

namespace prereq {

struct SpacedPlace {
  double wanted = 0;
  double weight = 1;
  double least = 0;  // distance from the one before
};

// The places nearest to those wanted by weighted least squares (pooling adjacent violators), then
// kept between `low` and `high` as far as there is room. O(places).
std::vector<double> spaced(const std::vector<SpacedPlace>& places, double low, double high);

}  // namespace prereq
