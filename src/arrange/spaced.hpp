// Places along a line, in a given order and no closer than they may be.
#pragma once

#include <cstddef>
#include <vector>

namespace prereq {

struct SpacedPlace {
  double wanted = 0;
  double weight = 1;
  double least = 0;  // distance from the one before
};

// Places by weighted least squares, pooling adjacent violators. Keeps its room from row to row.
class Spacer {
 public:
  // The places nearest to those wanted, then kept between `low` and `high` as far as there is room.
  // Valid until the next call. O(places).
  const std::vector<double>& place(const std::vector<SpacedPlace>& places, double low, double high);

 private:
  struct Pool {
    double sum = 0;  // of weight x offset wanted
    double weight = 0;
    std::size_t count = 0;
    double mean() const { return sum / weight; }
  };
  std::vector<Pool> pools_;
  std::vector<double> result_;
};

}  // namespace prereq
