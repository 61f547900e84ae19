// Sweeps first, for they see everything; then single changes, each kept only if it pays.
#include "arrange/plan/order.hpp"

#include <algorithm>
#include <utility>

namespace prereq {
namespace {

constexpr double least_gain = 0.5;  // less is no reason to change anything

}  // namespace

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

void RowOrder::place(FloorPlan& plan, const RowSegment& segment, bool above, bool below,
                     bool sort) {
  const std::span<std::uint32_t> items = plan.items_of(segment);
  const BlockPlace& block = plan.blocks[segment.block];
  const double padding = problem_.blocks[segment.block].is_drawn() ? Spacing::box_padding : 0;
  const double low = block.left + padding;
  const double high = block.right - padding;
  if (items.size() == 1) {
    const double half = problem_.items[items[0]].breadth / 2;
    double& centre = plan.centre_of_item[items[0]];
    centre = std::max(low + half, std::min(wanted(plan, items[0], above, below), high - half));
    return;
  }
  spreader_.clear();
  for (const std::uint32_t item : items) {
    spreader_.add(problem_.items[item].breadth, wanted(plan, item, above, below), item);
  }
  if (sort) spreader_.sort();
  spreader_.spread(Spacing::between_cards, low, high);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i] = spreader_.things()[i].item;
    plan.centre_of_item[items[i]] = spreader_.things()[i].centre;
  }
}

void RowOrder::sweep(FloorPlan& plan, int sweeps) {
  for (int round = 0; round < sweeps; ++round) {
    for (std::size_t s = plan.segments.size(); s-- > 0;) {
      place(plan, plan.segments[s], false, true, true);
    }
    for (const RowSegment& segment : plan.segments) place(plan, segment, true, true, true);
  }
  place_all(plan, 0, plan.row_count);
}

// Once up and once down, without a change of order.
void RowOrder::place_all(FloorPlan& plan, std::uint32_t first_row, std::uint32_t last_row) {
  for (std::size_t s = plan.segments.size(); s-- > 0;) {
    const RowSegment& segment = plan.segments[s];
    if (segment.row >= first_row && segment.row <= last_row) {
      place(plan, segment, true, true, false);
    }
  }
  for (const RowSegment& segment : plan.segments) {
    if (segment.row >= first_row && segment.row <= last_row) {
      place(plan, segment, true, true, false);
    }
  }
}

bool RowOrder::try_neighbours(FloorPlan& plan, PlanEstimator& estimator, Estimate& best) {
  bool better = false;
  for (const RowSegment& segment : plan.segments) {
    for (std::uint32_t i = segment.first; i + 1 < segment.last && tries_left_ > 0; ++i) {
      const std::vector<double> before = plan.centre_of_item;
      std::swap(plan.items[i], plan.items[i + 1]);
      place_all(plan, segment.row == 0 ? 0 : segment.row - 1, segment.row + 1);
      --tries_left_;
      const Estimate now = estimator.estimate(plan);
      if (now.cost < best.cost - least_gain) {
        best = now;
        better = true;
      } else {
        std::swap(plan.items[i], plan.items[i + 1]);
        plan.centre_of_item = before;
      }
    }
  }
  return better;
}

// Moves the item to another row of its block, if there is room, and back if that does not pay.
bool RowOrder::try_row(FloorPlan& plan, PlanEstimator& estimator, Estimate& best,
                       std::uint32_t item, std::uint32_t row) {
  const std::uint32_t block = problem_.items[item].block;
  const std::uint32_t from_row = plan.row_of_item[item];
  const auto segment_on = [&](std::uint32_t r) {
    return std::ranges::find_if(plan.segments, [&](const RowSegment& segment) {
      return segment.block == block && segment.row == r;
    });
  };
  const auto from = segment_on(from_row);
  const auto to = segment_on(row);
  if (from == plan.segments.end() || to == plan.segments.end() || from->size() == 1) return false;
  double used = problem_.items[item].breadth;
  for (const std::uint32_t other : plan.items_of(*to)) {
    used += problem_.items[other].breadth + Spacing::between_cards;
  }
  const BlockPlace& place = plan.blocks[block];
  const double padding = problem_.blocks[block].is_drawn() ? 2 * Spacing::box_padding : 0;
  if (used > place.right - place.left - padding + 0.01) return false;
  const FloorPlan before = plan;
  const double key = wanted(plan, item, true, true);
  std::erase(plan.items, item);
  for (RowSegment& segment : plan.segments) {
    if (segment.first > from->first) --segment.first;
    if (segment.first >= from->first) --segment.last;
  }
  std::uint32_t at = to->first;
  while (at < to->last && plan.centre_of_item[plan.items[at]] < key) ++at;
  plan.items.insert(plan.items.begin() + at, item);
  for (RowSegment& segment : plan.segments) {
    if (segment.first > to->first) ++segment.first;
    if (segment.first >= to->first) ++segment.last;
  }
  plan.row_of_item[item] = row;
  const auto [first, last] = std::minmax(from_row, row);
  place_all(plan, first == 0 ? 0 : first - 1, last + 1);
  --tries_left_;
  const Estimate now = estimator.estimate(plan);
  if (now.cost < best.cost - least_gain) {
    best = now;
    return true;
  }
  plan = before;
  return false;
}

// An item may go to another row of its block, between what it needs and what needs it.
bool RowOrder::try_rows(FloorPlan& plan, PlanEstimator& estimator, Estimate& best) {
  constexpr std::int64_t furthest = 3;
  bool better = false;
  for (std::uint32_t item = 0; item < problem_.items.size() && tries_left_ > 0; ++item) {
    const std::uint32_t block = problem_.items[item].block;
    if (!problem_.items[item].joined || problem_.blocks[block].items.size() == 1) continue;
    const bool title = problem_.titles_take_rows && problem_.blocks[block].title_breadth > 0;
    std::int64_t low = plan.blocks[block].first_row + (title ? 1 : 0);
    std::int64_t high = plan.blocks[block].last_row;
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
    const std::int64_t row = plan.row_of_item[item];
    for (auto to = std::max(low, row - furthest); to <= std::min(high, row + furthest); ++to) {
      if (tries_left_ == 0 || to == plan.row_of_item[item]) continue;
      better = try_row(plan, estimator, best, item, static_cast<std::uint32_t>(to)) || better;
    }
  }
  return better;
}

void RowOrder::improve(FloorPlan& plan, PlanEstimator& estimator, std::size_t most_tries) {
  tries_left_ = most_tries;
  Estimate best = estimator.estimate(plan);
  bool better = true;
  while (better && tries_left_ > 0) {
    better = try_neighbours(plan, estimator, best);
    better = try_rows(plan, estimator, best) || better;
  }
}

}  // namespace prereq
