#include "write/timetable_words.hpp"

namespace prereq {
namespace {

std::string day_words(const TimetableOptions& options, const StudyDay& day) {
  return options.start ? format_date(day.date) : "week " + std::to_string(day.week);
}

}  // namespace

std::string pace_words(const TimetableOptions& options) {
  std::string text =
      format_hours(options.pace.hours) + " a " + std::string(to_string(options.pace.unit));
  if (options.days.all()) return text;
  std::size_t named = 0;
  for (std::size_t day = 0; day < options.days.size(); ++day) {
    if (!options.days[day]) continue;
    text += named == 0 ? " on " : named + 1 == options.days.count() ? " and " : ", ";
    text += weekday_name(day);
    ++named;
  }
  return text;
}

std::string period_words(const TimetableOptions& options, const StudyPeriod& period) {
  if (options.start) {
    std::string text = format_date(period.first.date);
    if (period.last.date != period.first.date) text += " to " + format_date(period.last.date);
    return text;
  }
  if (period.first.week == period.last.week) return "week " + std::to_string(period.first.week);
  return "weeks " + std::to_string(period.first.week) + "–" + std::to_string(period.last.week);
}

std::string timetable_words(const Timetable& timetable) {
  const TimetableOptions& options = timetable.options;
  std::string text = pace_words(options);
  if (options.start) text += " from " + format_date(*options.start);
  text += (options.start ? ": done on " : ": done in ") + day_words(options, timetable.finish);
  const std::string earliest = day_words(options, timetable.earliest);
  const std::string latest = day_words(options, timetable.latest);
  if (earliest != latest) text += ", between " + earliest + " and " + latest;
  return text;
}

}  // namespace prereq
