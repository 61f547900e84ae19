// Builds the cgraph graph of a plan: fixed-size boxes in fixed rows, sections as clusters.
//
// Rows are imposed with `rank=same` and an invisible spine, under `newrank`. Every other edge is
// no constraint, so that Graphviz has nothing left to rank. A section's title is a node of its
// own: dot routes edges around nodes but not around cluster labels.
#pragma once

#include <string>
#include <vector>

#include "arrange/graphviz_handles.hpp"
#include "arrange/plan.hpp"

namespace prereq {

// What nodes and clusters are called: by numbers, to be laid out; by the author's ids, to be
// exported; or by these where Graphviz itself writes SVG.
enum class NodeNames : std::uint8_t { numbered, from_ids, from_ids_in_markup };

struct DotGraph {
  GraphHandle graph;
  std::vector<Agnode_t*> cards;     // parallel to View::cards
  std::vector<Agnode_t*> titles;    // parallel to View::sections; null where no row is taken
  std::vector<Agraph_t*> clusters;  // parallel to View::sections; null for an empty section
  std::vector<Agedge_t*> edges;     // parallel to View::edges
};

DotGraph build_dot_graph(const View& view, const ArrangementPlan& plan, NodeNames names);

// Sets an attribute, declaring it with an empty default on first use.
void set_attribute(void* object, const char* name, const std::string& value);

}  // namespace prereq
