// Sweeps first, for they see everything; then single changes, each kept only if it pays.
#include "arrange/plan/order.hpp"

#include <algorithm>
#include <utility>

namespace prereq {

RowOrder::RowOrder(const PlanProblem& problem)
    : problem_(problem), above_(problem.items.size()), below_(problem.items.size()) {
  for (std::uint32_t e = 0; e < problem_.edges.size(); ++e) {
    const PlanEdge& edge = problem_.edges[e];
    if (edge.upper.item != no_index) below_[edge.upper.item].push_back(e);
    if (edge.lower.item != no_index) above_[edge.lower.item].push_back(e);
  }
}

// The mean of what the item is joined to; where it stands, if that is nothing.
double RowOrder::wanted(const FloorPlan& plan, std::uint32_t item, bool above, bool below) const {
  double sum = 0;
  double count = 0;
  const auto add = [&](PlanEnd end) {
    if (end.item != no_index) {
      sum += plan.centre_of_item[end.item];
    } else {
      const BlockPlace& place = plan.blocks[end.block];
      sum += std::clamp(plan.centre_of_item[item], place.left, place.right);
    }
    ++count;
  };
  if (above) {
    for (const std::uint32_t e : above_[item]) add(problem_.edges[e].upper);
  }
  if (below) {
    for (const std::uint32_t e : below_[item]) add(problem_.edges[e].lower);
  }
  return count > 0 ? sum / count : plan.centre_of_item[item];
}

void RowOrder::place(FloorPlan& plan, RowSegment& segment, bool above, bool below, bool sort) {
  thread_local std::vector<std::pair<double, std::uint32_t>> keys;
  thread_local std::vector<double> breadths;
  thread_local std::vector<double> centres;
  keys.clear();
  breadths.clear();
  centres.clear();
  for (const std::uint32_t item : segment.items) {
    keys.emplace_back(wanted(plan, item, above, below), item);
  }
  if (sort) {
    std::ranges::stable_sort(keys, {}, &std::pair<double, std::uint32_t>::first);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    segment.items[i] = keys[i].second;
    centres.push_back(keys[i].first);
    breadths.push_back(problem_.items[keys[i].second].breadth);
  }
  const BlockPlace& block = plan.blocks[segment.block];
  const double padding =
      problem_.blocks[segment.block].is_drawn() ? Spacing::box_padding : 0;
  spread(breadths, Spacing::between_cards, block.left + padding, block.right - padding, centres);
  for (std::size_t i = 0; i < centres.size(); ++i) {
    plan.centre_of_item[segment.items[i]] = centres[i];
  }
}

void RowOrder::sweep(FloorPlan& plan, int sweeps) {
  for (int round = 0; round < sweeps; ++round) {
    for (std::size_t s = plan.segments.size(); s-- > 0;) {
      place(plan, plan.segments[s], false, true, true);
    }
    for (RowSegment& segment : plan.segments) place(plan, segment, true, round + 1 < sweeps, true);
  }
  place_all(plan, 0, plan.row_count);
}

// Once up and once down, without a change of order.
void RowOrder::place_all(FloorPlan& plan, std::uint32_t first_row, std::uint32_t last_row) {
  for (std::size_t s = plan.segments.size(); s-- > 0;) {
    RowSegment& segment = plan.segments[s];
    if (segment.row >= first_row && segment.row <= last_row) {
      place(plan, segment, true, true, false);
    }
  }
  for (RowSegment& segment : plan.segments) {
    if (segment.row >= first_row && segment.row <= last_row) {
      place(plan, segment, true, true, false);
    }
  }
}

bool RowOrder::try_neighbours(FloorPlan& plan, PlanEstimator& estimator, Estimate& best) {
  bool better = false;
  for (std::size_t s = 0; s < plan.segments.size(); ++s) {
    for (std::size_t i = 0; i + 1 < plan.segments[s].items.size() && tries_left_ > 0; ++i) {
      const std::vector<double> before = plan.centre_of_item;
      auto& items = plan.segments[s].items;
      std::swap(items[i], items[i + 1]);
      const std::uint32_t row = plan.segments[s].row;
      place_all(plan, row == 0 ? 0 : row - 1, row + 1);
      --tries_left_;
      const Estimate now = estimator.estimate(plan);
      if (now.cost < best.cost - 0.5) {
        best = now;
        better = true;
      } else {
        std::swap(items[i], items[i + 1]);
        plan.centre_of_item = before;
      }
    }
  }
  return better;
}

// An item may go to another row of its block, between what it needs and what needs it.
bool RowOrder::try_rows(FloorPlan& plan, PlanEstimator& estimator, Estimate& best) {
  bool better = false;
  for (std::uint32_t item = 0; item < problem_.items.size() && tries_left_ > 0; ++item) {
    if (!problem_.items[item].joined) continue;
    const std::uint32_t block = problem_.items[item].block;
    const std::uint32_t row = plan.row_of_item[item];
    const BlockPlace& place_of_block = plan.blocks[block];
    const bool title = problem_.titles_take_rows && problem_.blocks[block].title_breadth > 0;
    std::int64_t low = place_of_block.first_row + (title ? 1 : 0);
    std::int64_t high = place_of_block.last_row;
    if (problem_.blocks[block].items.size() == 1) continue;
    for (const std::uint32_t e : above_[item]) {
      const PlanEnd end = problem_.edges[e].upper;
      const std::int64_t upper =
          end.item != no_index ? plan.row_of_item[end.item] : plan.blocks[end.block].last_row;
      low = std::max(low, upper + 1);
    }
    for (const std::uint32_t e : below_[item]) {
      const PlanEnd end = problem_.edges[e].lower;
      const std::int64_t lower =
          end.item != no_index ? plan.row_of_item[end.item] : plan.blocks[end.block].first_row;
      high = std::min(high, lower - 1);
    }
    for (std::int64_t to = low; to <= high && tries_left_ > 0; ++to) {
      if (to == row || to < row - 3 || to > row + 3) continue;
      RowSegment* from_segment = nullptr;
      RowSegment* to_segment = nullptr;
      for (RowSegment& segment : plan.segments) {
        if (segment.block != block) continue;
        if (segment.row == plan.row_of_item[item]) from_segment = &segment;
        if (segment.row == to) to_segment = &segment;
      }
      if (to_segment == nullptr || from_segment == nullptr || from_segment->items.size() == 1) {
        continue;
      }
      double used = problem_.items[item].breadth;
      for (const std::uint32_t other : to_segment->items) {
        used += problem_.items[other].breadth + Spacing::between_cards;
      }
      const double padding = problem_.blocks[block].is_drawn() ? 2 * Spacing::box_padding : 0;
      if (used > place_of_block.right - place_of_block.left - padding + 0.01) continue;
      const std::vector<double> centres = plan.centre_of_item;
      const std::vector<std::uint32_t> from_items = from_segment->items;
      const std::vector<std::uint32_t> to_items = to_segment->items;
      const std::uint32_t from_row = plan.row_of_item[item];
      std::erase(from_segment->items, item);
      const double key = wanted(plan, item, true, true);
      const auto at = std::ranges::upper_bound(
          to_segment->items, key, {}, [&](std::uint32_t i) { return plan.centre_of_item[i]; });
      to_segment->items.insert(at, item);
      plan.row_of_item[item] = static_cast<std::uint32_t>(to);
      const auto [first, last] = std::minmax(from_row, static_cast<std::uint32_t>(to));
      place_all(plan, first == 0 ? 0 : first - 1, last + 1);
      --tries_left_;
      const Estimate now = estimator.estimate(plan);
      if (now.cost < best.cost - 0.5) {
        best = now;
        better = true;
      } else {
        plan.row_of_item[item] = from_row;
        from_segment->items = from_items;
        to_segment->items = to_items;
        plan.centre_of_item = centres;
      }
    }
  }
  return better;
}

Estimate RowOrder::improve(FloorPlan& plan, PlanEstimator& estimator, std::size_t most_tries) {
  tries_left_ = most_tries;
  Estimate best = estimator.estimate(plan);
  bool better = true;
  while (better && tries_left_ > 0) {
    better = try_neighbours(plan, estimator, best);
    better = try_rows(plan, estimator, best) || better;
  }
  return best;
}

}  // namespace prereq
