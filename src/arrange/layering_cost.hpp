// What a reader pays for a layering: the estimate that layering.cpp minimises.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/row_schedule.hpp"

namespace prereq {

// Keeps its room from one layering to the next.
class LayeringCost {
 public:
  explicit LayeringCost(const ScheduleInput& input);

  // Pixels of height, with room that is too wide, long edges and half-empty boxes priced in. O(V +
  // E
  // + rows x boxes).
  double of(const Layering& layering);

  // The room of the boxes that stand side by side because any of them share a row, also through
  // others: those in the picture's widest band. O(V + E + boxes log boxes).
  double widest_band_px(const Layering& layering);

 private:
  // The rows of a box, its title's among them.
  struct Extent {
    std::uint32_t first = no_index;
    std::uint32_t last = 0;
    std::vector<double> breadth;  // of each row from `first` on
    std::vector<double> passing;  // edges: changes from row to row

    double widest() const;
  };

  void read(const Layering& layering);
  void find_extents(const Layering& layering);
  void add_items(const Layering& layering);
  void add_edges(const Layering& layering);
  double outer_breadth(std::uint32_t box) const;
  double overflow(double page);
  double disorder() const;
  double box_areas(double page) const;

  const ScheduleInput& in_;
  const LayeringProblem& problem_;
  std::vector<Extent> extents_;  // of each box
  std::vector<double> row_depth_;
  std::vector<double> passing_;         // edges between boxes: changes from row to row
  std::vector<double> breadth_change_;  // of all boxes in a row, to the row before
  double long_edges_ = 0;
};

}  // namespace prereq
