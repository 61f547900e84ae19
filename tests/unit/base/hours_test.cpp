#include "prereq/hours.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <string>
#include <vector>

namespace prereq {
namespace {

struct Example {
  std::string_view text;
  std::int64_t low_seconds;
  std::int64_t high_seconds;
};

TEST(ParseHours, ReadsNumbersUnitsAndRanges) {
  const std::vector<Example> examples = {
      {"40", 144000, 144000},
      {"0", 0, 0},
      {"1.5", 5400, 5400},
      {"1.25", 4500, 4500},
      {"0.01", 36, 36},
      {"1.5h", 5400, 5400},
      {"1.5 hours", 5400, 5400},
      {"1 hour", 3600, 3600},
      {"20min", 1200, 1200},
      {"20 minutes", 1200, 1200},
      {"30-50", 108000, 180000},
      {"1-2h", 3600, 7200},
      {"30\xE2\x80\x93"
       "50",
       108000, 180000},
      {"30 - 50 h", 108000, 180000},
      {"20-40min", 1200, 2400},
      {"20min-1h", 1200, 3600},
      {"1h-2", 3600, 7200},
      {" 3 ", 10800, 10800},
      {"1000000", 3600000000, 3600000000},
  };
  for (const Example& example : examples) {
    const auto range = parse_hours(example.text);
    ASSERT_TRUE(range) << example.text;
    EXPECT_EQ(range->low.seconds(), example.low_seconds) << example.text;
    EXPECT_EQ(range->high.seconds(), example.high_seconds) << example.text;
  }
}

TEST(ParseHours, RefusesEverythingElse) {
  for (const char* text :
       {"",         " ",      "h",          "-1",      "+1",          "1.",
        ".5",       "1.234",  "1,5",        "1e3",     "0x10",        "nan",
        "1 2",      "1x",     "1h2",        "50-30",   "1-",          "1--2",
        "1-2-3",    "1.5min", "1000000.01", "1000001", "60000001min", "99999999999999999999",
        "1h 30min", "١"}) {
    EXPECT_FALSE(parse_hours(text)) << text;
  }
}

TEST(ParseHours, KeepsEveryHundredthExactly) {
  for (std::int64_t hundredths = 0; hundredths <= 10000; ++hundredths) {
    const std::string text = std::to_string(hundredths / 100) + "." +
                             std::to_string(hundredths / 10 % 10) + std::to_string(hundredths % 10);
    const auto range = parse_hours(text);
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(range->low.seconds(), hundredths * 36) << text;
  }
}

TEST(ParseHours, ReadsBackWhatIsFormatted) {
  for (std::int64_t minutes = 0; minutes <= 600; ++minutes) {
    const Hours hours = Hours::from_seconds(minutes * 60);
    if (hours.seconds() > 3600 && hours.seconds() % 36 != 0) continue;  // rounded to 0.01 h
    const auto read = parse_hours(format_hours(hours));
    ASSERT_TRUE(read) << format_hours(hours);
    EXPECT_EQ(read->low, hours) << format_hours(hours);
  }
}

TEST(FormatHours, SaysNoMoreDecimalsThanNeeded) {
  const std::vector<std::pair<std::int64_t, std::string>> examples = {
      {0, "0 h"},        {60, "1 min"},  {1200, "20 min"}, {1800, "0.5 h"},
      {900, "0.25 h"},   {3600, "1 h"},  {5400, "1.5 h"},  {144000, "40 h"},
      {4800, "1.33 h"},  {36, "0.01 h"}, {3599, "1 h"},    {3600000000, "1000000 h"},
      {-1200, "-20 min"}};
  for (const auto& [seconds, text] : examples) {
    EXPECT_EQ(format_hours(Hours::from_seconds(seconds)), text);
  }
}

std::string format(std::int64_t low_seconds, std::int64_t high_seconds) {
  return format_hours(
      HoursRange{Hours::from_seconds(low_seconds), Hours::from_seconds(high_seconds)});
}

TEST(FormatHours, SaysTheUnitOfARangeOnceIfItIsOne) {
  EXPECT_EQ(format(108000, 180000), "30–50 h");
  EXPECT_EQ(format(3600, 3600), "1 h");
  EXPECT_EQ(format(1200, 2400), "20–40 min");
  EXPECT_EQ(format(1200, 1800), "20–30 min");
  EXPECT_EQ(format(0, 1200), "0–20 min");
  EXPECT_EQ(format(1200, 7200), "20 min–2 h");
  EXPECT_EQ(format(1800, 5400), "0.5–1.5 h");
}

TEST(FormatHours, DoesNotAskTheLocale) {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  std::setlocale(LC_ALL, "de_DE.UTF-8");  // where it exists, it writes 1,5
  EXPECT_EQ(format_hours(Hours::from_seconds(5400)), "1.5 h");
  EXPECT_TRUE(parse_hours("1.5"));
  std::setlocale(LC_ALL, before.c_str());
}

TEST(HoursRange, HasAnExactMidpoint) {
  EXPECT_EQ(parse_hours("0.01-0.02")->midpoint().seconds(), 54);
  EXPECT_EQ(parse_hours("30-50")->midpoint(), Hours::from_seconds(144000));
}

}  // namespace
}  // namespace prereq
