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

class Estimate {
 public:
  Estimate(const ScheduleInput& in, const Layering& layering)
      : in_(in), problem_(in.problem()), layering_(layering), extents_(in.box_count()) {
    row_depth_.assign(layering.row_count, 0);
    passing_.assign(layering.row_count + 1, 0);
    find_extents();
    add_items();
    add_edges();
  }

  double total() const {
    double height = 0;
    for (const double depth : row_depth_) height += depth + row_gap_px;
    const double page = problem_.max_breadth_px.value_or(1600);
    return height + long_edges_ + price_of_overflow * overflow(page) + box_areas(page) +
           price_of_disorder * disorder();
  }

  // Boxes of which any share a row, also through others, stand side by side.
  double widest_band() const {
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

 private:
  struct Extent {
    std::uint32_t first = no_index;
    std::uint32_t last = 0;
    std::vector<double> breadth;  // of each row from `first` on
    std::vector<double> passing;
    double widest() const {
      double most = 0;
      double edges = 0;
      for (std::size_t row = 0; row < breadth.size(); ++row) {
        edges += passing[row];
        most = std::max(most, breadth[row] + edges * passing_edge_px);
      }
      return most;
    }
  };

  void find_extents() {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      Extent& extent = extents_[in_.box_of(item)];
      extent.first = std::min(extent.first, layering_.row_of_item[item]);
      extent.last = std::max(extent.last, layering_.row_of_item[item]);
    }
    for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
      Extent& extent = extents_[box];
      if (extent.first == no_index) continue;
      if (box < layering_.row_of_title.size() && layering_.row_of_title[box] != no_index) {
        extent.first = layering_.row_of_title[box];
        row_depth_[extent.first] = std::max(row_depth_[extent.first], title_depth_px);
      }
      extent.breadth.assign(extent.last - extent.first + 1, 0);
      extent.passing.assign(extent.last - extent.first + 2, 0);
      if (box < problem_.boxes.size()) extent.breadth[0] = problem_.boxes[box].title_px;
    }
  }

  void add_items() {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      const std::uint32_t row = layering_.row_of_item[item];
      const LayeringItem& it = problem_.items[item];
      row_depth_[row] = std::max(row_depth_[row], it.depth_px);
      Extent& extent = extents_[in_.box_of(item)];
      double& breadth = extent.breadth[row - extent.first];
      breadth += it.breadth_px + (breadth > 0 ? problem_.item_gap_px : 0);
    }
  }

  void add_edges() {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      const std::uint32_t from = layering_.row_of_item[item];
      for (const std::uint32_t lower : in_.below(item)) {
        const std::uint32_t to = layering_.row_of_item[lower];
        if (to <= from + 1) continue;
        const bool inside = in_.box_of(item) == in_.box_of(lower);
        long_edges_ +=
            (to - from - 1) * (inside ? price_of_long_edge : price_of_long_crossing_edge);
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

  double outer_breadth(std::uint32_t box) const {
    const double items = extents_[box].widest() + problem_.box_gap_px;
    return box == problem_.boxes.size() ? items : items + 2 * problem_.box_padding_px;
  }

  double overflow(double page) const {
    if (!problem_.max_breadth_px) return 0;
    std::vector<double> change(layering_.row_count + 1, 0);
    for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
      if (extents_[box].first == no_index) continue;
      change[extents_[box].first] += outer_breadth(box);
      change[extents_[box].last + 1] -= outer_breadth(box);
    }
    double most = 0;
    double breadth = 0;
    double edges = 0;
    for (std::uint32_t row = 0; row < layering_.row_count; ++row) {
      breadth += change[row];
      edges += passing_[row];
      most = std::max(most, breadth + edges * passing_edge_px - page);
    }
    return most;
  }

  // Boxes that start above one that was declared before them.
  double disorder() const {
    std::uint32_t boxes = 0;
    std::uint32_t lowest = 0;
    for (const Extent& extent : extents_) {
      if (extent.first == no_index) continue;
      if (extent.first < lowest) ++boxes;
      lowest = std::max(lowest, extent.first);
    }
    return boxes;
  }

  double box_areas(double page) const {
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

  const ScheduleInput& in_;
  const LayeringProblem& problem_;
  const Layering& layering_;
  std::vector<Extent> extents_;
  std::vector<double> row_depth_;
  std::vector<double> passing_;  // edges between boxes: changes from row to row
  double long_edges_ = 0;
};

}  // namespace

double layering_cost(const ScheduleInput& input, const Layering& layering) {
  return Estimate(input, layering).total();
}

double widest_band_px(const ScheduleInput& input, const Layering& layering) {
  return Estimate(input, layering).widest_band();
}

}  // namespace prereq
