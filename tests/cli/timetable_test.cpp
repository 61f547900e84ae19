// When: --pace, --start and --days, as text, tables and calendars.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli_test.hpp"
#include "support/calendar_checker.hpp"
#include "support/run_program.hpp"
#include "write/terminal_text.hpp"

namespace prereq {
namespace {

using nlohmann::json;
using testing::Calendar;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::prereq;
using testing::TemporaryFolder;

constexpr std::string_view languages = R"yaml(title: Languages
sections:
  start: {title: "Start; slowly, please"}
topics:
  letters: {hours: 2, section: start, resources: [{title: 'A "good", old \ book', url: "https://example.org/a,b;c", by: "Müller; Söhne"}]}
  words:
    title: "Wörter, 言葉 и слова, in a title that is so long that a calendar has to fold it: 深層学習"
    hours: 3-5
    requires: [letters]
  reading: {title: "=Reading", hours: 20min, requires: [words]}
goals:
  reader: {requires: [reading]}
)yaml";

class Timetables : public ::testing::Test {
 protected:
  Timetables() { folder_.file("languages.yaml", languages); }

  Outcome run(std::vector<std::string> options) const {
    options.insert(options.begin(), {"path", "languages.yaml", "--to", "reader"});
    return prereq(std::move(options), {.folder = folder_.path()});
  }
  std::string output(std::vector<std::string> options) const {
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    return result.out;
  }

  TemporaryFolder folder_;
};

TEST_F(Timetables, GiveDatesForEachStepAndARangeForTheEnd) {
  const std::string text =
      output({"--pace", "3h/week", "--start", "2027-01-04", "--days", "mon,wed,sat"});
  EXPECT_THAT(text, HasSubstr("\n    2027-01-04 to 2027-01-06\n"));
  EXPECT_THAT(text, HasSubstr("\nAt 3 h a week on mon, wed and sat from 2027-01-04: done on "
                              "2027-01-18, between\n  2027-01-16 and 2027-01-20\n"));
}

TEST_F(Timetables, CountWeeksWithoutAStart) {
  const std::string text = output({"--pace", "3h/week"});
  EXPECT_THAT(text, HasSubstr("\n    week 1\n"));
  EXPECT_THAT(text, HasSubstr("\n    weeks 1–2\n"));
  EXPECT_THAT(text, HasSubstr("\nAt 3 h a week: done in week 3, between week 2 and week 3\n"));
}

TEST_F(Timetables, AreInJson) {
  const json dated = json::parse(output(
      {"--pace", "90min/day", "--start", "2027-01-04", "--days", "sat", "--format", "json"}));
  EXPECT_EQ(dated.at("steps").at(0).at("start"), "2027-01-09");
  EXPECT_EQ(dated.at("steps").at(0).at("finish"), "2027-01-16");
  const json table = dated.at("timetable");
  EXPECT_EQ(table.at("pace"), 1.5);
  EXPECT_EQ(table.at("per"), "day");
  EXPECT_EQ(table.at("days"), json::array({"sat"}));
  EXPECT_EQ(table.at("start"), "2027-01-04");
  EXPECT_EQ(table.at("finish"), "2027-02-06");
  EXPECT_EQ(table.at("earliest_finish"), "2027-01-30");
  EXPECT_EQ(table.at("latest_finish"), "2027-02-06");

  const json weeks = json::parse(output({"--pace", "20h/month", "--format", "json"}));
  EXPECT_EQ(weeks.at("steps").at(2).at("start_week"), 2);
  EXPECT_EQ(weeks.at("timetable").at("latest_finish_week"), 2);
  EXPECT_FALSE(weeks.at("steps").at(0).contains("start"));
  EXPECT_FALSE(json::parse(output({"--format", "json"})).contains("timetable"));
}

TEST_F(Timetables, AreInMarkdown) {
  const std::string text =
      output({"--pace", "1h/day", "--start", "2027-01-04", "--format", "markdown"});
  EXPECT_THAT(text, HasSubstr("; 1 h a day from 2027-01-04: done on 2027-01-10, between 2027-01-09 "
                              "and 2027-01-11\n"));
  EXPECT_THAT(text, HasSubstr("- [ ] Letters (2 h, 2027-01-04 to 2027-01-05): "));
}

TEST_F(Timetables, AreATableThatSpreadsheetsRead) {
  EXPECT_EQ(output({"--format", "csv"}),
            "step,topic,title,section,hours,guessed,running_total,resource,url\r\n"
            "1,letters,Letters,start,2,false,2,\"A \"\"good\"\", old \\ book\","
            "\"https://example.org/a,b;c\"\r\n"
            "2,words,\"Wörter, 言葉 и слова, in a title that is so long that a calendar has to "
            "fold it: 深層学習\",,4,false,6,,\r\n"
            "3,reading,=Reading,,0.3333333333333333,false,6.333333333333333,,\r\n");
  EXPECT_THAT(output({"--format", "csv", "--pace", "1h/day", "--start", "2027-01-04"}),
              HasSubstr("running_total,start,finish,resource,url\r\n"
                        "1,letters,Letters,start,2,false,2,2027-01-04,2027-01-05,"));
  EXPECT_THAT(output({"--format", "csv", "--pace", "1h/week"}),
              HasSubstr(",start_week,finish_week,resource,url\r\n"
                        "1,letters,Letters,start,2,false,2,1,2,"));
}

TEST_F(Timetables, AreACalendar) {
  const Calendar calendar = testing::read_calendar(
      output({"--pace", "1h/day", "--start", "2027-01-04", "--format", "ics"}));
  EXPECT_THAT(calendar.problems, IsEmpty());
  ASSERT_EQ(calendar.events.size(), 3U);
  const auto& letters = calendar.events[0];
  EXPECT_EQ(letters.at("DTSTAMP"), "20270104T000000Z");
  EXPECT_EQ(letters.at("DTSTART;VALUE=DATE"), "20270104");
  EXPECT_EQ(letters.at("DTEND;VALUE=DATE"), "20270106");
  EXPECT_EQ(letters.at("CATEGORIES"), "Start\\; slowly\\, please");
  EXPECT_EQ(letters.at("URL"), "https://example.org/a,b;c");
  EXPECT_EQ(testing::unescaped(letters.at("DESCRIPTION")),
            "Step 1 of 3, 2 h\nA \"good\", old \\ book by Müller; Söhne https://example.org/a,b;c");
  EXPECT_EQ(testing::unescaped(calendar.events[1].at("SUMMARY")),
            "Wörter, 言葉 и слова, in a title that is so long that a calendar has to fold it: "
            "深層学習");
  // Twenty minutes of one day.
  EXPECT_EQ(calendar.events[2].at("DTSTART;VALUE=DATE"), "20270110");
  EXPECT_EQ(calendar.events[2].count("DTEND;VALUE=DATE"), 0U);
}

TEST_F(Timetables, MoveTheEventsOfATopicWhenThePlanChanges) {
  const auto events = [this](const std::string& start) {
    return testing::read_calendar(output({"--pace", "1h/day", "--start", start, "--format", "ics"}))
        .events;
  };
  const auto one = events("2027-01-04");
  const auto other = events("2027-02-01");
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].at("UID"), other[i].at("UID"));
}

