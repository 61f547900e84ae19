#include "arrange/nearby.hpp"

#include <algorithm>
#include <cmath>

namespace prereq {
namespace {

constexpr double least_cell_px = 4;

// The number of the cell, which is one of `count`, that lies `offset` from the first one's border.
std::size_t cell_at(double offset, double cell_px, std::size_t count) {
  const auto last = static_cast<double>(count - 1);
  return static_cast<std::size_t>(std::clamp(std::floor(offset / cell_px), 0.0, last));
}

}  // namespace

Nearby::Nearby(const std::vector<Extent>& boxes) : last_visit_(boxes.size(), 0) {
  for (const Extent& box : boxes) {
    if (box.empty()) continue;
    all_.include({box.left, box.top});
    all_.include({box.right, box.bottom});
  }
  if (all_.empty()) return;
  const double width = all_.right - all_.left;
  const double height = all_.bottom - all_.top;
  const auto count = static_cast<double>(boxes.size());
  // The second bound is for boxes in a line, whose area says little.
  cell_px_ = std::max(
      {least_cell_px, std::sqrt(width * height / count), std::max(width, height) / (4 * count)});
  columns_ = static_cast<std::size_t>(width / cell_px_) + 1;
  rows_ = static_cast<std::size_t>(height / cell_px_) + 1;

  start_of_cell_.assign(columns_ * rows_ + 1, 0);
  const auto for_each_cell = [&](auto&& function) {
    for (std::uint32_t box = 0; box < boxes.size(); ++box) {
      if (boxes[box].empty()) continue;
      const CellRange range = cells_of(boxes[box]);
      for (std::size_t row = range.top; row <= range.bottom; ++row) {
        for (std::size_t column = range.left; column <= range.right; ++column) {
          function(row * columns_ + column, box);
        }
      }
    }
  };
  for_each_cell([&](std::size_t cell, std::uint32_t) { ++start_of_cell_[cell + 1]; });
  for (std::size_t cell = 1; cell < start_of_cell_.size(); ++cell) {
    start_of_cell_[cell] += start_of_cell_[cell - 1];
  }
  boxes_of_cells_.resize(start_of_cell_.back());
  std::vector<std::size_t> next(start_of_cell_.begin(), start_of_cell_.end() - 1);
  for_each_cell([&](std::size_t cell, std::uint32_t box) { boxes_of_cells_[next[cell]++] = box; });
}

Nearby::CellRange Nearby::cells_of(const Extent& place) const {
  return {cell_at(place.left - all_.left, cell_px_, columns_),
          cell_at(place.top - all_.top, cell_px_, rows_),
          cell_at(place.right - all_.left, cell_px_, columns_),
          cell_at(place.bottom - all_.top, cell_px_, rows_)};
}

}  // namespace prereq
