// What a floor plan would cost its reader, told from a sketch of its lines.
//
// Graphviz will place everything exactly, and ways.hpp leads each line where it crosses least; for
// choosing among plans it is enough to lead each line past every row where there is room next to
// the straight way, and to count how high the page gets, how long lines are, how often they turn
// and how often they cross.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/plan/floor_plan.hpp"

namespace prereq {

struct EstimateWeights {
  double depth = 9;             // a px of the page's height
  double breadth = 0.5;         // a px of its width
  double length = 0.6;          // a px of a line
  double turn = 15;             // a line that does not go straight on past a row
  double crossing = 450;        // in a sketch, that has twice as many as are left in the end
  double drawn_crossing = 500;  // of lines that were led
  double upward = 5000;         // a line that leads up although it need not
  double overflow = 60;         // a px beyond the page
  double disorder = 60;  // a block or item that the file has before one that stands before it
};

struct Estimate {
  double cost = 0;
  double depth = 0;
  double breadth = 0;
  double length = 0;
  std::size_t crossings = 0;
  std::size_t turns = 0;
  std::size_t upward = 0;
};

class PlanEstimator {
 public:
  explicit PlanEstimator(const PlanProblem& problem) : problem_(problem) {}

  // O(items + passed rows x items of a row + n log n in the lines between two rows).
  Estimate estimate(const FloorPlan& plan);

  // With what the lines came to, instead of the sketch of them; length only counts along rows.
  double cost_with(const FloorPlan& plan, std::size_t crossings, std::size_t turns, double length,
                   double breadth);

 private:
  static constexpr EstimateWeights weights = {};

  // A line between two neighbouring rows.
  struct Piece {
    double from = 0;
    double to = 0;
    std::uint32_t upper = no_index;  // those that share an end do not cross there
    std::uint32_t lower = no_index;
  };
  // A line between the cards of a row.
  struct Pass {
    double along = 0;
    std::uint32_t block = 0;  // the innermost one there
  };
  struct End {
    std::uint32_t row = 0;
    std::uint32_t node = 0;  // items and blocks in one numbering
    double low = 0;          // where it can be, along the row
    double high = 0;
  };

  void find_rows(const FloorPlan& plan);
  End upper_end(const FloorPlan& plan, PlanEnd end) const;
  End lower_end(const FloorPlan& plan, PlanEnd end) const;
  void sketch_lines(const FloorPlan& plan, Estimate& estimate);
  void find_uses(const FloorPlan& plan);
  void find_blocks_on_rows(const FloorPlan& plan);
  std::uint32_t block_at(const FloorPlan& plan, std::uint32_t row, double along) const;
  double needed_breadth(const FloorPlan& plan);
  double breadth_of_leaf(const FloorPlan& plan, std::uint32_t leaf) const;
  double breadth_of_inner(const FloorPlan& plan, std::uint32_t block);
  double free_place(const FloorPlan& plan, std::uint32_t row, double wanted) const;
  std::size_t count_crossings() const;
  static std::size_t count_inversions(std::vector<Piece> pieces);
  double cost_of(const Estimate& estimate, const FloorPlan& plan, double crossing_price) const;
  double disorder(const FloorPlan& plan) const;

  const PlanProblem& problem_;
  std::vector<double> row_top_;
  std::vector<double> row_depth_;
  // What each block needs of each of its rows, one block after the other.
  std::vector<double> use_;
  std::vector<std::size_t> first_use_;
  // The blocks that reach over each row, outer ones first.
  std::vector<std::uint32_t> blocks_on_rows_;
  std::vector<std::size_t> first_block_on_row_;
  std::vector<std::size_t> next_on_row_;
  std::vector<double> gap_above_;
  std::vector<char> box_ends_above_;
  std::vector<std::vector<Piece>> pieces_;  // below each row
  std::vector<std::vector<Pass>> passes_;   // of each row
  // While the page is pushed together: what each block needs, how far each row is used, which line
  // comes next on it, and the blocks of one from left to right.
  std::vector<double> needs_;
  std::vector<double> used_;
  std::vector<std::uint32_t> next_pass_;
  std::vector<std::uint32_t> from_left_;
  std::vector<std::uint32_t> first_segment_of_row_;
};

}  // namespace prereq
