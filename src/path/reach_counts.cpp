#include "path/reach_counts.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "graph/components.hpp"

namespace prereq {

std::vector<std::uint32_t> reach_counts(
    std::uint32_t vertex_count, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
    std::span<const std::uint32_t> from) {
  const Components components = strong_components(vertex_count, edges);
  std::vector<std::uint32_t> size(components.count, 0);
  for (const std::uint32_t c : components.of) ++size[c];
  // Edges between components; from high numbers to low ones, so one pass from the top settles all.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> across;
  for (const auto& [a, b] : edges) {
    if (components.of[a] != components.of[b])
      across.emplace_back(components.of[a], components.of[b]);
  }
  std::ranges::sort(across, std::greater<>());
  across.erase(std::unique(across.begin(), across.end()), across.end());

  std::vector<std::uint32_t> counts(from.size(), 0);
  std::vector<std::uint64_t> mask(components.count);
  for (std::size_t first = 0; first < from.size(); first += 64) {
    const std::size_t count = std::min<std::size_t>(64, from.size() - first);
    std::ranges::fill(mask, 0);
    for (std::size_t i = 0; i < count; ++i) {
      mask[components.of[from[first + i]]] |= std::uint64_t{1} << i;
    }
    for (const auto& [a, b] : across) mask[b] |= mask[a];
    for (std::uint32_t c = 0; c < components.count; ++c) {
      for (std::uint64_t rest = mask[c]; rest != 0; rest &= rest - 1) {
        counts[first + static_cast<std::size_t>(std::countr_zero(rest))] += size[c];
      }
    }
    for (std::size_t i = 0; i < count; ++i) --counts[first + i];
  }
  return counts;
}

}  // namespace prereq
