// Row by row: blocks open, open blocks take what is ready, and what was placed lets others follow
// in later rows. Where nothing can be placed although something is left, the first of it is placed
// all the same, so that every plan ends: that is how edges that lead up come about.
#include "arrange/plan/floor_plan.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <utility>

namespace prereq {

std::uint64_t FloorPlan::digest() const {
  std::uint64_t digest = 14695981039346656037ULL;  // FNV-1a, a word at a time
  const auto add = [&](std::uint64_t word) {
    digest = (digest ^ word) * 1099511628211ULL;
    digest ^= digest >> 29U;
  };
  for (std::size_t i = 0; i < row_of_item.size(); ++i) {
    add(row_of_item[i] ^ std::bit_cast<std::uint64_t>(centre_of_item[i]));
  }
  for (const BlockPlace& place : blocks) {
    add(std::uint64_t{place.first_row} << 32U | place.last_row);
    add(std::bit_cast<std::uint64_t>(place.left) ^
        std::rotl(std::bit_cast<std::uint64_t>(place.right), 32));
  }
  return digest;
}

FloorPlanner::FloorPlanner(const PlanProblem& problem) : problem_(problem) {
  for (std::uint32_t b = 0; b < problem_.blocks.size(); ++b) {
    if (problem_.blocks[b].is_leaf()) leaves_.push_back(b);
  }
  relate();
  rank_items();
  measure_leaves();
}

void FloorPlanner::relate() {
  edges_from_item_.resize(problem_.items.size());
  edges_into_item_.resize(problem_.items.size());
  waits_of_item_.assign(problem_.items.size(), 0);
  edges_from_block_.resize(problem_.blocks.size());
  edges_into_leaf_.resize(problem_.blocks.size());
  for (std::uint32_t e = 0; e < problem_.edges.size(); ++e) {
    const PlanEdge& edge = problem_.edges[e];
    if (edge.upper.item != no_index) {
      edges_from_item_[edge.upper.item].push_back(e);
    } else {
      edges_from_block_[edge.upper.block].push_back(e);
    }
    if (edge.lower.item == no_index) continue;
    edges_into_item_[edge.lower.item].push_back(e);
    ++waits_of_item_[edge.lower.item];
    const std::uint32_t leaf = problem_.items[edge.lower.item].block;
    const bool inside =
        edge.upper.item != no_index && problem_.items[edge.upper.item].block == leaf;
    if (!inside) edges_into_leaf_[leaf].push_back(e);
  }
}

// Those with the longest way below them first, then in order of declaration.
void FloorPlanner::rank_items() {
  const std::size_t count = problem_.items.size();
  std::vector<std::uint32_t> below(count, 0);
  std::vector<std::uint32_t> waiting(count, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const std::uint32_t e : edges_from_item_[i]) {
      if (problem_.edges[e].lower.item != no_index) ++waiting[i];
    }
  }
  std::vector<std::uint32_t> done;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (waiting[i] == 0) done.push_back(i);
  }
  for (std::size_t next = 0; next < done.size(); ++next) {
    for (const std::uint32_t e : edges_into_item_[done[next]]) {
      const std::uint32_t upper = problem_.edges[e].upper.item;
      if (upper == no_index) continue;
      below[upper] = std::max(below[upper], below[done[next]] + 1);
      if (--waiting[upper] == 0) done.push_back(upper);
    }
  }
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    if (problem_.items[a].joined != problem_.items[b].joined) return problem_.items[a].joined;
    return below[a] > below[b];
  });
  priority_.resize(count);
  for (std::uint32_t place = 0; place < count; ++place) priority_[order[place]] = place;
}

void FloorPlanner::measure_leaves() {
  breadths_.resize(problem_.blocks.size());
  std::vector<double> widest_first;
  for (const std::uint32_t leaf : leaves_) {
    widest_first.clear();
    for (const std::uint32_t i : problem_.blocks[leaf].items) {
      widest_first.push_back(problem_.items[i].breadth);
    }
    std::ranges::sort(widest_first, std::greater<>());
    double total = 0;
    for (const double breadth : widest_first) {
      total += breadth + (breadths_[leaf].empty() ? 0 : Spacing::between_cards);
      breadths_[leaf].push_back(total);
    }
  }
}

std::uint32_t FloorPlanner::most_columns(std::uint32_t block) const {
  const PlanBlock& b = problem_.blocks[block];
  return static_cast<std::uint32_t>(std::max(b.items.size(), b.blocks.size()));
}

