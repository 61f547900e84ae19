// When the steps of a path are studied, one after the other, at a pace.
//
// Exact, in whole seconds and days of the Gregorian calendar; no clock, time zone or locale is
// asked. A pace by the week or month is spread evenly over the study days of a week, and a month is
// the calendar's mean one: 4800 months are 20871 weeks. Thread safe.
#pragma once

#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/hours.hpp"
#include "prereq/path.hpp"

namespace prereq {

enum class PaceUnit : std::uint8_t { day, week, month };
std::string_view to_string(PaceUnit unit);  // `day`, `week`, `month`

struct Pace {
  Hours hours = Hours::from_seconds(3600);  // more than 0
  PaceUnit unit = PaceUnit::day;            // `day` is a study day
};

// `6h/week`, `90min/day`, `20h/month`. Nothing for anything else: a range, or nothing at all.
// Whether a study day can hold it, hours_of_study_day() tells.
std::optional<Pace> parse_pace(std::string_view text);

// `2027-01-04`: a day that the calendar has, in the years 1 to 9999.
std::optional<std::chrono::sys_days> parse_date(std::string_view text);
std::string format_date(std::chrono::sys_days date);

// Monday is 0.
using StudyDays = std::bitset<7>;
std::optional<std::size_t> parse_weekday(std::string_view text);  // `mon` to `sun`
std::string_view weekday_name(std::size_t day);                   // `mon` to `sun`

struct TimetableOptions {
  Pace pace;
  StudyDays days = StudyDays().set();  // at least one
  // The first day, whether it is a study day or not. Without it there are only week numbers.
  std::optional<std::chrono::sys_days> start;
};

// What the pace puts on each study day: a week's hours on Mondays alone are all on that day.
// Rounded up to the next second.
Hours hours_of_study_day(const TimetableOptions& options);

// No day has more hours than the first; who plans with more than the second hardly sleeps.
inline constexpr Hours most_of_a_day = Hours::from_seconds(24 * 3600);
inline constexpr Hours much_of_a_day = Hours::from_seconds(16 * 3600);

struct StudyDay {
  std::int64_t week = 1;       // counted from the start, the first is 1
  std::chrono::sys_days date;  // only with a start
};

struct StudyPeriod {
  StudyDay first;
  StudyDay last;  // the same, or later
};

struct Timetable {
  TimetableOptions options;
  // Parallel to Path::steps, by the midpoints of their hours. A step begins on the day on which the
  // one before is done if there is time left that day; one of no hours falls on that same day.
  std::vector<StudyPeriod> steps;
  StudyDay finish;    // the last day of the last step; the first study day if there is none
  StudyDay earliest;  // the same if every step takes the least hours stated, or the most
  StudyDay latest;
};

// Nothing if with a start it would go beyond the year 9999. O(steps). Requires: the pace is one
// that a study day can hold, if the dates are to mean anything.
std::optional<Timetable> make_timetable(const Path& path, const TimetableOptions& options);

}  // namespace prereq
