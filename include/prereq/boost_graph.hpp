// The same graph for Boost.Graph: hand it to any BGL algorithm.
//
// A bidirectional compressed sparse row graph whose vertices are TopicIndex and whose edge bundle
// is the EdgeIndex into TopicGraph::edges(). Built when it is first asked for.
// Including this header costs about two seconds a translation unit; nothing else of prereq does.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "prereq/topic_graph.hpp"

namespace prereq {

struct BoostEdge {
  EdgeIndex index = 0;
};

using BoostGraph =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, BoostEdge,
                                       boost::no_property, TopicIndex, EdgeIndex>;

// Lives as long as `graph`. O(V + E) the first time, free from then on. Thread safe.
const BoostGraph& boost_graph(const TopicGraph& graph);

}  // namespace prereq
