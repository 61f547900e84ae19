// The cards, titles and passing edges of each row, and which of the next row they are joined to.
//
// The rows are given by the layering; their order is to be found (row_order.hpp, reroute.hpp), and
// then places in them (row_places.hpp).
//
// Edges of one kind that leave one card are a bundle: they may share their way for a while and are
// then drawn as one line that branches, as a person would draw them. Nodes of a bundle that edges
// pass form a tree below its card: each has one node above it.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/plan.hpp"

namespace prereq {

enum class RowNodeKind : std::uint8_t { card, title, pass };

struct RowNode {
  RowNodeKind kind = RowNodeKind::pass;
  std::uint32_t index = 0;  // of the card, section or bundle
  std::uint32_t row = 0;
  // Which of the boxes side by side in its band it stands in, from left to right; no_index for an
  // edge that passes and may do so anywhere. One that does not stay in a box may still pass rows in
  // those of its ends.
  std::uint32_t column = no_index;
  double width = 0;
  std::vector<std::uint32_t>
      above;  // nodes of the row above, once for each edge that comes from it
  std::vector<std::uint32_t> below;
};

// Boxes that stand side by side. It reaches down to where the next one begins.
struct RowBand {
  std::uint32_t first_row = 0;
  std::vector<std::uint32_t> boxes;   // from left to right
  std::vector<std::uint32_t> groups;  // the outermost box that holds each
};

// Where all boxes are one band, none can come to lie on another, but the page gets wide.
enum class Bands : std::uint8_t { as_planned, one };

struct RowGraph {
  std::vector<RowNode> nodes;
  std::vector<std::uint32_t> node_of_card;
  std::vector<std::uint32_t> node_of_title;               // no_index for a section without
  std::vector<std::vector<std::uint32_t>> nodes_of_edge;  // from the prerequisite to the dependent
  std::vector<std::vector<std::uint32_t>> bundles;  // edges, those that lead furthest down first
  std::vector<std::uint32_t> bundle_of_edge;
  std::vector<bool> stays_inside;                // of each edge: in the column that it begins in
  std::vector<std::vector<std::uint32_t>> rows;  // from left to right
  std::vector<RowBand> bands;                    // from top to bottom
  std::vector<std::uint32_t> band_of_row;

  std::uint32_t band_of(std::uint32_t row) const { return band_of_row[row]; }
  // The column that an edge stays in, or no_index.
  std::uint32_t column_of(std::uint32_t edge) const {
    return stays_inside[edge] ? nodes[nodes_of_edge[edge].front()].column : no_index;
  }
};

// Whether a section is `outer`, or lies in it; false for a box that is no section.
bool is_within(const View& view, std::uint32_t box, std::uint32_t outer);

// Rows in order of the columns, else of declaration; every bundle is one line, or two if some of
// its edges stay inside a box, that branches just above where its edges end. Requires: every edge
// leads to a lower row. O(V + E log E) for V nodes.
RowGraph make_row_graph(const View& view, const ArrangementPlan& plan,
                        Bands bands = Bands::as_planned);

}  // namespace prereq
