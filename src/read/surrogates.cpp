#include "read/surrogates.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace prereq {
namespace {

constexpr std::size_t escape_size = 6;  // \uXXXX
constexpr std::size_t pair_size = 2 * escape_size;

// -1 for what is no hexadecimal digit.
int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The value of an escape `\uXXXX` at the start of the text.
std::optional<char32_t> escape_value(std::string_view text) {
  if (text.size() < escape_size || text[0] != '\\' || text[1] != 'u') return std::nullopt;
  char32_t value = 0;
  for (std::size_t i = 2; i < escape_size; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

bool is_high(char32_t value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low(char32_t value) { return value >= 0xDC00 && value <= 0xDFFF; }

// Three stretches of private use, each as long as the surrogates.
constexpr std::array<char32_t, 3> stand_ins = {0xE000, 0xE800, 0xF000};
constexpr char32_t surrogate_count = 0x800;

class Usage {
 public:
  void see(char32_t value) {
    if (value >= stand_ins[0] && value < stand_ins[2] + surrogate_count) {
      used_[(value - stand_ins[0]) / surrogate_count] = true;
    }
  }
  std::optional<char32_t> first_free() const {
    for (std::size_t i = 0; i < stand_ins.size(); ++i) {
      if (!used_[i]) return stand_ins[i];
    }
    return std::nullopt;
  }

 private:
  std::array<bool, stand_ins.size()> used_{};
};

// Replaces the first two digits of `\uD8XX` to `\uDFXX` by those of the stand-in.
void hide_escape(std::string& text, std::size_t offset, char32_t value, char32_t first) {
  constexpr std::string_view digits = "0123456789abcdef";
  const char32_t stand_in = first + (value - 0xD800);
  text[offset + 2] = digits[stand_in >> 12U];
  text[offset + 3] = digits[(stand_in >> 8U) & 0xFU];
}

}  // namespace

std::optional<HiddenSurrogates> HiddenSurrogates::in_text(std::string_view text) {
  // Most texts have none, and searching is faster than decoding.
  if (text.find("\\ud") == std::string_view::npos && text.find("\\uD") == std::string_view::npos) {
    return std::nullopt;
  }
  HiddenSurrogates hidden;
  Usage usage;
  std::size_t backslashes = 0;  // that end right before the current place
  std::size_t index = 0;
  for (std::string_view rest = text; !rest.empty(); ++index) {
    if (const auto value = escape_value(rest)) {
      usage.see(*value);
      const auto next = escape_value(rest.substr(escape_size));
      if (backslashes % 2 == 0 && is_high(*value) && next && is_low(*next)) {
        hidden.places_.push_back({index, text.size() - rest.size()});
      }
    }
    const char32_t c = take_code_point(rest);
    usage.see(c);
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  const auto first = usage.first_free();
  if (hidden.places_.empty() || !first) return std::nullopt;

  hidden.first_ = *first;
  hidden.original_ = text;
  hidden.hidden_ = text;
  for (const Place& place : hidden.places_) {
    for (const std::size_t at : {place.offset, place.offset + escape_size}) {
      hide_escape(hidden.hidden_, at, *escape_value(text.substr(at)), *first);
    }
  }
  return hidden;
}

std::string HiddenSurrogates::reveal(std::string_view scalar, bool is_double_quoted,
                                     std::size_t begin, std::size_t end) const {
  if (is_double_quoted) return reveal_escapes(scalar);
  std::string revealed(scalar);
  std::size_t from = 0;
  auto place = std::ranges::lower_bound(places_, begin, {}, &Place::index);
  for (; place != places_.end() && place->index < end; ++place) {
    const std::string_view hidden = std::string_view(hidden_).substr(place->offset, pair_size);
    const std::size_t at = revealed.find(hidden, from);
    if (at == std::string::npos) break;
    revealed.replace(at, pair_size, original_.substr(place->offset, pair_size));
    from = at + pair_size;
  }
  return revealed;
}

std::string HiddenSurrogates::reveal_escapes(std::string_view scalar) const {
  constexpr char32_t half = surrogate_count / 2;
  std::string revealed;
  while (!scalar.empty()) {
    const char32_t c = take_code_point(scalar);
    if (c < first_ || c >= first_ + half || scalar.empty()) {
      append_utf8(revealed, c);
      continue;
    }
    const char32_t low = take_code_point(scalar);
    append_utf8(revealed, 0x10000 + ((c - first_) << 10U) + (low - first_ - half));
  }
  return revealed;
}

}  // namespace prereq
