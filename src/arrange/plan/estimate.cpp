// Rows get their depth from what stands on them; every edge is a straight line between the sides of
// its ends.
#include "arrange/plan/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace prereq {
namespace {

constexpr double air_px = 8;             // beside what lines pass
constexpr double least_card_depth = 30;  // what is lower holds titles alone

// By merging, from runs of one on.
std::size_t sort_and_count_inversions(std::vector<double>& values) {
  std::size_t inversions = 0;
  std::vector<double> merged(values.size());
  for (std::size_t run = 1; run < values.size(); run *= 2) {
    for (std::size_t first = 0; first < values.size(); first += 2 * run) {
      const std::size_t middle = std::min(first + run, values.size());
      const std::size_t last = std::min(middle + run, values.size());
      std::size_t left = first;
      std::size_t right = middle;
      for (std::size_t at = first; at < last; ++at) {
        const bool takes_right = left == middle || (right < last && values[right] < values[left]);
        if (takes_right) inversions += middle - left;
        merged[at] = values[takes_right ? right++ : left++];
      }
    }
    values.swap(merged);
  }
  return inversions;
}

}  // namespace

void PlanEstimator::find_rows(const FloorPlan& plan) {
  row_depth_.assign(plan.row_count, 0);
  row_top_.assign(plan.row_count + 1, 0);
  first_segment_of_row_.assign(plan.row_count + 1, 0);
  for (const RowSegment& segment : plan.segments) {
    double& depth = row_depth_[segment.row];
    for (const std::uint32_t i : plan.items_of(segment)) {
      depth = std::max(depth, problem_.items[i].depth);
    }
    ++first_segment_of_row_[segment.row + 1];
  }
  gap_above_.assign(plan.row_count + 1, problem_.row_gap);
  if (problem_.titles_take_rows) {
    box_ends_above_.assign(plan.row_count + 1, 0);
    for (std::uint32_t b = 1; b < plan.blocks.size(); ++b) {
      if (problem_.blocks[b].is_drawn()) box_ends_above_[plan.blocks[b].last_row + 1] = 1;
    }
    for (std::uint32_t b = 1; b < plan.blocks.size(); ++b) {
      if (!problem_.blocks[b].is_drawn()) continue;
      const std::uint32_t row = plan.blocks[b].first_row;
      const bool only_title = row_depth_[row] < least_card_depth;
      row_depth_[row] = std::max(row_depth_[row], problem_.blocks[b].title_depth);
      if (only_title) gap_above_[row + 1] = Spacing::below_title;
      if (box_ends_above_[row] != 0) gap_above_[row] = std::max(gap_above_[row], 34.0);
    }
  }
  for (std::uint32_t r = 0; r < plan.row_count; ++r) {
    row_top_[r + 1] = row_top_[r] + row_depth_[r] + (row_depth_[r] > 0 ? gap_above_[r + 1] : 0);
    first_segment_of_row_[r + 1] += first_segment_of_row_[r];
  }
}

PlanEstimator::End PlanEstimator::upper_end(const FloorPlan& plan, PlanEnd end) const {
  if (end.item != no_index) {
    const double at = plan.centre_of_item[end.item];
    return {plan.row_of_item[end.item], end.item, at, at};
  }
  const BlockPlace& place = plan.blocks[end.block];
  const auto items = static_cast<std::uint32_t>(problem_.items.size());
  const double middle = (place.left + place.right) / 2;
  return {place.last_row, items + end.block, middle, middle};
}

// A box is entered beside its title.
PlanEstimator::End PlanEstimator::lower_end(const FloorPlan& plan, PlanEnd end) const {
  if (end.item != no_index) {
    const double at = plan.centre_of_item[end.item];
    return {plan.row_of_item[end.item], end.item, at, at};
  }
  const BlockPlace& place = plan.blocks[end.block];
  const auto items = static_cast<std::uint32_t>(problem_.items.size());
  const double high = place.right - 12;
  const double low = std::min(place.left + problem_.blocks[end.block].title_breadth + 24, high);
  return {place.first_row, items + end.block, low, high};
}

