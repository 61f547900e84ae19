#include "prereq/timetable.hpp"

#include <gtest/gtest.h>

#include <random>

namespace prereq {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Hours minutes(std::int64_t count) { return Hours::from_seconds(count * 60); }

Path path_of(const std::vector<HoursRange>& steps) {
  Path path;
  for (const HoursRange hours : steps) {
    path.hours += hours.midpoint();
    path.range = path.range + hours;
    PathStep step;
    step.hours = hours;
    step.total = path.hours;
    path.steps.push_back(step);
  }
  return path;
}

TimetableOptions options_of(std::string_view pace, std::string_view start,
                            std::initializer_list<std::size_t> study_days = {}) {
  TimetableOptions options;
  options.pace = parse_pace(pace).value();
  if (!start.empty()) options.start = parse_date(start).value();
  if (study_days.size() > 0) options.days.reset();
  for (const std::size_t day : study_days) options.days.set(day);
  return options;
}

std::string dates(const StudyPeriod& period) {
  return format_date(period.first.date) + " " + format_date(period.last.date);
}

TEST(Pace, IsHoursADayWeekOrMonth) {
  EXPECT_EQ(parse_pace("6h/week")->hours, minutes(360));
  EXPECT_EQ(parse_pace("6h/week")->unit, PaceUnit::week);
  EXPECT_EQ(parse_pace("90min/day")->hours, minutes(90));
  EXPECT_EQ(parse_pace("90min/day")->unit, PaceUnit::day);
  EXPECT_EQ(parse_pace("20/month")->hours, minutes(1200));
  EXPECT_EQ(parse_pace("24h/day")->hours, minutes(24 * 60));
}

TEST(Pace, IsRefusedWhenItIsNone) {
  for (const std::string_view text : {"", "6h", "6h/", "/week", "6h/year", "6h/weeks", "0h/week",
                                      "-1h/day", "2-3h/day", "6h/week/day", "6h / week "}) {
    EXPECT_FALSE(parse_pace(text)) << text;
  }
}

TEST(Pace, SaysWhatItPutsOnEachStudyDay) {
  EXPECT_EQ(hours_of_study_day(options_of("90min/day", "")), minutes(90));
  EXPECT_EQ(hours_of_study_day(options_of("90min/day", "", {0})), minutes(90));
  EXPECT_EQ(hours_of_study_day(options_of("168h/week", "")), minutes(24 * 60));
  EXPECT_EQ(hours_of_study_day(options_of("6h/week", "", {0, 2, 5})), minutes(120));
  // 4800 months are 146097 days.
  EXPECT_EQ(hours_of_study_day(options_of("146097h/month", "")), minutes(4800 * 60));
}

TEST(Pace, OfAWeekIsAllOnItsOnlyStudyDay) {
  EXPECT_EQ(hours_of_study_day(options_of("168h/week", "", {0})), minutes(168 * 60));
  EXPECT_EQ(hours_of_study_day(options_of("24h/week", "", {0})), most_of_a_day);
}

TEST(Pace, ThatIsASecondTooMuchForADayIsMore) {
  EXPECT_GT(hours_of_study_day(options_of("168.01h/week", "")), most_of_a_day);
  EXPECT_LE(hours_of_study_day(options_of("730.48h/month", "")), most_of_a_day);
  EXPECT_GT(hours_of_study_day(options_of("730.49h/month", "")), most_of_a_day);
}

TEST(Date, IsADayThatTheCalendarHas) {
  for (const std::string_view text :
       {"2027-01-04", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    ASSERT_TRUE(parse_date(text)) << text;
    EXPECT_EQ(format_date(*parse_date(text)), text);
  }
  for (const std::string_view text :
       {"", "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-01", "2027-01-00", "2027-04-31",
        "0000-01-01", "27-01-04", "2027-1-4", "2027/01/04", "2027-01-04 ", "+027-01-04"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, OfEveryDayIsReadBack) {
  const sys_days first = *parse_date("1999-01-01");
  std::string before;
  for (int day = 0; day < 366 * 10; ++day) {
    const std::string text = format_date(first + days(day));
    EXPECT_LT(before, text);
    EXPECT_EQ(parse_date(text), first + days(day));
    before = text;
  }
}

TEST(Weekday, IsNamedByThreeLetters) {
  for (std::size_t day = 0; day < 7; ++day) EXPECT_EQ(parse_weekday(weekday_name(day)), day);
  EXPECT_EQ(parse_weekday("mon"), 0U);
  EXPECT_FALSE(parse_weekday("Mon"));
  EXPECT_FALSE(parse_weekday(""));
}

TEST(Timetable, SharesADayBetweenStepsThatMeetOnIt) {
  const Path path = path_of({{minutes(90), minutes(90)}, {minutes(30), minutes(30)}});
  const auto table = make_timetable(path, options_of("1h/day", "2027-01-04")).value();
  EXPECT_EQ(dates(table.steps[0]), "2027-01-04 2027-01-05");
  EXPECT_EQ(dates(table.steps[1]), "2027-01-05 2027-01-05");
  EXPECT_EQ(format_date(table.finish.date), "2027-01-05");
}

TEST(Timetable, StudiesOnStudyDaysOnly) {
  // Two hours on each of Monday, Wednesday and Saturday; the start is a Tuesday.
  const Path path = path_of({{minutes(240), minutes(240)}, {minutes(121), minutes(121)}});
  const auto table = make_timetable(path, options_of("6h/week", "2027-01-05", {0, 2, 5})).value();
  EXPECT_EQ(dates(table.steps[0]), "2027-01-06 2027-01-09");
  EXPECT_EQ(dates(table.steps[1]), "2027-01-11 2027-01-13");
  EXPECT_EQ(table.steps[1].last.week, 2);
}

TEST(Timetable, PutsAMilestoneOnTheDayOnWhichItIsReached) {
  const Path path = path_of({{}, {minutes(60), minutes(60)}, {}, {minutes(60), minutes(60)}});
  const auto table = make_timetable(path, options_of("1h/day", "2027-01-04")).value();
  EXPECT_EQ(dates(table.steps[0]), "2027-01-04 2027-01-04");
  EXPECT_EQ(dates(table.steps[2]), "2027-01-04 2027-01-04");
  EXPECT_EQ(dates(table.steps[3]), "2027-01-05 2027-01-05");
}

TEST(Timetable, GivesAnEarliestAndALatestFinishForRanges) {
  const Path path = path_of({{minutes(60), minutes(180)}});
  const auto table = make_timetable(path, options_of("1h/day", "2027-01-31")).value();
  EXPECT_EQ(format_date(table.earliest.date), "2027-01-31");
  EXPECT_EQ(format_date(table.finish.date), "2027-02-01");
  EXPECT_EQ(format_date(table.latest.date), "2027-02-02");
}

TEST(Timetable, CountsWeeksWithoutAStart) {
  const Path path = path_of({{minutes(360), minutes(360)}, {minutes(361), minutes(361)}});
  const auto table = make_timetable(path, options_of("6h/week", "", {6})).value();
  EXPECT_EQ(table.steps[0].last.week, 1);
  EXPECT_EQ(table.steps[1].first.week, 2);
  EXPECT_EQ(table.steps[1].last.week, 3);
}

TEST(Timetable, SpreadsMonthsEvenlyOverTheCalendar) {
  // 4800 months of one hour are 20871 weeks, to the day.
  const Path path = path_of({{minutes(4800 * 60), minutes(4800 * 60)}, {minutes(1), minutes(1)}});
  const auto table = make_timetable(path, options_of("1h/month", "2000-01-01")).value();
  EXPECT_EQ(format_date(table.steps[0].last.date), "2399-12-31");
  EXPECT_EQ(format_date(table.steps[1].first.date), "2400-01-01");
}

TEST(Timetable, HasToEndWithinTheCalendar) {
  const Path path = path_of({{minutes(60), minutes(180)}});
  EXPECT_TRUE(make_timetable(path, options_of("1h/day", "9999-12-29")));
  EXPECT_FALSE(make_timetable(path, options_of("1h/day", "9999-12-30")));
  EXPECT_TRUE(make_timetable(path, options_of("1h/day", "")));
}

TEST(Timetable, OfNothingEndsOnTheFirstStudyDay) {
  const auto table = make_timetable(path_of({}), options_of("1h/day", "2027-01-05", {0})).value();
  EXPECT_TRUE(table.steps.empty());
  EXPECT_EQ(format_date(table.finish.date), "2027-01-11");
}

// Works off the path minute by minute.
TEST(Timetable, AgreesWithAStudentWhoTakesNotes) {
  std::mt19937 random(20270104);
  const auto draw = [&random](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  for (int round = 0; round < 300; ++round) {
    TimetableOptions options;
    options.days = StudyDays(static_cast<unsigned>(1 + draw(126)));
    options.start = *parse_date("2027-01-01") + days(draw(800));
    const int a_day = 1 + draw(100);
    const bool weekly = draw(1) == 1;
    const int per = weekly ? static_cast<int>(options.days.count()) : 1;
    options.pace = {minutes(a_day * per), weekly ? PaceUnit::week : PaceUnit::day};
    std::vector<HoursRange> hours;
    for (int step = draw(6); step >= 0; --step) {
      const Hours time = minutes(1 + draw(300));
      hours.push_back({time, time});
    }
    const auto table = make_timetable(path_of(hours), options).value();

    sys_days today = *options.start;
    int left = a_day;
    const auto go_on = [&] {
      while (left == 0 || !options.days[std::chrono::weekday(today).iso_encoding() - 1]) {
        today += days(1);
        left = a_day;
      }
    };
    for (std::size_t step = 0; step < hours.size(); ++step) {
      go_on();
      EXPECT_EQ(format_date(table.steps[step].first.date), format_date(today));
      for (std::int64_t minute = hours[step].low.seconds() / 60; minute > 0; --minute) {
        go_on();
        --left;
      }
      EXPECT_EQ(format_date(table.steps[step].last.date), format_date(today));
    }
    EXPECT_EQ(format_date(table.finish.date), format_date(today));
  }
}

}  // namespace
}  // namespace prereq
