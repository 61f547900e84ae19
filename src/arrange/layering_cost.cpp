#include "arrange/layering_cost.hpp"

#include <algorithm>

namespace prereq {
namespace {

// Prices in pixels of height, set by looking at drawings of the bundled roadmaps.
constexpr double row_gap_px = 28;
constexpr double title_depth_px = 22;
constexpr double price_of_overflow = 12;            // for each pixel beyond the width
constexpr double price_of_long_edge = 9;            // for each row passed inside a box
constexpr double price_of_long_crossing_edge = 14;  // for each row passed between boxes
constexpr double price_of_box_area = 0.35;          // for each pixel of height if it were page-wide
constexpr double price_of_idle_row = 0.9;  // of the row's depth, if a box reaches across in vain
constexpr double price_of_disorder = 8;    // for a box above one declared before it
constexpr double passing_edge_px = 9;      // room that an edge takes in a row it passes

}  // namespace

LayeringCost::LayeringCost(const ScheduleInput& input)
    : in_(input), problem_(input.problem()), extents_(input.box_count()) {}

double LayeringCost::of(const Layering& layering) {
  read(layering);
  double height = 0;
  for (const double depth : row_depth_) height += depth + row_gap_px;
  const double page = problem_.max_breadth_px.value_or(1600);
  return height + long_edges_ + price_of_overflow * overflow(page) + box_areas(page) +
         price_of_disorder * disorder();
}

double LayeringCost::widest_band_px(const Layering& layering) {
  read(layering);
  struct Opening {
    std::uint32_t first, last;
    double breadth;
  };
  std::vector<Opening> openings;
  for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
    const Extent& extent = extents_[box];
    if (extent.first != no_index) {
      openings.push_back({extent.first, extent.last, outer_breadth(box)});
    }
  }
  std::ranges::stable_sort(openings, {}, &Opening::first);
  double widest = 0;
  double breadth = 0;
  std::uint32_t end = 0;
  for (const Opening& opening : openings) {
    if (opening.first >= end) breadth = 0;
    end = std::max(end, opening.last + 1);
    breadth += opening.breadth;
    widest = std::max(widest, breadth);
  }
  return widest;
}

void LayeringCost::read(const Layering& layering) {
  row_depth_.assign(layering.row_count, 0);
  passing_.assign(layering.row_count + 1, 0);
  long_edges_ = 0;
  find_extents(layering);
  add_items(layering);
  add_edges(layering);
}

void LayeringCost::find_extents(const Layering& layering) {
  for (Extent& extent : extents_) {
    extent.first = no_index;
    extent.last = 0;
  }
  for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
    Extent& extent = extents_[in_.box_of(item)];
    extent.first = std::min(extent.first, layering.row_of_item[item]);
    extent.last = std::max(extent.last, layering.row_of_item[item]);
  }
  for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
    Extent& extent = extents_[box];
    if (extent.first == no_index) continue;
    if (box < layering.row_of_title.size() && layering.row_of_title[box] != no_index) {
      extent.first = layering.row_of_title[box];
      row_depth_[extent.first] = std::max(row_depth_[extent.first], title_depth_px);
    }
    extent.breadth.assign(extent.last - extent.first + 1, 0);
    extent.passing.assign(extent.last - extent.first + 2, 0);
    if (box < problem_.boxes.size()) extent.breadth[0] = problem_.boxes[box].title_px;
  }
}

void LayeringCost::add_items(const Layering& layering) {
  for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
    const std::uint32_t row = layering.row_of_item[item];
    const LayeringItem& it = problem_.items[item];
    row_depth_[row] = std::max(row_depth_[row], it.depth_px);
    Extent& extent = extents_[in_.box_of(item)];
    double& breadth = extent.breadth[row - extent.first];
    breadth += it.breadth_px + (breadth > 0 ? problem_.item_gap_px : 0);
  }
}

void LayeringCost::add_edges(const Layering& layering) {
  for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
    const std::uint32_t from = layering.row_of_item[item];
    for (const std::uint32_t lower : in_.below(item)) {
      const std::uint32_t to = layering.row_of_item[lower];
      if (to <= from + 1) continue;
      const bool inside = in_.box_of(item) == in_.box_of(lower);
      long_edges_ += (to - from - 1) * (inside ? price_of_long_edge : price_of_long_crossing_edge);
      if (inside) {
        Extent& extent = extents_[in_.box_of(item)];
        ++extent.passing[from + 1 - extent.first];
        --extent.passing[to - extent.first];
      } else {
        ++passing_[from + 1];
        --passing_[to];
      }
    }
  }
}

double LayeringCost::Extent::widest() const {
  double most = 0;
  double edges = 0;
  for (std::size_t row = 0; row < breadth.size(); ++row) {
    edges += passing[row];
    most = std::max(most, breadth[row] + edges * passing_edge_px);
  }
  return most;
}

double LayeringCost::outer_breadth(std::uint32_t box) const {
  const double items = extents_[box].widest() + problem_.box_gap_px;
  return box == problem_.boxes.size() ? items : items + 2 * problem_.box_padding_px;
}

double LayeringCost::overflow(double page) {
  if (!problem_.max_breadth_px) return 0;
  breadth_change_.assign(row_depth_.size() + 1, 0);
  for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
    const Extent& extent = extents_[box];
    if (extent.first == no_index) continue;
    const double breadth = outer_breadth(box);
    breadth_change_[extent.first] += breadth;
    breadth_change_[extent.last + 1] -= breadth;
  }
  double most = 0;
  double breadth = 0;
  double edges = 0;
  for (std::size_t row = 0; row < row_depth_.size(); ++row) {
    breadth += breadth_change_[row];
    edges += passing_[row];
    most = std::max(most, breadth + edges * passing_edge_px - page);
  }
  return most;
}

// Boxes that start above one that was declared before them.
double LayeringCost::disorder() const {
  std::uint32_t boxes = 0;
  std::uint32_t lowest = 0;
  for (const Extent& extent : extents_) {
    if (extent.first == no_index) continue;
    if (extent.first < lowest) ++boxes;
    lowest = std::max(lowest, extent.first);
  }
  return boxes;
}

double LayeringCost::box_areas(double page) const {
  double price = 0;
  for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
    const Extent& extent = extents_[box];
    if (extent.first == no_index) continue;
    double height = 0;
    for (std::uint32_t row = extent.first; row <= extent.last; ++row) {
      const double depth = row_depth_[row] + row_gap_px;
      height += depth;
      if (extent.breadth[row - extent.first] == 0) price += price_of_idle_row * depth;
    }
    price += price_of_box_area * height * outer_breadth(box) / page;
  }
  return price;
}

}  // namespace prereq
