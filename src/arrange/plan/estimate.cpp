// Rows get their depth from what stands on them; every edge is a straight line between the sides of
// its ends.
#include "arrange/plan/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace prereq {
namespace {

bool cross(double ax0, double ay0, double ax1, double ay1, double bx0, double by0, double bx1,
           double by1) {
  const double dax = ax1 - ax0;
  const double day = ay1 - ay0;
  const double side0 = dax * (by0 - ay0) - day * (bx0 - ax0);
  const double side1 = dax * (by1 - ay0) - day * (bx1 - ax0);
  if ((side0 > 0) == (side1 > 0)) return false;
  const double dbx = bx1 - bx0;
  const double dby = by1 - by0;
  const double side2 = dbx * (ay0 - by0) - dby * (ax0 - bx0);
  const double side3 = dbx * (ay1 - by0) - dby * (ax1 - bx0);
  return (side2 > 0) != (side3 > 0);
}

}  // namespace

void PlanEstimator::find_rows(const FloorPlan& plan) {
  row_depth_.assign(plan.row_count, 0);
  row_use_.assign(plan.row_count, 0);
  row_top_.assign(plan.row_count + 1, 0);
  first_segment_of_row_.assign(plan.row_count + 1, 0);
  for (const RowSegment& segment : plan.segments) {
    double& depth = row_depth_[segment.row];
    for (const std::uint32_t i : segment.items) {
      depth = std::max(depth, problem_.items[i].depth);
    }
    ++first_segment_of_row_[segment.row + 1];
  }
  thread_local std::vector<double> gap;  // above each row
  gap.assign(plan.row_count + 1, problem_.row_gap);
  if (problem_.titles_take_rows) {
    thread_local std::vector<bool> ends;
    ends.assign(plan.row_count + 1, false);
    for (std::uint32_t b = 1; b < plan.blocks.size(); ++b) {
      if (problem_.blocks[b].is_drawn()) ends[plan.blocks[b].last_row + 1] = true;
    }
    for (std::uint32_t b = 1; b < plan.blocks.size(); ++b) {
      if (!problem_.blocks[b].is_drawn()) continue;
      const std::uint32_t row = plan.blocks[b].first_row;
      const bool only_title = row_depth_[row] < 30;
      row_depth_[row] = std::max(row_depth_[row], problem_.blocks[b].title_depth);
      if (only_title) gap[row + 1] = Spacing::below_title;
      if (ends[row]) gap[row] = std::max(gap[row], 36.0);
    }
  }
  for (std::uint32_t r = 0; r < plan.row_count; ++r) {
    row_top_[r + 1] = row_top_[r] + row_depth_[r] + (row_depth_[r] > 0 ? gap[r + 1] : 0);
    first_segment_of_row_[r + 1] += first_segment_of_row_[r];
  }
}

void PlanEstimator::draw_lines(const FloorPlan& plan) {
  lines_.clear();
  const auto items = static_cast<std::uint32_t>(problem_.items.size());
  for (const PlanEdge& edge : problem_.edges) {
    Line line;
    if (edge.upper.item != no_index) {
      line.upper_node = edge.upper.item;
      line.upper_row = plan.row_of_item[edge.upper.item];
      line.x0 = plan.centre_of_item[edge.upper.item];
      line.y0 = row_top_[line.upper_row] + row_depth_[line.upper_row] / 2 +
                problem_.items[edge.upper.item].depth / 2;
    } else {
      const BlockPlace& place = plan.blocks[edge.upper.block];
      line.upper_node = items + edge.upper.block;
      line.upper_row = place.last_row;
      line.x0 = (place.left + place.right) / 2;
      line.y0 = row_top_[place.last_row] + row_depth_[place.last_row];
    }
    if (edge.lower.item != no_index) {
      line.lower_node = edge.lower.item;
      line.lower_row = plan.row_of_item[edge.lower.item];
      line.x1 = plan.centre_of_item[edge.lower.item];
      line.y1 = row_top_[line.lower_row] + row_depth_[line.lower_row] / 2 -
                problem_.items[edge.lower.item].depth / 2;
    } else {
      const PlanBlock& block = problem_.blocks[edge.lower.block];
      const BlockPlace& place = plan.blocks[edge.lower.block];
      line.lower_node = items + edge.lower.block;
      line.lower_row = place.first_row;
      const double low = std::min(place.left + block.title_breadth + 24, place.right - 12);
      line.x1 = std::clamp(line.x0, low, place.right - 12);
      line.y1 = row_top_[place.first_row];
    }
    if (edge.upper.item == no_index) {
      const BlockPlace& place = plan.blocks[edge.upper.block];
      line.x0 = std::clamp(line.x1, place.left + 12, std::max(place.left + 12, place.right - 12));
    }
    lines_.push_back(line);
  }
}

