// Takes small steps out of what should run straight, once everything has its place in its row.
#pragma once

#include <functional>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq {

// Where a node's centre can be without touching its neighbours in the row or its box's borders.
struct FreeRoom {
  double low = 0;
  double high = 0;
};
using FreeRoomOf = std::function<FreeRoom(std::uint32_t node)>;

// Nodes of one box, from top to bottom, of which each is all that the one above leads to there, and
// needs nothing else there; at least two. O(nodes + links).
std::vector<std::vector<std::uint32_t>> find_chains(const RowGraph& graph);

// The nodes of a chain stand one below the other, or as near to that as their rooms allow.
// O(nodes of the chain).
void align(const std::vector<std::uint32_t>& chain, const FreeRoomOf& room_of,
           std::vector<double>& centre);

// Gives an edge as few places as its neighbours leave room for, each as near as can be to the one
// above. O(nodes of the edge).
void straighten(const std::vector<std::uint32_t>& nodes_of_edge, const FreeRoomOf& room_of,
                std::vector<double>& centre);

}  // namespace prereq
