#include "arrange/straight_rows.hpp"

#include <algorithm>

namespace prereq {
namespace {

// The only node of the same box among those above or below; no_index if there are none or several.
std::uint32_t only_one_inside(const RowGraph& graph, std::uint32_t n,
                              const std::vector<std::uint32_t>& others) {
  const RowNode& node = graph.nodes[n];
  std::uint32_t only = no_index;
  for (const std::uint32_t other : others) {
    const RowNode& next = graph.nodes[other];
    const bool is_inside =
        next.column == node.column && graph.band_of(next.row) == graph.band_of(node.row);
    if (!is_inside || other == only) continue;
    if (only != no_index) return no_index;
    only = other;
  }
  return only;
}

std::uint32_t next_in_chain(const RowGraph& graph, std::uint32_t n) {
  if (graph.nodes[n].column == no_index) return no_index;
  const std::uint32_t next = only_one_inside(graph, n, graph.nodes[n].below);
  if (next == no_index || only_one_inside(graph, next, graph.nodes[next].above) != n) {
    return no_index;
  }
  return next;
}

// Calls `place(first, last, room)` for the longest parts of a chain that one line can go through.
template <typename Place>
void for_each_straight_part(const std::vector<std::uint32_t>& chain, std::size_t first,
                            std::size_t last, const FreeRoomOf& room_of, Place&& place) {
  while (first < last) {
    FreeRoom room = room_of(chain[first]);
    std::size_t end = first + 1;
    for (; end < last; ++end) {
      const FreeRoom next = room_of(chain[end]);
      if (std::max(room.low, next.low) > std::min(room.high, next.high)) break;
      room = {std::max(room.low, next.low), std::min(room.high, next.high)};
    }
    place(first, end, room);
    first = end;
  }
}

}  // namespace

std::vector<std::vector<std::uint32_t>> find_chains(const RowGraph& graph) {
  const auto count = static_cast<std::uint32_t>(graph.nodes.size());
  std::vector<std::uint32_t> next(count);
  std::vector<bool> is_first(count, true);
  for (std::uint32_t n = 0; n < count; ++n) {
    next[n] = next_in_chain(graph, n);
    if (next[n] != no_index) is_first[next[n]] = false;
  }
  std::vector<std::vector<std::uint32_t>> chains;
  for (std::uint32_t n = 0; n < count; ++n) {
    if (!is_first[n] || next[n] == no_index) continue;
    chains.emplace_back();
    for (std::uint32_t at = n; at != no_index; at = next[at]) chains.back().push_back(at);
  }
  return chains;
}

void align(const std::vector<std::uint32_t>& chain, const FreeRoomOf& room_of,
           std::vector<double>& centre) {
  double middle = 0;
  const auto place = [&](std::size_t first, std::size_t end, FreeRoom room) {
    if (first == 0) {
      for (std::size_t i = first; i < end; ++i) middle += centre[chain[i]];
      middle /= static_cast<double>(end);
    }
    middle = std::clamp(middle, room.low, room.high);
    for (std::size_t i = first; i < end; ++i) centre[chain[i]] = middle;
  };
  for_each_straight_part(chain, 0, chain.size(), room_of, place);
}

void straighten(const std::vector<std::uint32_t>& nodes_of_edge, const FreeRoomOf& room_of,
                std::vector<double>& centre) {
  double before = centre[nodes_of_edge.front()];
  const auto place = [&](std::size_t first, std::size_t end, FreeRoom room) {
    before = std::clamp(before, room.low, room.high);
    for (std::size_t i = first; i < end; ++i) centre[nodes_of_edge[i]] = before;
  };
  for_each_straight_part(nodes_of_edge, 1, nodes_of_edge.size() - 1, room_of, place);
}

}  // namespace prereq
