// What a line of a page says about the item or heading that it stands at: "Requires: A, B".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prereq {

enum class DetailKind : std::uint8_t {
  requirement,
  corequisite,
  recommendation,
  duration,
  description,
  note
};

struct ItemDetail {
  DetailKind kind = DetailKind::note;
  std::string text;  // behind the colon; empty for "Prerequisites:" over a list
};

// Nothing if the text does not begin with such a word and a colon; upper and lower case the same.
std::optional<ItemDetail> find_detail(std::string_view text);

}  // namespace prereq
