// How many vertices can be reached from each of some vertices.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace prereq {

// One count for each of `from`, the vertex itself not counted. Edges as (from, to). 64 vertices at
// a time: O((V + E) * from / 64 + sum of the counts).
std::vector<std::uint32_t> reach_counts(
    std::uint32_t vertex_count, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
    std::span<const std::uint32_t> from);

}  // namespace prereq