std::vector<BlockChoice> FloorPlanner::first_choices() const {
  std::vector<BlockChoice> choices(problem_.blocks.size());
  for (std::uint32_t b = 0; b < choices.size(); ++b) {
    const PlanBlock& block = problem_.blocks[b];
    choices[b].turn = b;
    if (!block.is_leaf()) {
      choices[b].columns = static_cast<std::uint32_t>(block.blocks.size());
      continue;
    }
    const auto count = static_cast<double>(block.items.size());
    choices[b].columns = static_cast<std::uint32_t>(std::max(1.0, std::round(std::sqrt(count))));
  }
  return choices;
}

void FloorPlanner::begin(const std::vector<BlockChoice>& choices) {
  choices_ = &choices;
  row_ = 0;
  plan_.row_of_item.assign(problem_.items.size(), no_index);
  plan_.centre_of_item.assign(problem_.items.size(), 0);
  plan_.blocks.assign(problem_.blocks.size(), {});
  plan_.segments.clear();
  plan_.items.clear();
  open_leaves_.clear();
  waits_ = waits_of_item_;
  lowest_.assign(problem_.items.size(), 0);
  hindsight_.assign(problem_.blocks.size(), {});
  found_breadths_.assign(problem_.blocks.size(), {});
  states_.resize(problem_.blocks.size());
  for (std::uint32_t b = static_cast<std::uint32_t>(states_.size()); b-- > 0;) {
    const PlanBlock& block = problem_.blocks[b];
    BlockState& state = states_[b];
    state.open = false;
    state.left_items = static_cast<std::uint32_t>(block.items.size());
    for (const std::uint32_t child : block.blocks) state.left_items += states_[child].left_items;
    state.left_joined = static_cast<std::uint32_t>(std::ranges::count_if(
        block.items, [&](std::uint32_t i) { return problem_.items[i].joined; }));
    state.waits = 0;
    state.outer_waits = static_cast<std::uint32_t>(edges_into_leaf_[b].size());
    state.ready.clear();
    state.open_blocks.clear();
    for (const std::uint32_t i : block.items) {
      if (waits_[i] == 0) state.ready.push_back(i);
    }
  }
  for (const PlanEdge& edge : problem_.edges) {
    if (edge.lower.block != no_index) ++states_[edge.lower.block].waits;
  }
  turns_ = leaves_;
  std::ranges::stable_sort(turns_, {}, [&](std::uint32_t leaf) {
    // That of the outermost block, then of those inside.
    std::uint64_t turn = choices[leaf].turn;
    for (auto b = leaf; b != 0; b = problem_.blocks[b].parent) {
      if (problem_.blocks[b].parent == 0) turn |= std::uint64_t{choices[b].turn} << 32U;
    }
    return turn;
  });
  const bool bounded = std::isfinite(problem_.most_breadth);
  const double room = bounded ? problem_.most_breadth : 1e7;
  const double page = bounded ? room : breadth_of(0, room);
  open_block(0, 0, page, 0);
  states_[0].first_item_row = 0;
  plan_.blocks[0].first_row = 0;
}

FloorPlan& FloorPlanner::plan(const std::vector<BlockChoice>& choices) {
  begin(choices);
  while (states_[0].left_items > 0) {
    const bool opened = std::erase_if(turns_, [&](std::uint32_t leaf) {
                          return states_[leaf].open || try_to_open(leaf, Forced::not_at_all);
                        }) > 0;
    const bool placed = fill_row();
    if (!placed && !opened) {
      // Titles may still keep what is ready waiting for a row.
      bool waiting = false;
      for (const BlockState& state : states_) {
        waiting = waiting || (state.open && state.first_item_row > row_ && state.left_items > 0);
      }
      if (!waiting) force();
    }
    end_row();
  }
  plan_.row_count = row_;
  return plan_;
}

bool FloorPlanner::fill_row() {
  placed_now_.clear();
  for (const std::uint32_t leaf : open_leaves_) {
    if (states_[leaf].first_item_row <= row_) fill(leaf);
  }
  return !placed_now_.empty();
}

void FloorPlanner::fill(std::uint32_t leaf) {
  BlockState& state = states_[leaf];
  if (state.ready.empty()) return;
  const bool goes_on = (*choices_)[leaf].goes_on;
  std::ranges::sort(state.ready, [&](std::uint32_t a, std::uint32_t b) {
    if (goes_on && lowest_[a] != lowest_[b]) return lowest_[a] > lowest_[b];
    return priority_[a] < priority_[b];
  });
  const BlockPlace& place = plan_.blocks[leaf];
  const double padding = problem_.blocks[leaf].is_drawn() ? 2 * Spacing::box_padding : 0;
  double room = place.right - place.left - padding + 0.01;
  RowSegment segment;
  segment.block = leaf;
  segment.row = row_;
  segment.first = static_cast<std::uint32_t>(plan_.items.size());
  segment.last = segment.first;
  std::size_t kept = 0;
  const bool only_joined = state.left_joined > 0;
  for (const std::uint32_t item : state.ready) {
    const bool is_first = segment.size() == 0;
    const double needed = problem_.items[item].breadth + (is_first ? 0 : Spacing::between_cards);
    const bool waits_for_others = only_joined && !problem_.items[item].joined;
    if (waits_for_others || (needed > room && !is_first)) {
      state.ready[kept++] = item;
      continue;
    }
    room -= needed;
    plan_.items.push_back(item);
    ++segment.last;
  }
  if (kept > 0) hindsight_[leaf].goes_on_matters = true;
  state.ready.resize(kept);
  if (segment.size() == 0) return;
  for (const std::uint32_t item : plan_.items_of(segment)) place_item(item);
  order_segment(segment);
  plan_.segments.push_back(segment);
}

