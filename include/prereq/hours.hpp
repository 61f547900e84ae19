// Study time, kept exactly.
//
// An Hours value is a whole number of seconds, so that both ways of writing one (`1.25` hours and
// `20min`) are held and summed without rounding. A HoursRange is an estimate such as `30-50`; a
// plain number is a range whose ends are equal. Values are immutable and safe to share.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prereq {

class Hours {
 public:
  constexpr Hours() = default;
  static constexpr Hours from_seconds(std::int64_t seconds) { return Hours(seconds); }

  constexpr std::int64_t seconds() const { return seconds_; }
  // For ratios and JSON; comparisons and sums belong on the exact value.
  constexpr double as_double() const { return static_cast<double>(seconds_) / 3600.0; }

  friend constexpr Hours operator+(Hours a, Hours b) { return Hours(a.seconds_ + b.seconds_); }
  friend constexpr Hours operator-(Hours a, Hours b) { return Hours(a.seconds_ - b.seconds_); }
  constexpr Hours& operator+=(Hours other) { return *this = *this + other; }
  friend constexpr auto operator<=>(Hours, Hours) = default;

 private:
  explicit constexpr Hours(std::int64_t seconds) : seconds_(seconds) {}
  std::int64_t seconds_ = 0;
};

// The most hours one value in a file may state. Sums over 5 million topics then stay below 2^63.
inline constexpr std::int64_t max_stated_hours = 1'000'000;

struct HoursRange {
  Hours low;
  Hours high;

  // Exact: what a file can state is always an even number of seconds.
  constexpr Hours midpoint() const {
    return Hours::from_seconds((low.seconds() + high.seconds()) / 2);
  }
  constexpr bool is_single() const { return low == high; }
  friend constexpr HoursRange operator+(HoursRange a, HoursRange b) {
    return {a.low + b.low, a.high + b.high};
  }
  friend constexpr bool operator==(const HoursRange&, const HoursRange&) = default;
};

// Reads `40`, `1.5`, `1.5h`, `1.5 hours`, `20min`, `30-50`, `1-2h`, `30–50` (en dash).
// Nothing for anything else: a negative number, more than two decimals, more than
// max_stated_hours, or a range whose first end is the larger.
std::optional<HoursRange> parse_hours(std::string_view text);

// What parse_hours() would have taken in place of a text that it does not take, for a message:
// "expected at most 1000000 hours". Empty if it takes the text.
std::string hours_complaint(std::string_view text);

// `40 h`, `1.5 h`, `20 min` (whole minutes below an hour that two decimals of an hour cannot say),
// never more than two decimals. The C locale whatever the environment says.
std::string format_hours(Hours hours);
// `30–50 h`; one number where both ends are equal.
std::string format_hours(HoursRange range);

}  // namespace prereq
