#include "metrics/count.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr UInt128 largest = ~UInt128{0};

}  // namespace

SaturatingCount::SaturatingCount(Count128 count)
    : value_((static_cast<UInt128>(count.high) << 64U) | count.low) {}

Count128 SaturatingCount::count() const {
  return {static_cast<std::uint64_t>(value_ >> 64U), static_cast<std::uint64_t>(value_)};
}

SaturatingCount operator+(SaturatingCount a, SaturatingCount b) {
  if (b.value_ > largest - a.value_)
    a.value_ = largest;
  else
    a.value_ += b.value_;
  return a;
}

SaturatingCount operator*(SaturatingCount a, SaturatingCount b) {
  // Factors of 64 bits cannot reach the end, and need no division.
  const bool fits =
      (a.value_ | b.value_) <= UINT64_MAX || a.is_zero() || b.value_ <= largest / a.value_;
  a.value_ = fits ? a.value_ * b.value_ : largest;
  return a;
}

SaturatingCount operator/(SaturatingCount a, std::uint64_t b) {
  a.value_ /= b;
  return a;
}

std::string format_hours(const HoursSum& sum) {
  constexpr std::uint64_t seconds_per_hundredth = 36;
  if (sum <= HoursSum(Hours::from_seconds(INT64_MAX))) {
    return format_hours(Hours::from_seconds(static_cast<std::int64_t>(sum.seconds.low)));
  }
  const SaturatingCount rounded = SaturatingCount(sum.seconds) + seconds_per_hundredth / 2;
  std::string text = to_string((rounded / seconds_per_hundredth).count());
  text.insert(text.size() - 2, ".");
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text + " h";
}

std::string to_string(Complexity complexity) {
  std::string text = std::to_string(complexity.tenths / 10);
  const std::uint64_t rest = complexity.tenths % 10;
  return rest == 0 ? text : text + "." + std::to_string(rest);
}

std::string to_string(Count128 count) {
  // Long division by ten, 32 bits at a time.
  std::uint64_t limbs[] = {count.high >> 32U, count.high & UINT32_MAX, count.low >> 32U,
                           count.low & UINT32_MAX};
  std::string digits;
  bool is_zero = false;
  while (!is_zero) {
    std::uint64_t rest = 0;
    is_zero = true;
    for (std::uint64_t& limb : limbs) {
      const std::uint64_t part = (rest << 32U) | limb;
      limb = part / 10;
      rest = part % 10;
      is_zero = is_zero && limb == 0;
    }
    digits += static_cast<char>('0' + static_cast<char>(rest));
  }
  std::ranges::reverse(digits);
  return digits;
}

}  // namespace prereq