// What cards take.
void PlanEstimator::find_uses(const FloorPlan& plan) {
  first_use_.resize(plan.blocks.size());
  std::size_t total = 0;
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    first_use_[b] = total;
    const BlockPlace& place = plan.blocks[b];
    total += b == 0 ? plan.row_count : place.last_row - place.first_row + 1;
  }
  use_.assign(total, 0);
  for (const RowSegment& segment : plan.segments) {
    double& use =
        use_[first_use_[segment.block] + segment.row - plan.blocks[segment.block].first_row];
    for (const std::uint32_t item : plan.items_of(segment)) {
      use += problem_.items[item].breadth + Spacing::between_cards;
    }
    if (segment.size() > 0) use -= Spacing::between_cards;
  }
}

void PlanEstimator::find_blocks_on_rows(const FloorPlan& plan) {
  first_block_on_row_.assign(plan.row_count + 1, 0);
  for (std::size_t b = 1; b < plan.blocks.size(); ++b) {
    for (auto r = plan.blocks[b].first_row; r <= plan.blocks[b].last_row; ++r) {
      ++first_block_on_row_[r + 1];
    }
  }
  for (std::uint32_t r = 0; r < plan.row_count; ++r) {
    first_block_on_row_[r + 1] += first_block_on_row_[r];
  }
  blocks_on_rows_.resize(first_block_on_row_[plan.row_count]);
  next_on_row_.assign(first_block_on_row_.begin(), first_block_on_row_.end());
  for (std::uint32_t b = 1; b < plan.blocks.size(); ++b) {
    for (auto r = plan.blocks[b].first_row; r <= plan.blocks[b].last_row; ++r) {
      blocks_on_rows_[next_on_row_[r]++] = b;
    }
  }
}

// The innermost block that has that place.
std::uint32_t PlanEstimator::block_at(const FloorPlan& plan, std::uint32_t row,
                                      double along) const {
  std::uint32_t block = 0;
  for (auto i = first_block_on_row_[row]; i < first_block_on_row_[row + 1]; ++i) {
    const std::uint32_t inner = blocks_on_rows_[i];
    if (problem_.blocks[inner].parent != block) continue;
    const BlockPlace& place = plan.blocks[inner];
    if (along > place.left && along < place.right) block = inner;
  }
  return block;
}

// Everything as far to the left as it goes. Borders of sections are straight: a section is
// everywhere as broad as on its fullest row, and nothing on any of its rows gets past it.
double PlanEstimator::needed_breadth(const FloorPlan& plan) {
  for (std::vector<Pass>& passes : passes_) std::ranges::sort(passes, {}, &Pass::along);
  needs_.resize(plan.blocks.size());
  for (auto b = static_cast<std::uint32_t>(plan.blocks.size()); b-- > 0;) {
    const PlanBlock& block = problem_.blocks[b];
    const double inside = block.is_leaf() ? breadth_of_leaf(plan, b) : breadth_of_inner(plan, b);
    needs_[b] = std::max(inside, problem_.titles_take_rows ? block.title_breadth : 0);
    if (b == 0) break;
    needs_[b] += block.is_drawn() ? 2 * Spacing::box_padding + Spacing::between_boxes
                                  : Spacing::between_cards;
  }
  // Lines are led otherwise in the end, and straightened.
  constexpr double share = 1.03;
  return std::max(share * (needs_[0] - Spacing::between_cards), 0.0);
}

double PlanEstimator::breadth_of_leaf(const FloorPlan& plan, std::uint32_t leaf) const {
  const BlockPlace& place = plan.blocks[leaf];
  double most = 0;
  for (std::uint32_t r = place.first_row; r <= place.last_row && r < plan.row_count; ++r) {
    double use = use_[first_use_[leaf] + r - place.first_row];
    for (const Pass& pass : passes_[r]) use += pass.block == leaf ? Spacing::passing_line : 0;
    most = std::max(most, use);
  }
  return most;
}

