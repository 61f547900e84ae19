// Room for what is gathered from a text whose size is known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace prereq {

// Makes room for `more` further items, and when there is none left for as many as the whole text
// will hold if it goes on as it did up to `share_read` of it. Room that is never filled costs no
// memory; moving a hundred million bytes to a larger place costs time. At most 32 times what is
// needed now, in case the text does not go on like that.
template <typename Item>
void make_room(std::vector<Item>& items, std::size_t more, double share_read) {
  const std::size_t needed = items.size() + more;
  if (needed <= items.capacity()) return;
  constexpr std::size_t few = 4096;  // too few to judge by, and quickly moved
  constexpr double caution = 1.05;
  const auto needed_now = static_cast<double>(needed);
  const double foreseen = share_read > 0 ? caution * needed_now / share_read : 0;
  const double most = (needed < few ? 2 : 32) * needed_now;
  items.reserve(std::max(2 * needed, static_cast<std::size_t>(std::min(foreseen, most))));
}

}  // namespace prereq
