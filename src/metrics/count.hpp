// Sums and products of 128 bits that stop at the largest value.
#pragma once

#include "base/wide_integers.hpp"
#include "prereq/metrics.hpp"

namespace prereq {

// Whoever stops once stays stopped: no product here is with zero unless the count itself is zero.
class SaturatingCount {
 public:
  SaturatingCount() = default;
  SaturatingCount(std::uint64_t value) : value_(value) {}  // NOLINT(google-explicit-constructor)
  explicit SaturatingCount(Count128 count);

  Count128 count() const;
  bool is_zero() const { return value_ == 0; }

  friend SaturatingCount operator+(SaturatingCount a, SaturatingCount b);
  friend SaturatingCount operator*(SaturatingCount a, SaturatingCount b);
  // Rounded down; meaningless for who has stopped. Requires: not by 0.
  friend SaturatingCount operator/(SaturatingCount a, std::uint64_t b);
  SaturatingCount& operator+=(SaturatingCount other) { return *this = *this + other; }

 private:
  UInt128 value_ = 0;
};

}  // namespace prereq
