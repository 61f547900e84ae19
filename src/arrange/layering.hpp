// Which row every card stands on, under a bound on the picture's width.
//
// Minimising the height of a layering of bounded width is NP-hard (it is scheduling on identical
// machines under precedence constraints; Coffman and Graham 1972), and dot's own ranking minimises
// edge length without regard to width. Here sections come first, because a reader looks for them
// first: every section is a box that claims columns from its first row to its last, rows are filled
// by list scheduling, and boxes open side by side as long as their columns fit the width. A box
// opens either at once ("eager") or after the boxes it depends on; how many columns each one gets
// and when it opens is found by coordinate descent on an estimate of what a reader pays for: the
// height, wasted room and long edges. Boxes side by side form a band and start in the same row; in
// a band, short boxes may stand above one another. Where boxes that wait for others end in a band
// that is too wide, all is done again with every box waiting for those it needs. Last, the columns
// of each band are put into the order that brings connected boxes closest (column_order.hpp). Every
// prerequisite stands above its dependents. A problem that does not ask for bands is layered for
// short edges instead (short_edge_layering.hpp).
//
// Cost: O((V + E) log V) for each layering tried; their number is bounded by a fixed count of edge
// visits, never by the clock. Deterministic; ties go to the order of declaration.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

struct LayeringItem {
  double breadth_px = 0;  // along a row: the width for pictures that run down
  double depth_px = 0;    // across rows
  std::uint32_t box = no_index;
};

// A section: boxes nest, a parent has a lower number than what it holds.
struct LayeringBox {
  std::uint32_t parent = no_index;
  double title_px = 0;        // room for the title along a row; 0 for a box that is not drawn
  bool ends_picture = false;  // opens when every box without this is full
};

struct LayeringProblem {
  std::vector<LayeringItem> items;
  std::vector<LayeringBox> boxes;
  // (upper, lower) pairs of items. Pairs that close a cycle are left out of account.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  std::optional<double> max_breadth_px;
  bool titles_take_rows = true;
  bool in_bands = true;  // else rows for the shortest edges, on a page of any breadth
  double item_gap_px = 14;
  double box_gap_px = 14;      // between boxes side by side
  double box_padding_px = 12;  // between a box's border and its items
};

struct Layering {
  std::vector<std::uint32_t> row_of_item;
  // The row of each box's title, above all rows of what it holds; parallel to boxes. no_index for
  // a box that holds nothing, and everywhere when titles take no rows.
  std::vector<std::uint32_t> row_of_title;
  std::uint32_t row_count = 0;
  // The first row of each band, ascending.
  std::vector<std::uint32_t> band_rows;
  // For each band the boxes that hold items themselves, from left to right.
  std::vector<std::vector<std::uint32_t>> boxes_of_band;
  // An item of each box's first row; parallel to boxes, and one more for the items without a box.
  std::vector<std::uint32_t> first_item_of_box;
};

Layering layer(const LayeringProblem& problem);

}  // namespace prereq
