// The cheapest way of one edge through the rows that it passes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "arrange/row_graph.hpp"

namespace prereq {

// What a way costs, in crossings.
struct WayPrices {
  static constexpr double px = 1.0 / 700;          // sideways
  static constexpr double row = 0.12;              // passed on its own
  static constexpr double shared_crossing = 0.6;   // of a line that others of the bundle share
  static constexpr double foreign_section = 0.35;  // for each row passed in it
  static constexpr double line_room_px = 10;       // kept to either side
};

// Where an edge can be in a row: between two neighbours, or on the line of its bundle.
struct WayStop {
  std::size_t position;  // 2i + 1 for the row's i-th node, 2i for the place before it
  double low;            // pixels
  double high;
  double price = 0;               // of standing there; infinite where the edge may not
  std::uint32_t node = no_index;  // of the bundle's line or an end
  bool on_line = false;           // of the bundle
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
  // costs least in crossings, rows without company, foreign sections and pixels sideways, found row
  // by row. O(R (S² + L)) for R rows with S places, and gaps with L edges.
  const std::vector<WayStop>& find(std::uint32_t edge);

  std::size_t spent() const { return spent_; }  // in steps

 private:
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
  void cross(std::size_t gap);
  void relax(std::size_t gap, std::size_t from);

  const RowGraph& graph_;
  const std::vector<double>& centre_;
  double width_;
  const std::vector<std::uint32_t>& place_;
  std::vector<std::vector<WayStop>> stops_;  // of each row between the ends, these included
  std::vector<std::vector<Link>> links_;     // of the gaps below these rows
  std::vector<std::ptrdiff_t> change_;
  std::vector<std::uint32_t> right_columns_;
  std::vector<WayStop> way_;
  std::size_t spent_ = 0;
};

}  // namespace prereq
