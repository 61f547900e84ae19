#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace prereq {

char32_t take_code_point(std::string_view& utf8) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const std::size_t count = std::min(utf8.size(), bytes.size());
  std::transform(utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(count), bytes.begin(),
                 [](char c) { return static_cast<utf8proc_uint8_t>(c); });
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes.data(), static_cast<utf8proc_ssize_t>(count), &code_point);
  if (length <= 0) {
    utf8.remove_prefix(1);
    return replacement_character;
  }
  utf8.remove_prefix(static_cast<std::size_t>(length));
  return static_cast<char32_t>(code_point);
}

}  // namespace prereq