std::size_t PlanEstimator::count_crossings() {
  std::size_t crossings = 0;
  for (std::size_t a = 0; a < lines_.size(); ++a) {
    const Line& one = lines_[a];
    for (std::size_t b = a + 1; b < lines_.size(); ++b) {
      const Line& other = lines_[b];
      if (one.lower_row <= other.upper_row || other.lower_row <= one.upper_row) continue;
      if (one.upper_node == other.upper_node || one.lower_node == other.lower_node) continue;
      if (std::max(one.x0, one.x1) < std::min(other.x0, other.x1) ||
          std::max(other.x0, other.x1) < std::min(one.x0, one.x1)) {
        continue;
      }
      if (cross(one.x0, one.y0, one.x1, one.y1, other.x0, other.y0, other.x1, other.y1)) {
        ++crossings;
      }
    }
  }
  return crossings;
}

// What lines pass on the way: the room that they take of each row, and cards that they meet.
void PlanEstimator::pass_rows(const FloorPlan& plan, Estimate& estimate) {
  constexpr double air = 6;
  for (const Line& line : lines_) {
    if (line.lower_row <= line.upper_row + 1) continue;
    const double slope = (line.x1 - line.x0) / std::max(line.y1 - line.y0, 1.0);
    for (std::uint32_t row = line.upper_row + 1; row < line.lower_row; ++row) {
      const double x = line.x0 + slope * (row_top_[row] + row_depth_[row] / 2 - line.y0);
      row_use_[row] += Spacing::passing_line;
      for (auto s = first_segment_of_row_[row]; s < first_segment_of_row_[row + 1]; ++s) {
        const RowSegment& segment = plan.segments[s];
        for (const std::uint32_t item : segment.items) {
          const double half = problem_.items[item].breadth / 2 + air;
          if (std::abs(x - plan.centre_of_item[item]) < half) ++estimate.in_the_way;
        }
      }
    }
  }
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
    for (std::size_t i = 1; i < segment.items.size(); ++i) {
      if (segment.items[i - 1] > segment.items[i]) pairs += 0.5;
    }
  }
  return pairs;
}

Estimate PlanEstimator::estimate(const FloorPlan& plan) {
  Estimate estimate;
  find_rows(plan);
  draw_lines(plan);
  estimate.depth = plan.row_count > 0 ? row_top_[plan.row_count] - problem_.row_gap : 0;
  estimate.crossings = count_crossings();
  pass_rows(plan, estimate);
  for (const Line& line : lines_) {
    estimate.length += std::hypot(line.x1 - line.x0, line.y1 - line.y0);
  }
  double used = 0;
  for (const RowSegment& segment : plan.segments) {
    for (const std::uint32_t i : segment.items) {
      row_use_[segment.row] += problem_.items[i].breadth + Spacing::between_cards;
    }
    row_use_[segment.row] += problem_.blocks[segment.block].is_drawn() ? 20 : 0;
  }
  for (const double use : row_use_) used = std::max(used, use);
  estimate.breadth = std::max(plan.breadth, used);
  double overflow = 0;
  if (estimate.breadth > problem_.most_breadth) {
    overflow += estimate.breadth - problem_.most_breadth;
  }
  if (estimate.depth > problem_.most_depth) overflow += estimate.depth - problem_.most_depth;
  // Of a page of one breadth only the depth varies.
  const double depth_price = problem_.titles_take_rows ? weights.depth : weights.breadth;
  const double breadth_price = problem_.titles_take_rows ? weights.breadth : weights.depth;
  estimate.cost = depth_price * estimate.depth + breadth_price * estimate.breadth +
                  weights.length * estimate.length +
                  weights.crossing * static_cast<double>(estimate.crossings) +
                  weights.card_in_the_way * static_cast<double>(estimate.in_the_way) +
                  weights.overflow * overflow + weights.disorder * disorder(plan);
  return estimate;
}

}  // namespace prereq
