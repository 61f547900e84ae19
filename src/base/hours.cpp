#include "prereq/hours.hpp"

#include <array>
#include <utility>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

constexpr std::int64_t seconds_per_hour = 3600;
constexpr std::int64_t seconds_per_minute = 60;
constexpr std::int64_t seconds_per_hundredth = 36;
constexpr std::string_view en_dash = "\xE2\x80\x93";

bool is_space_or_tab(char c) { return c == ' ' || c == '\t'; }

// Why a text gives no hours.
enum class Refusal : std::uint8_t { none, no_hours, too_many, too_fine, falling };

// Takes tokens off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) { skip_blanks(); }

  bool at_end() const { return rest_.empty(); }

  void skip_blanks() {
    while (!rest_.empty() && is_space_or_tab(rest_.front())) rest_.remove_prefix(1);
  }

  // In hundredths, with at most two decimals. Goes on behind a number that is too large or too
  // fine, with 0 for it.
  std::optional<std::int64_t> number(Refusal& refusal) {
    constexpr std::size_t max_digits = 12;  // far above max_stated_hours, far below overflow
    const std::string_view whole = digits();
    if (whole.empty()) return std::nullopt;
    std::string_view decimals;
    if (!rest_.empty() && rest_.front() == '.') {
      rest_.remove_prefix(1);
      decimals = digits();
      if (decimals.empty()) return std::nullopt;
    }
    if (whole.size() > max_digits || decimals.size() > 2) {
      refusal = decimals.size() > 2 ? Refusal::too_fine : Refusal::too_many;
      skip_blanks();
      return 0;
    }
    std::int64_t hundredths = 0;
    for (const char c : whole) hundredths = hundredths * 10 + (c - '0');
    for (std::size_t i = 0; i < 2; ++i) {
      hundredths = hundredths * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
    }
    skip_blanks();
    return hundredths;
  }

  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] >= 'a' && rest_[size] <= 'z') ++size;
    const std::string_view taken = take(size);
    skip_blanks();
    return taken;
  }

  bool dash() {
    const std::size_t size = rest_.starts_with('-') ? 1 : rest_.starts_with(en_dash) ? 3 : 0;
    take(size);
    skip_blanks();
    return size != 0;
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view digits() {
    std::size_t size = 0;
    while (size < rest_.size() && is_digit(rest_[size])) ++size;
    return take(size);
  }

  std::string_view rest_;
};

// Seconds in the unit, 0 for a word that is none.
std::int64_t unit_seconds(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::int64_t>, 8> units = {{
      {"h", seconds_per_hour},
      {"hr", seconds_per_hour},
      {"hrs", seconds_per_hour},
      {"hour", seconds_per_hour},
      {"hours", seconds_per_hour},
      {"min", seconds_per_minute},
      {"minute", seconds_per_minute},
      {"minutes", seconds_per_minute},
  }};
  for (const auto& [name, seconds] : units) {
    if (name == word) return seconds;
  }
  return 0;
}

// Minutes are whole, so that a value stays a whole, even number of seconds.
Hours to_hours(std::int64_t hundredths, std::int64_t unit, Refusal& refusal) {
  const std::int64_t seconds = hundredths * (unit / 20) / 5;
  if (unit == seconds_per_minute && hundredths % 100 != 0) refusal = Refusal::too_fine;
  if (seconds > max_stated_hours * seconds_per_hour) refusal = Refusal::too_many;
  return Hours::from_seconds(seconds);
}

// An amount and the unit behind it, 0 for none; nothing for another word.
struct Amount {
  std::int64_t hundredths;
  std::int64_t unit;
};

std::optional<Amount> take_amount(Scanner& scanner, Refusal& refusal) {
  const auto hundredths = scanner.number(refusal);
  if (!hundredths) return std::nullopt;
  const std::string_view word = scanner.word();
  const std::int64_t unit = word.empty() ? 0 : unit_seconds(word);
  if (!word.empty() && unit == 0) return std::nullopt;
  return Amount{*hundredths, unit};
}

