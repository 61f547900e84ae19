#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace prereq {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The length of the code point that `utf8` starts with, or a negative number.
utf8proc_ssize_t decode(std::string_view utf8, utf8proc_int32_t& code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const std::size_t count = std::min(utf8.size(), bytes.size());
  std::transform(utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(count), bytes.begin(),
                 [](char c) { return static_cast<utf8proc_uint8_t>(c); });
  return utf8proc_iterate(bytes.data(), static_cast<utf8proc_ssize_t>(count), &code_point);
}

// Signs of Arabic, Syriac and Kaithi that span the digits after them: "format" to Unicode, but
// seen.
bool is_sign_over_digits(char32_t c) {
  return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891 ||
         c == 0x08E2 || c == 0x110BD || c == 0x110CD;
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

char32_t take_code_point(std::string_view& utf8) {
  if (is_ascii(utf8.front())) {
    const char32_t c = static_cast<unsigned char>(utf8.front());
    utf8.remove_prefix(1);
    return c;
  }
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t length = decode(utf8, code_point);
  if (length <= 0) {
    utf8.remove_prefix(1);
    return replacement_character;
  }
  utf8.remove_prefix(static_cast<std::size_t>(length));
  return static_cast<char32_t>(code_point);
}

std::size_t find_malformed_utf8(std::string_view text) {
  std::size_t at = 0;
  utf8proc_int32_t code_point = 0;
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    const utf8proc_ssize_t length = decode(text.substr(at), code_point);
    if (length <= 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) {
    if (is_ascii(text.front())) {
      text.remove_prefix(1);
    } else {
      take_code_point(text);
    }
  }
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t most) {
  std::string_view rest = text;
  for (std::size_t count = 0; count < most && !rest.empty(); ++count) take_code_point(rest);
  return text.substr(0, text.size() - rest.size());
}

void append_utf8(std::string& text, char32_t value) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = static_cast<std::size_t>(
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes.data()));
  for (std::size_t i = 0; i < size; ++i) text.push_back(static_cast<char>(bytes[i]));
}

bool is_space(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= 0x09 && value <= 0x0D);
  if (value == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value <= 0x9F); }

bool is_invisible(char32_t value) {
  if (value < 0x80) return false;
  constexpr char32_t braille_blank = 0x2800;
  const auto* const property = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
  const bool is_format = property->category == UTF8PROC_CATEGORY_CF && !is_sign_over_digits(value);
  return property->ignorable || is_format || value == braille_blank;
}

std::string without_invisible(std::string_view text) {
  std::string seen;
  while (!text.empty()) {
    const std::string_view before = text;
    if (!is_invisible(take_code_point(text))) seen += before.substr(0, before.size() - text.size());
  }
  return seen;
}

std::string raise_first_letter(std::string_view text) {
  std::string raised;
  if (text.empty()) return raised;
  std::string_view rest = text;
  const char32_t first = take_code_point(rest);
  append_utf8(raised,
              static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(first))));
  raised.append(rest);
  return raised;
}

}  // namespace prereq