double PlanEstimator::breadth_of_inner(const FloorPlan& plan, std::uint32_t block) {
  const std::uint32_t first = plan.blocks[block].first_row;
  const std::uint32_t end = block == 0 ? plan.row_count : plan.blocks[block].last_row + 1;
  used_.assign(end - first, 0);
  next_pass_.assign(end - first, 0);
  // Up to what stands further on.
  const auto add_passes = [&](std::uint32_t row, double along) {
    const std::vector<Pass>& passes = passes_[row];
    std::uint32_t& next = next_pass_[row - first];
    for (; next < passes.size() && passes[next].along < along; ++next) {
      if (passes[next].block == block) used_[row - first] += Spacing::passing_line;
    }
    return used_[row - first];
  };
  from_left_ = problem_.blocks[block].blocks;
  std::ranges::stable_sort(from_left_, {}, [&](std::uint32_t b) { return plan.blocks[b].left; });
  for (const std::uint32_t inner : from_left_) {
    const BlockPlace& place = plan.blocks[inner];
    double start = 0;
    for (auto r = place.first_row; r <= place.last_row; ++r) {
      start = std::max(start, add_passes(r, place.left));
    }
    for (auto r = place.first_row; r <= place.last_row; ++r) {
      used_[r - first] = start + needs_[inner];
    }
  }
  double most = 0;
  for (auto r = first; r < end; ++r) {
    most = std::max(most, add_passes(r, std::numeric_limits<double>::infinity()));
  }
  return most;
}

// The place nearest to the one wanted where nothing stands on the row.
double PlanEstimator::free_place(const FloorPlan& plan, std::uint32_t row, double wanted) const {
  for (auto s = first_segment_of_row_[row]; s < first_segment_of_row_[row + 1]; ++s) {
    for (const std::uint32_t item : plan.items_of(plan.segments[s])) {
      const double half = problem_.items[item].breadth / 2 + air_px;
      const double away = wanted - plan.centre_of_item[item];
      if (std::abs(away) >= half) continue;
      // Cards of a block stand close together: a line beside one is between two.
      return plan.centre_of_item[item] + (away < 0 ? -half : half);
    }
  }
  return wanted;
}

void PlanEstimator::sketch_lines(const FloorPlan& plan, Estimate& estimate) {
  if (pieces_.size() < plan.row_count) pieces_.resize(plan.row_count);
  for (std::vector<Piece>& pieces : pieces_) pieces.clear();
  if (passes_.size() < plan.row_count) passes_.resize(plan.row_count);
  for (std::vector<Pass>& passes : passes_) passes.clear();
  for (const PlanEdge& edge : problem_.edges) {
    const End upper = upper_end(plan, edge.upper);
    const End lower = lower_end(plan, edge.lower);
    if (upper.row >= lower.row) {
      ++estimate.upward;
      continue;
    }
    double at = upper.low;
    const double end = std::clamp(at, lower.low, lower.high);
    const double start_depth = row_top_[upper.row] + row_depth_[upper.row];
    const double slope = (end - at) / std::max(row_top_[lower.row] - start_depth, 1.0);
    const double start = at;
    std::uint32_t from = upper.node;
    for (std::uint32_t row = upper.row; row < lower.row; ++row) {
      const bool last = row + 1 == lower.row;
      double to = end;
      if (!last) {
        const double depth = row_top_[row + 1] + row_depth_[row + 1] / 2;
        to = free_place(plan, row + 1, start + slope * (depth - start_depth));
        // Straight on, if that is as good.
        if (std::abs(to - at) < 40 && free_place(plan, row + 1, at) == at) to = at;
        to += (end - to) * 1e-3;  // of lines at one place, in the order of where they lead
        passes_[row + 1].push_back({to, block_at(plan, row + 1, to)});
      }
      if (std::abs(to - at) > 3 && from == no_index) ++estimate.turns;
      pieces_[row].push_back({at, to, from, last ? lower.node : no_index});
      const double depth =
          row_top_[row + 1] - row_top_[row] - row_depth_[row] + (last ? 0 : row_depth_[row + 1]);
      estimate.length += std::sqrt((to - at) * (to - at) + depth * depth);
      at = to;
      from = no_index;
    }
  }
}

