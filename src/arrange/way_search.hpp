// The cheapest way of one edge through the rows that it passes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "arrange/row_graph.hpp"
#include "arrange/row_places.hpp"

namespace prereq {

// What a way costs, in crossings.
struct WayPrices {
  static constexpr double px = 1.0 / 700;          // sideways
  static constexpr double row = 0.12;              // passed on its own
  static constexpr double shared_crossing = 0.6;   // of a line that others of the bundle share
  static constexpr double foreign_section = 0.35;  // for each row passed in it
  static constexpr double border = 0.15;           // of a section, passed from one row to the next
  static constexpr double line_room_px = 10;       // kept to either side
  static constexpr double border_room_px = 7;      // kept to a box's border
};

// Where an edge can be in a row: between two neighbours, or on the line of its bundle.
struct WayStop {
  std::size_t position;  // 2i + 1 for the row's i-th node, 2i for the place before it
  double low;            // pixels
  double high;
  double price = 0;                 // of standing there; infinite where the edge may not
  std::uint32_t node = no_index;    // of the bundle's line or an end
  bool on_line = false;             // of the bundle
  std::uint32_t column = no_index;  // that the edge stands in there, if it has to
  double cost = std::numeric_limits<double>::infinity();  // of the cheapest way there
  std::size_t came_from = 0;                              // in the row above
};

// For a graph whose edges are taken out and led anew one after the other; `at` says where nodes and
// boxes stand, `place` which in their row nodes are.
class WaySearch {
 public:
  WaySearch(const RowGraph& graph, const RowPlaces& at, const std::vector<std::uint32_t>& place)
      : graph_(graph), at_(at), place_(place) {}

  // The stops of an edge in the rows between its ends, for one that has no node there: the way that
  // costs least in crossings, rows without company, foreign sections, borders and pixels sideways,
  // found row by row. O(R (S² + L)) for R rows with S places, and gaps with L edges.
  const std::vector<WayStop>& find(std::uint32_t edge);

  std::size_t spent() const { return spent_; }  // in steps

 private:
  // An edge of one of the gaps that are being searched, by the positions of its ends.
  struct Link {
    std::uint32_t upper;
    std::uint32_t lower;
  };

  // A place between two neighbours in a row, or beside the last.
  struct Between {
    const std::vector<ColumnPlace>& columns;  // of the row's band
    std::array<std::uint32_t, 2> homes;  // columns in it that the edge comes from, and leads to
    std::size_t at = 0;                  // how many nodes of the row are on the left
    double low = 0;                      // free room
    double high = 0;
    std::uint32_t left = no_index;  // the nearest columns on either side
    std::uint32_t right = no_index;
  };

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }
  double centre(std::uint32_t n) const { return at_.centre[n]; }
  double left_border(std::uint32_t n) const { return centre(n) - node(n).width / 2; }
  double right_border(std::uint32_t n) const { return centre(n) + node(n).width / 2; }
  WayStop end_stop(std::uint32_t card) const;
  bool may_follow(std::uint32_t edge, std::uint32_t node) const;
  void find_stops(std::uint32_t row, std::uint32_t edge, std::vector<WayStop>& stops);
  void add_stops_around(const Between& between, const RowNode* before, const RowNode* after,
                        std::vector<WayStop>& stops) const;
  static WayStop stop_outside(const Between& between, double low, double high);
  static WayStop stop_inside(const Between& between, std::uint32_t column);
  std::uint32_t home(std::uint32_t card, std::uint32_t row) const;
  void find_links(std::uint32_t row, std::vector<Link>& links) const;
  void cross(std::size_t gap);
  void number_positions(const std::vector<WayStop>& stops);
  void relax(std::size_t gap, std::size_t from);

  const RowGraph& graph_;
  const RowPlaces& at_;
  const std::vector<std::uint32_t>& place_;
  std::vector<std::vector<WayStop>> stops_;  // of each row between the ends, these included
  std::vector<std::vector<Link>> links_;     // of the gaps below these rows
  std::vector<bool> ends_band_;              // whether a band ends with each of these rows
  std::vector<std::size_t> stop_from_;  // of each position: the first stop there or further right
  std::vector<std::ptrdiff_t> change_;  // of links crossed, from stop to stop
  std::vector<std::uint32_t> right_columns_;
  std::vector<WayStop> way_;
  std::size_t spent_ = 0;
};

}  // namespace prereq
