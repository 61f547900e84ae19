// The built-in layout: order, places and curves for a picture that runs down.
#pragma once

#include <cstddef>

#include "arrange/coordinates.hpp"
#include "arrange/plan.hpp"
#include "arrange/row_gaps.hpp"
#include "arrange/row_graph.hpp"
#include "arrange/row_places.hpp"

namespace prereq {

inline constexpr double arrow_px = 7;  // from where an edge's curve ends to its tip
bool has_arrow(const View& view, const ViewEdge& edge);

// Whether every edge leads to a lower row: what lay_out_rows() requires.
bool leads_down(const View& view, const ArrangementPlan& plan);

// Edges run straight down through their rows, between what stands there, and sideways only in the
// gaps between rows: each pair of edges crosses exactly where their order changes. No edge touches
// a card or a title.
Coordinates lay_out_rows(const View& view, const ArrangementPlan& plan, const RowGraph& graph,
                         int sweeps = final_sweeps, const GapRoom& room = {});

}  // namespace prereq