void FloorPlanner::place_item(std::uint32_t item) {
  plan_.row_of_item[item] = row_;
  placed_now_.push_back(item);
}

// Below what they need; what needs nothing, in order of declaration.
void FloorPlanner::order_segment(const RowSegment& segment) {
  const std::span<std::uint32_t> items = plan_.items_of(segment);
  std::ranges::sort(items);
  const BlockPlace& place = plan_.blocks[segment.block];
  const double padding = problem_.blocks[segment.block].is_drawn() ? Spacing::box_padding : 0;
  const double low = place.left + padding;
  const double high = place.right - padding;
  spreader_.clear();
  for (std::size_t i = 0; i < items.size(); ++i) {
    double sum = 0;
    double count = 0;
    for (const std::uint32_t e : edges_into_item_[items[i]]) {
      const std::uint32_t upper = problem_.edges[e].upper.item;
      if (upper == no_index || plan_.row_of_item[upper] >= row_) continue;
      sum += plan_.centre_of_item[upper];
      ++count;
    }
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(items.size());
    spreader_.add(problem_.items[items[i]].breadth,
                  count > 0 ? sum / count : low + share * (high - low), items[i]);
  }
  spreader_.sort();
  spreader_.spread(Spacing::between_cards, low, high);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i] = spreader_.things()[i].item;
    plan_.centre_of_item[items[i]] = spreader_.things()[i].centre;
  }
}

void FloorPlanner::end_row() {
  for (const std::uint32_t item : placed_now_) settle(item);
  ++row_;
}

void FloorPlanner::settle(std::uint32_t item) {
  const std::uint32_t leaf = problem_.items[item].block;
  if (problem_.items[item].joined) --states_[leaf].left_joined;
  for (const std::uint32_t e : edges_from_item_[item]) satisfy(problem_.edges[e]);
  for (auto b = leaf; b != no_index; b = problem_.blocks[b].parent) {
    plan_.blocks[b].last_row = std::max(plan_.blocks[b].last_row, row_);
    if (--states_[b].left_items == 0) close(b);
  }
}

void FloorPlanner::satisfy(const PlanEdge& edge) {
  if (edge.lower.block != no_index) {
    --states_[edge.lower.block].waits;
    return;
  }
  const std::uint32_t item = edge.lower.item;
  const std::uint32_t leaf = problem_.items[item].block;
  const bool inside = edge.upper.item != no_index && problem_.items[edge.upper.item].block == leaf;
  if (!inside) --states_[leaf].outer_waits;
  lowest_[item] = row_ + 1;
  if (--waits_[item] == 0 && plan_.row_of_item[item] == no_index) {
    states_[leaf].ready.push_back(item);
  }
}

void FloorPlanner::close(std::uint32_t block) {
  for (const std::uint32_t e : edges_from_block_[block]) satisfy(problem_.edges[e]);
  if (problem_.blocks[block].is_leaf()) std::erase(open_leaves_, block);
  if (problem_.blocks[block].parent == no_index) return;
  std::erase(states_[problem_.blocks[block].parent].open_blocks, block);
}

// Something has to give: first that blocks wait for all they need, then the page's breadth, last an
// edge.
void FloorPlanner::force() {
  for (const Forced forced : {Forced::early, Forced::beyond_page, Forced::whatever_it_needs}) {
    for (const std::uint32_t leaf : turns_) {
      if (states_[leaf].open || states_[leaf].ready.empty()) continue;
      if (try_to_open(leaf, forced)) return;
    }
  }
  std::uint32_t first = no_index;
  for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
    if (plan_.row_of_item[i] != no_index) continue;
    if (first == no_index || priority_[i] < priority_[first]) first = i;
  }
  const std::uint32_t leaf = problem_.items[first].block;
  if (!states_[leaf].open) try_to_open(leaf, Forced::whatever_it_needs);
  waits_[first] = 0;
  if (std::ranges::find(states_[leaf].ready, first) == states_[leaf].ready.end()) {
    states_[leaf].ready.push_back(first);
  }
  if (states_[leaf].first_item_row <= row_) fill(leaf);
}

}  // namespace prereq
