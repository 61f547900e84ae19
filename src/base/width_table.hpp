// Advance widths of Helvetica, as shared by Arial and Liberation Sans, in 1/2048 of the size.
// Numbers made by scripts/width-table.py; asked for through text_metrics.hpp alone.
#pragma once

#include <cstdint>
#include <span>

namespace prereq {

inline constexpr int width_units_per_em = 2048;

// Consecutive code points from `first` on. A width of 0: the fonts have no such character.
struct WidthRange {
  char32_t first;
  std::span<const std::uint16_t> regular;
  std::span<const std::uint16_t> bold;  // as many
};

// Ascending, without overlap.
std::span<const WidthRange> width_table();

}  // namespace prereq