// What python3-icalendar reads: a line for each event, and it fails at what is no calendar.
constexpr std::string_view calendar_reader = R"py(
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "no version or maker"
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    assert event["UID"] and event["DTSTAMP"].dt, "no name or stamp"
    first = event["DTSTART"].dt
    # Without an end, an event of whole days is one day long.
    days = (event["DTEND"].dt - first).days if "DTEND" in event else 1
    print(first, days, event["SUMMARY"], event.get("URL"), sep=" | ")
    print(event["DESCRIPTION"])
)py";

TEST_F(Timetables, AreACalendarForAnIndependentReaderToo) {
  const Outcome read = testing::run_program(
      {PREREQ_SYSTEM_PYTHON, "-c", std::string(calendar_reader)},
      {.input = output({"--pace", "1h/day", "--start", "2027-01-04", "--format", "ics"})});
  EXPECT_EQ(read.err, "");
  EXPECT_EQ(read.status, 0);
  EXPECT_EQ(read.out, R"text(2027-01-04 | 2 | Letters | https://example.org/a,b;c
Step 1 of 3, 2 h
A "good", old \ book by Müller; Söhne https://example.org/a,b;c
2027-01-06 | 4 | Wörter, 言葉 и слова, in a title that is so long that a calendar has to fold it: 深層学習 | None
Step 2 of 3, 4 h
2027-01-10 | 1 | =Reading | None
Step 3 of 3, 20 min
)text");
}