// The range means something only without a refusal.
HoursRange read_hours(std::string_view text, Refusal& refusal) {
  Scanner scanner(text);
  Refusal of_number = Refusal::none;
  auto low = take_amount(scanner, of_number);
  auto high = low && scanner.dash() ? take_amount(scanner, of_number) : low;
  refusal = low && high && scanner.at_end() ? of_number : Refusal::no_hours;
  if (refusal != Refusal::none) return {};
  // A unit said once holds for both ends.
  if (high->unit == 0) high->unit = low->unit == 0 ? seconds_per_hour : low->unit;
  if (low->unit == 0) low->unit = high->unit;
  const HoursRange range = {to_hours(low->hundredths, low->unit, refusal),
                            to_hours(high->hundredths, high->unit, refusal)};
  if (refusal == Refusal::none && range.low > range.high) refusal = Refusal::falling;
  return range;
}

void append_hundredths(std::string& text, std::int64_t hundredths) {
  text += std::to_string(hundredths / 100);
  const std::int64_t decimals = hundredths % 100;
  if (decimals == 0) return;
  text += '.';
  text += static_cast<char>('0' + decimals / 10);
  if (decimals % 10 != 0) text += static_cast<char>('0' + decimals % 10);
}

bool is_shown_in_minutes(Hours hours) {
  return hours.seconds() < seconds_per_hour && hours.seconds() % seconds_per_minute == 0 &&
         hours.seconds() % seconds_per_hundredth != 0;
}

void append_number(std::string& text, Hours hours, bool in_minutes) {
  if (in_minutes) {
    text += std::to_string(hours.seconds() / seconds_per_minute);
  } else {
    const std::int64_t rest = hours.seconds() % seconds_per_hundredth;
    const std::int64_t up = rest >= seconds_per_hundredth / 2 ? 1 : 0;
    append_hundredths(text, hours.seconds() / seconds_per_hundredth + up);
  }
}

std::string_view unit_name(bool in_minutes) { return in_minutes ? " min" : " h"; }

}  // namespace

std::optional<HoursRange> parse_hours(std::string_view text) {
  Refusal refusal = Refusal::none;
  const HoursRange range = read_hours(text, refusal);
  return refusal == Refusal::none ? std::optional(range) : std::nullopt;
}

std::string hours_complaint(std::string_view text) {
  Refusal refusal = Refusal::none;
  read_hours(text, refusal);
  switch (refusal) {
    case Refusal::none: return {};
    case Refusal::no_hours: return "expected hours such as 40, 1.5h, 20min or 30-50";
    case Refusal::too_many:
      return "expected at most " + std::to_string(max_stated_hours) + " hours";
    case Refusal::too_fine: return "expected hours with at most two decimals, or whole minutes";
    case Refusal::falling: return "expected a range of hours whose first end is the smaller";
  }
  return {};
}

std::string format_hours(Hours hours) {
  if (hours.seconds() < 0) return "-" + format_hours(Hours::from_seconds(-hours.seconds()));
  std::string text;
  const bool in_minutes = is_shown_in_minutes(hours);
  append_number(text, hours, in_minutes);
  text += unit_name(in_minutes);
  return text;
}

std::string format_hours(HoursRange range) {
  if (range.is_single()) return format_hours(range.low);
  const bool low_in_minutes = is_shown_in_minutes(range.low);
  const bool high_in_minutes = is_shown_in_minutes(range.high);
  // `20–30 min` although 30 min alone is `0.5 h`; `0–20 min` likewise.
  const bool both_in_minutes = (low_in_minutes || high_in_minutes) &&
                               range.high.seconds() < seconds_per_hour &&
                               range.low.seconds() % seconds_per_minute == 0 &&
                               range.high.seconds() % seconds_per_minute == 0;
  std::string text;
  append_number(text, range.low, both_in_minutes || low_in_minutes);
  if (low_in_minutes && !both_in_minutes) text += unit_name(true);
  text += en_dash;
  append_number(text, range.high, both_in_minutes || high_in_minutes);
  text += unit_name(both_in_minutes || high_in_minutes);
  return text;
}

}  // namespace prereq
