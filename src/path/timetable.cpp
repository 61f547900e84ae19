#include "prereq/timetable.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii_words.hpp"
#include "base/wide_integers.hpp"

namespace prereq {
namespace {

using std::chrono::sys_days;

// Products of seconds, weeks and months pass 2^63.
using Wide = Int128;

constexpr std::int64_t months_of_cycle = 4'800;  // the calendar repeats after 400 years
constexpr std::int64_t weeks_of_cycle = 20'871;

constexpr std::array<std::string_view, 7> weekday_names = {"mon", "tue", "wed", "thu",
                                                           "fri", "sat", "sun"};
constexpr std::array<std::string_view, 3> unit_names = {"day", "week", "month"};

constexpr sys_days last_date = std::chrono::year(9999) / 12 / 31;

// So many seconds of work take so many study days.
struct Rate {
  Wide seconds;
  Wide days;
};

Rate rate_of(const TimetableOptions& options) {
  const Wide pace = options.pace.hours.seconds();
  const Wide days_of_week = options.days.count();
  switch (options.pace.unit) {
    case PaceUnit::day: return {pace, 1};
    case PaceUnit::week: return {pace, days_of_week};
    case PaceUnit::month: break;
  }
  return {pace * months_of_cycle, days_of_week * weeks_of_cycle};
}

// Counts study days: the number 0 is the first on or after the start.
class Calendar {
 public:
  explicit Calendar(const TimetableOptions& options)
      : start_(options.start), rate_(rate_of(options)) {
    const std::size_t first =
        start_ ? std::chrono::weekday(*start_).iso_encoding() - 1 : std::size_t{0};
    for (std::size_t offset = 0; offset < 7; ++offset) {
      if (options.days[(first + offset) % 7]) offsets_[count_++] = static_cast<int>(offset);
    }
  }

  // The study day on which work that begins after so much of it begins, and on which so much of it
  // is done.
  Wide begin(Hours done) const { return done.seconds() * rate_.days / rate_.seconds; }
  Wide end(Hours done) const {
    const Wide whole = (done.seconds() * rate_.days + rate_.seconds - 1) / rate_.seconds;
    return whole > 0 ? whole - 1 : 0;
  }

  // Nothing beyond the last date.
  std::optional<StudyDay> day(Wide number) const {
    const Wide weeks = number / count_;
    StudyDay day;
    day.week = static_cast<std::int64_t>(weeks) + 1;
    if (!start_) return day;
    const Wide after = weeks * 7 + offsets_[static_cast<std::size_t>(number % count_)];
    if (after > (last_date - *start_).count()) return std::nullopt;
    day.date = *start_ + std::chrono::days(static_cast<int>(after));
    return day;
  }

 private:
  std::optional<sys_days> start_;
  std::array<int, 7> offsets_{};  // of the study days in the seven days from the start
  unsigned count_ = 0;
  Rate rate_;
};

bool is_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

void append_padded(std::string& out, unsigned number, std::size_t width) {
  const std::string digits = std::to_string(number);
  out.append(width - std::min(width, digits.size()), '0');
  out += digits;
}

}  // namespace

std::string_view to_string(PaceUnit unit) { return unit_names[static_cast<std::size_t>(unit)]; }

std::optional<Pace> parse_pace(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto unit = std::ranges::find(unit_names, text.substr(slash + 1));
  const std::optional<HoursRange> hours = parse_hours(text.substr(0, slash));
  if (unit == unit_names.end() || !hours || !hours->is_single()) return std::nullopt;
  const auto at = static_cast<std::size_t>(unit - unit_names.begin());
  if (hours->low.seconds() <= 0) return std::nullopt;
  return Pace{hours->low, static_cast<PaceUnit>(at)};
}

Hours hours_of_study_day(const TimetableOptions& options) {
  const Rate rate = rate_of(options);
  return Hours::from_seconds(static_cast<std::int64_t>((rate.seconds + rate.days - 1) / rate.days));
}

std::optional<sys_days> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8);
  if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year(number_of(year)),
      std::chrono::month(static_cast<unsigned>(number_of(month))),
      std::chrono::day(static_cast<unsigned>(number_of(day)))};
  if (!date.ok() || number_of(year) == 0) return std::nullopt;
  return sys_days(date);
}

std::string format_date(sys_days date) {
  const std::chrono::year_month_day parts(date);
  std::string out;
  append_padded(out, static_cast<unsigned>(static_cast<int>(parts.year())), 4);
  out += '-';
  append_padded(out, static_cast<unsigned>(parts.month()), 2);
  out += '-';
  append_padded(out, static_cast<unsigned>(parts.day()), 2);
  return out;
}

std::optional<std::size_t> parse_weekday(std::string_view text) {
  const auto found = std::ranges::find(weekday_names, text);
  if (found == weekday_names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - weekday_names.begin());
}

std::string_view weekday_name(std::size_t day) { return weekday_names[day]; }

std::optional<Timetable> make_timetable(const Path& path, const TimetableOptions& options) {
  const Calendar calendar(options);
  Timetable timetable;
  timetable.options = options;
  const auto earliest = calendar.day(calendar.end(path.range.low));
  const auto latest = calendar.day(calendar.end(path.range.high));
  const auto finish = calendar.day(calendar.end(path.hours));
  if (!earliest || !latest || !finish) return std::nullopt;
  timetable.earliest = *earliest;
  timetable.latest = *latest;
  timetable.finish = *finish;
  Hours before;
  for (const PathStep& step : path.steps) {
    const Wide last = calendar.end(step.total);
    const Wide first = step.total == before ? last : calendar.begin(before);
    const auto begins = calendar.day(first);
    const auto ends = calendar.day(last);
    if (!begins || !ends) return std::nullopt;
    timetable.steps.push_back({*begins, *ends});
    before = step.total;
  }
  return timetable;
}

}  // namespace prereq