TEST_F(Timetables, HaveACalendarForNothingTooSinceAnEmptyOneIsNone) {
  const Calendar calendar = testing::read_calendar(output(
      {"--pace", "1h/day", "--start", "2027-01-04", "--format", "ics", "--known", "reading"}));
  EXPECT_THAT(calendar.problems, IsEmpty());
  ASSERT_EQ(calendar.events.size(), 1U);
  EXPECT_EQ(calendar.events[0].at("SUMMARY"), "Nothing left to learn for Reader");
}

TEST_F(Timetables, FoldTitlesOfEveryLengthBetweenCharacters) {
  for (std::size_t length = 9; length < 100; length += 9) {
    const std::string padding(length % 4, 'x');
    std::string title = padding;
    for (std::size_t i = 0; i < length; ++i) title += i % 3 == 0 ? "深" : i % 3 == 1 ? "é" : "𝄞";
    folder_.file("languages.yaml", "topics: {reader: {title: " + title + "}}\n");
    const Calendar calendar = testing::read_calendar(
        output({"--pace", "1h/day", "--start", "2027-01-04", "--format", "ics"}));
    EXPECT_THAT(calendar.problems, IsEmpty());
    ASSERT_EQ(calendar.events.size(), 1U);
    EXPECT_EQ(calendar.events[0].at("SUMMARY"), title);
  }
}

TEST_F(Timetables, SayWhatTheyCannotUse) {
  const auto refused = [this](std::vector<std::string> options) {
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    return result.err.substr(0, result.err.find('\n'));
  };
  EXPECT_EQ(refused({"--pace", "6h"}),
            "prereq path: --pace: '6h' is not a pace such as 6h/week, 90min/day or 20h/month");
  EXPECT_EQ(refused({"--start", "2027-02-30", "--pace", "1h/day"}),
            "prereq path: --start: '2027-02-30' is not a date such as 2027-01-04");
  EXPECT_EQ(
      refused({"--days", "mon,tues", "--pace", "1h/day"}),
      "prereq path: --days: 'mon,tues' is not a list of mon, tue, wed, thu, fri, sat and sun");
  EXPECT_EQ(refused({"--start", "2027-01-04"}), "prereq path: --start needs --pace");
  EXPECT_EQ(refused({"--days", "mon"}), "prereq path: --days needs --pace");
  EXPECT_EQ(refused({"--format", "ics", "--pace", "1h/day"}),
            "prereq path: --format ics needs --pace and --start");
  EXPECT_EQ(refused({"--start", "9999-12-31", "--pace", "1h/day"}),
            "prereq path: at this pace the path ends after the year 9999");
}

TEST_F(Timetables, PutNoWeekOnAMonday) {
  const auto refused = [this](std::vector<std::string> options) {
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    return result.err.substr(0, result.err.find('\n'));
  };
  EXPECT_EQ(refused({"--pace", "168h/week", "--days", "mon"}),
            "prereq path: --pace: 168 h a week on mon is more than 24 h a study day, which is all "
            "that a day has");
  for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{
           {"--pace", "25h/day"},
           {"--pace", "169h/week"},
           {"--pace", "73h/week", "--days", "mon,tue,wed"},
           {"--pace", "744h/month"},
           {"--pace", "209h/month", "--days", "sat,sun"},
           {"--pace", "168h/week", "--days", "mon", "--start", "2027-01-04", "--format", "ics"}}) {
    EXPECT_THAT(refused(options), HasSubstr("is more than 24 h a study day")) << options[1];
  }
}

TEST_F(Timetables, WarnOfDaysWithoutSleep) {
  const auto warning = [this](std::vector<std::string> options) {
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.out, "");
    return result.err;
  };
  EXPECT_EQ(warning({"--pace", "24h/week", "--days", "mon"}),
            "prereq: 24 h a week on mon is more than 16 h a study day: hardly anybody keeps that "
            "up\n");
  EXPECT_EQ(warning({"--pace", "16h/day"}), "");
  EXPECT_THAT(warning({"--pace", "17h/day"}), HasSubstr("17 h a day is more than 16 h"));
  EXPECT_THAT(warning({"--pace", "500h/month"}), HasSubstr("more than 16 h"));
  EXPECT_EQ(warning({"--pace", "17h/day", "--quiet"}), "");
}

TEST_F(Timetables, FitEightyColumns) {
  std::istringstream lines(
      output({"--pace", "3h/week", "--start", "2027-01-04", "--days", "mon,tue,wed,thu,fri,sat"}));
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(cells(line), 80U) << line;
  }
}

}  // namespace
}  // namespace prereq
