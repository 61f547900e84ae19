// Strongly connected components, through Boost.Graph in one place.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace prereq {

struct Components {
  // For each vertex; numbered so that an edge never leads to a component with a higher number.
  std::vector<std::uint32_t> of;
  std::uint32_t count = 0;
};

// Edges as (from, to). O(V + E), without recursion.
Components strong_components(std::uint32_t vertex_count,
                             std::span<const std::pair<std::uint32_t, std::uint32_t>> edges);

}  // namespace prereq
