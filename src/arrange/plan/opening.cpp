// Which stretch of the page a block gets, and when it opens: with all blocks around it that are not
// open yet, from the outside in.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "arrange/plan/floor_plan.hpp"

namespace prereq {

// With its padding, at most `room`. Asked for again on every row until the block opens.
double FloorPlanner::breadth_of(std::uint32_t block, double room) {
  hindsight_[block].room = std::max(hindsight_[block].room, room);
  Breadth& found = found_breadths_[block];
  if (found.room != room) found = {room, find_breadth(block, room)};
  return found.breadth;
}

double FloorPlanner::find_breadth(std::uint32_t block, double room) {
  const PlanBlock& b = problem_.blocks[block];
  const double padding = b.is_drawn() ? 2 * Spacing::box_padding : 0;
  double total = 0;
  double widest = 0;
  if (b.is_leaf()) {
    const std::vector<double>& breadths = breadths_[block];
    const std::size_t columns =
        std::clamp<std::size_t>((*choices_)[block].columns, 1, breadths.size());
    widest = breadths.front();
    total = breadths[columns - 1];
  } else {
    std::vector<double> inner;
    for (const std::uint32_t child : b.blocks) inner.push_back(breadth_of(child, room - padding));
    std::ranges::sort(inner, std::greater<>());
    widest = inner.front();
    const std::size_t columns = std::min<std::size_t>((*choices_)[block].columns, inner.size());
    for (std::size_t c = 0; c < columns; ++c) {
      total += inner[c] + (c > 0 ? Spacing::between_boxes : 0);
    }
  }
  return bounded_breadth(block, total, widest, room);
}

double FloorPlanner::bounded_breadth(std::uint32_t block, double total, double widest,
                                     double room) const {
  const PlanBlock& b = problem_.blocks[block];
  const double padding = b.is_drawn() ? 2 * Spacing::box_padding : 0;
  const double title = problem_.titles_take_rows ? b.title_breadth + 2 : 0;
  return std::max({std::min(total + padding, room), widest + padding, title + padding});
}

bool FloorPlanner::is_as_broad(std::uint32_t leaf, std::uint32_t columns, std::uint32_t others,
                               double room) const {
  const std::vector<double>& breadths = breadths_[leaf];
  const auto breadth = [&](std::uint32_t count) {
    const std::size_t bounded = std::clamp<std::size_t>(count, 1, breadths.size());
    return bounded_breadth(leaf, breadths[bounded - 1], breadths.front(), room);
  };
  return breadth(columns) == breadth(others);
}

bool FloorPlanner::may_open(std::uint32_t leaf, Forced forced) {
  for (auto b = leaf; b != no_index && !states_[b].open; b = problem_.blocks[b].parent) {
    if (states_[b].waits > 0 && forced != Forced::whatever_it_needs) return false;
  }
  if (forced != Forced::not_at_all) return true;
  const bool as_early = !states_[leaf].ready.empty();
  const bool as_late = states_[leaf].outer_waits == 0;
  if (as_early != as_late) hindsight_[leaf].early_matters = true;
  return (*choices_)[leaf].early ? as_early : as_late;
}

// The mean of what its items need, or a negative number.
double FloorPlanner::wanted_centre(std::uint32_t leaf) const {
  double sum = 0;
  double count = 0;
  const auto add = [&](const PlanEdge& edge) {
    if (edge.upper.item != no_index) {
      if (plan_.row_of_item[edge.upper.item] == no_index) return;
      sum += plan_.centre_of_item[edge.upper.item];
    } else {
      const BlockPlace& place = plan_.blocks[edge.upper.block];
      if (place.first_row == no_index) return;
      sum += (place.left + place.right) / 2;
    }
    ++count;
  };
  for (const std::uint32_t e : edges_into_leaf_[leaf]) add(problem_.edges[e]);
  return count > 0 ? sum / count : -1;
}

void FloorPlanner::find_stretches(std::uint32_t container, double breadth) {
  const BlockPlace& inside = plan_.blocks[container];
  const double padding = problem_.blocks[container].is_drawn() ? Spacing::box_padding : 0;
  const double high = inside.right - padding;
  stretches_.clear();
  double from = inside.left + padding;
  for (const std::uint32_t other : states_[container].open_blocks) {
    const double to = plan_.blocks[other].left - Spacing::between_boxes;
    if (to - from >= breadth - 0.01) stretches_.push_back({from, to});
    from = plan_.blocks[other].right + Spacing::between_boxes;
  }
  if (high - from >= breadth - 0.01) stretches_.push_back({from, high});
  // Beyond the page, which costs much.
  if (stretches_.empty()) beyond_ = from;
}

// In the free stretch that is nearest to what is wanted; at an end of it, so that the rest stays in
// one piece, unless nothing would fit there anyway.
double FloorPlanner::place_on(Side side, std::uint32_t container, double breadth,
                              double wanted) const {
  constexpr double least_rest = 110;
  if (stretches_.empty()) return beyond_;
  const BlockPlace& inside = plan_.blocks[container];
  const double padding = problem_.blocks[container].is_drawn() ? Spacing::box_padding : 0;
  const double low = inside.left + padding;
  if (side == Side::left) wanted = low + breadth / 2;
  if (side == Side::right) wanted = inside.right - padding - breadth / 2;
  double best = std::numeric_limits<double>::infinity();
  double left = 0;
  for (const auto& [from, to] : stretches_) {
    double place = from;
    if (wanted >= 0) {
      place = std::clamp(wanted - breadth / 2, from, to - breadth);
      if (place - from < least_rest) {
        place = from;
      } else if (to - breadth - place < least_rest) {
        place = to - breadth;
      }
    }
    const double cost = wanted >= 0 ? std::abs(place + breadth / 2 - wanted) : place - low;
    if (cost < best) {
      best = cost;
      left = place;
    }
  }
  return left;
}

// Opens the block, and what is around it that is not open yet, in the stretches found last.
void FloorPlanner::open_within(std::uint32_t container, std::uint32_t leaf, double breadth,
                               double wanted) {
  std::uint32_t block = leaf;
  while (problem_.blocks[block].parent != container) block = problem_.blocks[block].parent;
  std::array<double, 3>& lefts = hindsight_[block].lefts;
  for (const Side side : {Side::near, Side::left, Side::right}) {
    lefts[static_cast<std::size_t>(side)] = place_on(side, container, breadth, wanted);
  }
  const Side side = (*choices_)[block].side;
  const std::uint32_t row =
      container == 0 ? row_ : std::max(row_, states_[container].first_item_row);
  open_block(block, lefts[static_cast<std::size_t>(side)], breadth, row);
  if (block == leaf) return;
  std::uint32_t inner = leaf;
  while (problem_.blocks[inner].parent != block) inner = problem_.blocks[inner].parent;
  const double inner_breadth = breadth_of(inner, room_in(block));
  find_stretches(block, inner_breadth);
  open_within(block, leaf, inner_breadth, wanted);
}

double FloorPlanner::room_in(std::uint32_t container) const {
  const BlockPlace& inside = plan_.blocks[container];
  const double padding = problem_.blocks[container].is_drawn() ? Spacing::box_padding : 0;
  return inside.right - inside.left - 2 * padding;
}

bool FloorPlanner::try_to_open(std::uint32_t leaf, Forced forced) {
  if (!may_open(leaf, forced)) return false;
  std::uint32_t top = leaf;
  while (!states_[problem_.blocks[top].parent].open) top = problem_.blocks[top].parent;
  const std::uint32_t container = problem_.blocks[top].parent;
  if (states_[container].first_item_row > row_) return false;
  for (auto b = leaf; b != container; b = problem_.blocks[b].parent) {
    hindsight_[b].first_try = std::min(hindsight_[b].first_try, row_);
  }
  const double breadth = breadth_of(top, room_in(container));
  find_stretches(container, breadth);
  if (stretches_.empty() && forced < Forced::beyond_page) return false;
  open_within(container, leaf, breadth, wanted_centre(leaf));
  return true;
}

void FloorPlanner::open_block(std::uint32_t block, double left, double breadth, std::uint32_t row) {
  BlockState& state = states_[block];
  state.open = true;
  const bool title = problem_.titles_take_rows && problem_.blocks[block].title_breadth > 0;
  state.first_item_row = row + (title ? 1 : 0);
  plan_.blocks[block] = {row, state.first_item_row, left, left + breadth};
  if (problem_.blocks[block].parent == no_index) {
    if (problem_.blocks[block].is_leaf()) open_leaves_.push_back(block);
    return;
  }
  auto& siblings = states_[problem_.blocks[block].parent].open_blocks;
  const auto place = std::ranges::upper_bound(
      siblings, left, {}, [&](std::uint32_t b) { return plan_.blocks[b].left; });
  siblings.insert(place, block);
  if (!problem_.blocks[block].is_leaf()) return;
  const auto leaf = std::ranges::upper_bound(open_leaves_, left, {},
                                             [&](std::uint32_t b) { return plan_.blocks[b].left; });
  open_leaves_.insert(leaf, block);
}

}  // namespace prereq
