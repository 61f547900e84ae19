// The cards, titles and passing edges of each row, and which of the next row they are joined to.
//
// The rows are given by the layering; their order is to be found (row_order.hpp, reroute.hpp), and
// then places in them (row_places.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/plan.hpp"

namespace prereq {

enum class RowNodeKind : std::uint8_t { card, title, pass };

struct RowNode {
  RowNodeKind kind = RowNodeKind::pass;
  std::uint32_t index = 0;  // of the card, section or edge
  std::uint32_t row = 0;
  // Which of the boxes side by side in its band it stands in, from left to right; no_index for an
  // edge that passes and may do so anywhere.
  std::uint32_t column = no_index;
  double width = 0;
  std::vector<std::uint32_t> above;  // nodes of the row above
  std::vector<std::uint32_t> below;
};

// Boxes that stand side by side. It reaches down to where the next one begins.
struct RowBand {
  std::uint32_t first_row = 0;
  std::vector<std::uint32_t> boxes;   // from left to right
  std::vector<std::uint32_t> groups;  // the outermost box that holds each
};

struct RowGraph {
  std::vector<RowNode> nodes;
  std::vector<std::uint32_t> node_of_card;
  std::vector<std::uint32_t> node_of_title;               // no_index for a section without
  std::vector<std::vector<std::uint32_t>> nodes_of_edge;  // from the prerequisite to the dependent
  std::vector<std::vector<std::uint32_t>> rows;           // from left to right
  std::vector<RowBand> bands;                             // from top to bottom

  std::uint32_t band_of(std::uint32_t row) const;
};

// Rows in order of the columns, else of declaration. Requires: every edge leads to a lower row.
// O(V + E) for V nodes.
RowGraph make_row_graph(const View& view, const ArrangementPlan& plan);

}  // namespace prereq