// Lines with one upper end begin at one place, so they never cross. Those that lead to one box end
// where each is nearest: they do not count.
std::size_t PlanEstimator::count_crossings() const {
  const auto items = static_cast<std::uint32_t>(problem_.items.size());
  std::size_t crossings = 0;
  std::vector<Piece> into_boxes;
  for (const std::vector<Piece>& pieces : pieces_) {
    crossings += count_inversions(pieces);
    into_boxes.clear();
    std::ranges::copy_if(pieces, std::back_inserter(into_boxes), [items](const Piece& piece) {
      return piece.lower != no_index && piece.lower >= items;
    });
    std::ranges::stable_sort(into_boxes, {}, &Piece::lower);
    for (auto first = into_boxes.begin(); first != into_boxes.end();) {
      const auto last = std::find_if(
          first, into_boxes.end(), [&](const Piece& piece) { return piece.lower != first->lower; });
      crossings -= count_inversions({first, last});
      first = last;
    }
  }
  return crossings;
}

// Pairs of which one begins left of the other and ends right of it. O(n log n).
std::size_t PlanEstimator::count_inversions(std::vector<Piece> pieces) {
  std::ranges::sort(pieces, {}, [](const Piece& piece) { return std::pair(piece.from, piece.to); });
  std::vector<double> ends;
  ends.reserve(pieces.size());
  for (const Piece& piece : pieces) ends.push_back(piece.to);
  return sort_and_count_inversions(ends);
}

// Pairs of siblings of which the later one stands above, or left of on the same row.
double PlanEstimator::disorder(const FloorPlan& plan) const {
  double pairs = 0;
  for (std::uint32_t b = 0; b < problem_.blocks.size(); ++b) {
    const auto& children = problem_.blocks[b].blocks;
    for (std::size_t i = 1; i < children.size(); ++i) {
      const BlockPlace& before = plan.blocks[children[i - 1]];
      const BlockPlace& after = plan.blocks[children[i]];
      const bool ordered = before.first_row < after.first_row ||
                           (before.first_row == after.first_row && before.left < after.left);
      if (!ordered) ++pairs;
    }
  }
  for (const RowSegment& segment : plan.segments) {
    for (std::uint32_t i = segment.first + 1; i < segment.last; ++i) {
      if (plan.items[i - 1] > plan.items[i]) pairs += 0.5;
    }
  }
  return pairs;
}

Estimate PlanEstimator::estimate(const FloorPlan& plan) {
  Estimate estimate;
  find_rows(plan);
  estimate.depth = plan.row_count > 0 ? row_top_[plan.row_count] - problem_.row_gap : 0;
  find_uses(plan);
  find_blocks_on_rows(plan);
  sketch_lines(plan, estimate);
  estimate.crossings = count_crossings();
  estimate.breadth = needed_breadth(plan);
  estimate.cost = cost_of(estimate, plan, weights.crossing);
  return estimate;
}

double PlanEstimator::cost_with(const FloorPlan& plan, std::size_t crossings, std::size_t turns,
                                double length, double breadth) {
  Estimate with = estimate(plan);
  with.breadth = breadth;
  with.crossings = crossings;
  with.turns = turns;
  with.length = length;
  return cost_of(with, plan, weights.drawn_crossing);
}

double PlanEstimator::cost_of(const Estimate& estimate, const FloorPlan& plan,
                              double crossing_price) const {
  const double overflow = std::max(0.0, estimate.breadth - problem_.most_breadth) +
                          std::max(0.0, estimate.depth - problem_.most_depth);
  // A page that is too wide must not pay, however much lower it is.
  const bool bounded = std::isfinite(problem_.most_breadth);
  const double overflow_price = std::max(
      weights.overflow, bounded ? 3 * weights.depth * estimate.depth / problem_.most_breadth : 0.0);
  // What the page bounds is free, what it does not is dear.
  const double depth_price = problem_.titles_take_rows ? weights.depth : weights.breadth;
  const double breadth_price = problem_.titles_take_rows ? weights.breadth : weights.depth;
  return depth_price * estimate.depth + breadth_price * estimate.breadth +
         weights.length * estimate.length + weights.turn * static_cast<double>(estimate.turns) +
         crossing_price * static_cast<double>(estimate.crossings) +
         weights.upward * static_cast<double>(estimate.upward) + overflow_price * overflow +
         weights.disorder * disorder(plan);
}

}  // namespace prereq
