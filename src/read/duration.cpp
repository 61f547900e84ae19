#include "read/duration.hpp"

#include <cmath>
#include <string>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

struct Amount {
  double low = 0;
  double high = 0;
};

// `5`, `2.5`; moves past it.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 9 && is_digit(text[at]); ++at)
    value = value * 10 + (text[at] - '0');
  if (at == 0) return std::nullopt;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    double unit = 0.1;
    for (++at; at < text.size() && is_digit(text[at]); ++at, unit /= 10) {
      value += (text[at] - '0') * unit;
    }
  }
  text.remove_prefix(at);
  return value;
}

// `5`, `5-7`, `5–7`, `5 to 7`; moves past it.
std::optional<Amount> take_amount(std::string_view& text) {
  const auto low = take_number(text);
  if (!low) return std::nullopt;
  Amount amount = {*low, *low};
  for (const std::string_view dash : {"-", "–", "—", "to "}) {
    const std::string_view rest = trimmed(text);
    if (!rest.starts_with(dash)) continue;
    std::string_view after = trimmed(rest.substr(dash.size()));
    if (const auto high = take_number(after)) {
      amount.high = *high;
      text = after;
    }
    break;
  }
  return amount;
}

struct Sum {
  std::optional<Amount> hours;           // of work
  std::optional<Amount> hours_per_week;  // of work
  std::optional<Amount> weeks;
};

Amount times(Amount amount, double factor) { return {amount.low * factor, amount.high * factor}; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) &&
         (text.size() == word.size() || text[word.size()] < 'a' || text[word.size()] > 'z');
}

// Whether the text goes on with "a week", "/week", "per week", "weekly".
bool is_per_week(std::string_view text) {
  const std::string_view rest = trimmed(text);
  for (const std::string_view lead : {"/", "per ", "a ", "each ", "every ", ""}) {
    if (!rest.starts_with(lead)) continue;
    const std::string_view unit = trimmed(rest.substr(lead.size()));
    if (starts_with_word(unit, "week") || starts_with_word(unit, "wk") ||
        starts_with_word(unit, "w") || starts_with_word(unit, "weekly")) {
      return !lead.empty() || starts_with_word(unit, "weekly");
    }
  }
  return false;
}

void take_unit(std::string_view& text, Amount amount, Sum& sum) {
  text = trimmed(text);
  const auto skip = [&] {
    while (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.remove_prefix(1);
  };
  for (const std::string_view hour : {"hours", "hour", "hrs", "hr", "h"}) {
    if (!starts_with_word(text, hour)) continue;
    skip();
    (is_per_week(text) ? sum.hours_per_week : sum.hours) = amount;
    return;
  }
  for (const std::string_view minute : {"minutes", "minute", "mins", "min"}) {
    if (!starts_with_word(text, minute)) continue;
    sum.hours = times(amount, 1.0 / 60);
    return;
  }
  if (starts_with_word(text, "weeks") || starts_with_word(text, "week") ||
      starts_with_word(text, "wks") || starts_with_word(text, "w")) {
    sum.weeks = amount;
  } else if (starts_with_word(text, "months") || starts_with_word(text, "month")) {
    sum.weeks = times(amount, 52.0 / 12);
  }
}

void read_amounts(std::string_view text, Sum& sum, bool is_effort) {
  const std::string lowered = in_lower_case(text);
  std::string_view rest = lowered;
  while (!rest.empty()) {
    if (const auto amount = take_amount(rest)) {
      const bool has_unit = !trimmed(rest).empty();
      if (has_unit) take_unit(rest, *amount, sum);
      // A bare number in a column of hours.
      if (!has_unit && is_effort && !sum.hours_per_week) sum.hours = *amount;
    } else {
      rest.remove_prefix(1);
    }
  }
}

Hours hours_of(double hours) {
  return Hours::from_seconds(static_cast<std::int64_t>(std::llround(hours * 60)) * 60);
}

}  // namespace

std::optional<HoursRange> read_duration(std::string_view duration, std::string_view effort) {
  Sum sum;
  read_amounts(duration, sum, false);
  read_amounts(effort, sum, true);
  Amount work;
  if (sum.weeks && sum.hours_per_week) {
    work = {sum.weeks->low * sum.hours_per_week->low, sum.weeks->high * sum.hours_per_week->high};
  } else if (sum.hours) {
    work = *sum.hours;
  } else {
    return std::nullopt;
  }
  if (!(work.low <= work.high) || work.high > static_cast<double>(max_stated_hours)) {
    return std::nullopt;
  }
  return HoursRange{hours_of(work.low), hours_of(work.high)};
}

}  // namespace prereq
