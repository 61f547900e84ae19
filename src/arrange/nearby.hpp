// Finds boxes near a place: a grid of square cells, each with the boxes that reach into it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {

class Nearby {
 public:
  // Cells are about as many as boxes, so that boxes of like size share a cell with few others.
  explicit Nearby(const std::vector<Extent>& boxes);

  // Calls `visit(number)` once for each box whose cells `place` reaches into, in no useful order.
  template <typename Function>
  void visit(const Extent& place, Function&& visit) {
    if (start_of_cell_.empty() || place.empty()) return;
    ++visit_;
    const CellRange range = cells_of(place);
    for (std::size_t row = range.top; row <= range.bottom; ++row) {
      for (std::size_t column = range.left; column <= range.right; ++column) {
        const std::size_t cell = row * columns_ + column;
        for (std::size_t i = start_of_cell_[cell]; i < start_of_cell_[cell + 1]; ++i) {
          const std::uint32_t box = boxes_of_cells_[i];
          if (last_visit_[box] == visit_) continue;
          last_visit_[box] = visit_;
          visit(box);
        }
      }
    }
  }

 private:
  struct CellRange {
    std::size_t left, top, right, bottom;
  };
  CellRange cells_of(const Extent& place) const;

  Extent all_;
  double cell_px_ = 1;
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::size_t> start_of_cell_;  // into boxes_of_cells_, and one more
  std::vector<std::uint32_t> boxes_of_cells_;
  std::vector<std::uint64_t> last_visit_;  // of each box
  std::uint64_t visit_ = 0;
};

}  // namespace prereq
