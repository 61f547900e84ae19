#include "graph/components.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace prereq {

Components strong_components(std::uint32_t vertex_count,
                             std::span<const std::pair<std::uint32_t, std::uint32_t>> edges) {
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  const Graph graph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), vertex_count);
  Components components;
  components.of.resize(vertex_count);
  components.count = boost::strong_components(
      graph, boost::make_iterator_property_map(components.of.begin(),
                                               boost::get(boost::vertex_index, graph)));
  return components;
}

}  // namespace prereq
