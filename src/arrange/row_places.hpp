// Where everything stands from left to right, given the order of the rows.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq {

// A box that stands side by side with others in its band.
struct ColumnPlace {
  std::uint32_t box = no_index;
  std::uint32_t first_row = no_index;
  std::uint32_t last_row = 0;
  double left = 0;
  double width = 0;
  double right() const { return left + width; }
};

struct RowPlaces {
  std::vector<double> centre;                     // of each node
  std::vector<std::vector<ColumnPlace>> columns;  // of each band, from left to right
  double width = 0;                               // of the picture
};

// Columns are as wide as their fullest row, and keep apart by the edges that run between them; the
// picture is as wide as its fullest band. Within that, rows are swept down and up, and everything
// moves towards what it is joined to; edges that pass many rows are straightened last.
// O(sweeps x (nodes + edges)).
inline constexpr int final_sweeps = 48;
inline constexpr int rough_sweeps = 6;  // enough to choose ways by
RowPlaces place_in_rows(const View& view, const ArrangementPlan& plan, const RowGraph& graph,
                        int sweeps = final_sweeps);

}  // namespace prereq
