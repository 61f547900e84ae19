// Which way a text runs: by its first letter that has a direction (rules P2 and P3 of the Unicode
// bidirectional algorithm).
#pragma once

#include <cstdint>
#include <string_view>

namespace prereq {

enum class TextDirection : std::uint8_t {
  none,  // digits, signs and spaces alone
  left_to_right,
  right_to_left,  // Arabic, Hebrew, Syriac and others
};

// What stands between an isolate and its end has no say. Malformed UTF-8 has no direction.
// O(length).
TextDirection text_direction(std::string_view utf8);

}  // namespace prereq
