// The cheapest way of one edge through the rows that it passes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq {

// Where an edge can be in a row: between two neighbours, or on the line of its bundle.
struct WayStop {
  std::size_t position;  // 2i + 1 for the row's i-th node, 2i for the place before it
  double low;            // pixels
  double high;
  double price = 0;               // of standing there; infinite where the edge may not
  std::uint32_t node = no_index;  // of the bundle's line or an end
  double cost = std::numeric_limits<double>::infinity();  // of the cheapest way there
  std::size_t came_from = 0;                              // in the row above
};

// For a graph whose edges are taken out and led anew one after the other; `centre` says where nodes
// stand, `place` which in their row they are.
class WaySearch {
 public:
  WaySearch(const RowGraph& graph, const std::vector<double>& centre, double width,
            const std::vector<std::uint32_t>& place)
      : graph_(graph), centre_(centre), width_(width), place_(place) {}

  // The stops of an edge in the rows between its ends, for one that has no node there: the way that
  // costs least in crossings, rows without company, foreign sections and pixels sideways (Dijkstra
  // 1959). O(R (L + S) log S) for R stops that cost less than the whole, L edges in a gap and S
  // places in a row.
  const std::vector<WayStop>& find(std::uint32_t edge);

  std::size_t spent() const { return spent_; }  // in steps

 private:
  // The cheapest first, and of equal ones that furthest down.
  struct Reached {
    double cost;
    std::size_t row;
    std::size_t stop;
    bool operator<(const Reached& other) const;
  };
  // An edge of one of the gaps that are being searched, by the positions of its ends.
  struct Link {
    std::uint32_t upper;
    std::uint32_t lower;
  };

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }
  double left_border(std::uint32_t n) const { return centre_[n] - node(n).width / 2; }
  double right_border(std::uint32_t n) const { return centre_[n] + node(n).width / 2; }
  WayStop end_stop(std::uint32_t card) const;
  bool may_follow(std::uint32_t edge, std::uint32_t node) const;
  void find_stops(std::uint32_t row, std::uint32_t edge, std::vector<WayStop>& stops);
  void find_links(std::uint32_t row, std::vector<Link>& links) const;
  void search(std::size_t rows);
  void count_crossed(std::size_t gap, std::size_t position);
  void relax(const Reached& now, const WayStop& stop);

  const RowGraph& graph_;
  const std::vector<double>& centre_;
  double width_;
  const std::vector<std::uint32_t>& place_;
  std::vector<std::vector<WayStop>> stops_;  // of each row between the ends, these included
  std::vector<std::vector<Link>> links_;     // of the gaps below these rows
  std::vector<Reached> reached_;             // a heap
  std::vector<std::ptrdiff_t> change_;
  std::vector<std::uint32_t> right_columns_;
  std::vector<WayStop> way_;
  std::size_t spent_ = 0;
};

}  // namespace prereq
