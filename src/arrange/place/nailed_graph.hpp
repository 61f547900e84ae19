// A page plan as a graph that Graphviz's `dot` can only place in one way: rows, the order in them
// and the borders of sections are nailed down.
//
// No clusters: dot's own spoil the order that was planned. Each row is `rank=same`, held at its
// depth by a spine of points. An invisible edge from each slot to the next nails the order; dot
// ignores such an edge if its weight is 0. The borders of a section are a point on each of its rows
// on either side, joined by heavy edges so that they come out straight. What is left to Graphviz is
// where along its row everything stands, and the curves of lines. A line that passes rows is a
// chain of edges through a node on each of them, as high as the row: it enters at the top and
// leaves at the bottom, so that the pieces join smoothly.
//
// Nothing that an author wrote reaches the graph: nodes have numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/graphviz_handles.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {

struct NailedGraph {
  GraphHandle graph;
  std::vector<Agnode_t*> cards;               // parallel to View::cards
  std::vector<std::vector<Agedge_t*>> edges;  // parallel to View::edges: pieces along the rows
  std::vector<std::uint32_t> upper_row;       // that each edge begins on, going down
  std::vector<bool> leads_up;                 // its pieces run from the dependent then
  // One a slot, as in PagePlan::rows.
  std::vector<std::vector<Agnode_t*>> slots;
};

// What the title takes of a box along whose upper border it stands: its left border, on each row,
// is that much broader, and the box begins where that does.
double title_strip_px(const PagePlan& plan, std::uint32_t section);

NailedGraph build_nailed_graph(const View& view, const PagePlan& plan);

}  // namespace prereq
