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

// `named` gives nodes and clusters the author's ids, for export; else they only have numbers.
enum class NodeNames : std::uint8_t { numbered, from_ids };

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
