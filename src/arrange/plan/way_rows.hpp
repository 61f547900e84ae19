// Rows as lists of places, and lines as chains of them: what ways.hpp works on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "arrange/plan/page_plan.hpp"
#include "arrange/plan/ways.hpp"

namespace prereq {

class WayRows {
 public:
  WayRows(const View& view, PagePlan& plan);

  WaysCost cost();
  // Back into the plan.
  void write();

 protected:
  struct Line {
    std::uint32_t edge = 0;
    std::uint32_t upper_row = 0;
    std::uint32_t lower_row = 0;
    double upper_centre = 0;
    double lower_centre = 0;
    std::vector<std::uint32_t> passes;  // ids of the places on each row in between
    std::uint32_t upper = 0;            // ids of its ends
    std::uint32_t lower = 0;
  };

  // Something that stands on a row, or passes it.
  struct Place {
    Slot slot;
    double half = 0;                  // of its breadth
    std::uint32_t inside = no_index;  // the innermost of them
  };

  void add_segment(std::uint32_t row, std::uint32_t from, std::uint32_t to) {
    segments_[row].emplace_back(from, to);
  }
  // Tells each place on the row its index.
  void number(std::uint32_t row);
  // Takes the line out of the rows.
  void remove(Line& line);
  // The stretch that is free before place `at` of a row.
  std::pair<double, double> stretch(std::uint32_t row, std::size_t at) const;
  // Nothing passes between a section's border and its title.
  bool is_allowed(std::uint32_t row, std::size_t at) const;
  // The innermost section around that place.
  std::uint32_t inside(std::uint32_t row, std::size_t at) const;
  // What stands right before the line on each row.
  std::vector<std::uint32_t> order_around(const Line& line) const;

  const View& view_;
  PagePlan& plan_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> row_of_;  // of each place
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<double> used_;  // of the breadth of each row
  double room_ = 0;           // on a row
  std::vector<Line> lines_;
  std::vector<std::uint32_t> order_;  // lines that pass rows, short ones first
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> segments_;  // below each row
  std::vector<std::uint32_t> index_;  // of each place on its row, once that is numbered

 private:
  double breadth_of(const Slot& slot) const;
  void take_rows();
  double used_breadth(const std::vector<std::uint32_t>& row) const;
  std::uint32_t end_place(std::uint32_t card, std::uint32_t section,
                          const std::vector<std::uint32_t>& doors) const;
  void take_lines();

  std::vector<std::uint32_t> card_places_;
  std::vector<std::uint32_t> doors_in_;
  std::vector<std::uint32_t> doors_out_;
};

}  // namespace prereq
