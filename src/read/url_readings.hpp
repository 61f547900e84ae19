// An address as lenient readers come to see it, step by step: with entities and percent codes
// decoded, and without what they drop.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// All decode entities, and drop blanks, controls and what cannot be seen.
enum class Leniency : std::uint8_t {
  of_browsers,  // '\' is '/'
  of_markdown,  // '\' is dropped
  // Percent codes, entities without ';' and compatible letters (those of full width) are decoded
  // and quotes dropped besides, which no reader of a scheme is known to do.
  of_nobody_yet,
};

struct UrlReadings {
  std::vector<std::string> all;  // each the one before it, decoded once more
  bool is_final = true;          // nothing is left to decode in the last one
};

// O(length): the number of readings is bounded.
UrlReadings read_url_leniently(std::string_view text, Leniency leniency);

}  // namespace prereq
