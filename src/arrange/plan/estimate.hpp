// What a floor plan would cost its reader, told from straight lines between sketched places.
//
// Graphviz will place everything exactly and bend lines around cards; for choosing among plans it
// is enough to know how high the page gets, how long straight lines would be, how often they would
// cross, and how often they would have to go around a card.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/plan/floor_plan.hpp"

namespace prereq {

struct EstimateWeights {
  double depth = 5;           // a px of the page's height
  double breadth = 0.5;       // a px of its width
  double length = 1;          // a px of a line
  double crossing = 130;      // one of them
  double card_in_the_way = 60;
  double overflow = 60;       // a px beyond the page
  double disorder = 12;       // a block or item that the file has before one that stands before it
};

struct Estimate {
  double cost = 0;
  double depth = 0;
  double breadth = 0;
  double length = 0;
  std::size_t crossings = 0;
  std::size_t in_the_way = 0;
};

class PlanEstimator {
 public:
  explicit PlanEstimator(const PlanProblem& problem) : problem_(problem) {}

  // O(E² + items) in the worst case; lines of different rows are not compared.
  Estimate estimate(const FloorPlan& plan);

  EstimateWeights weights;

 private:
  struct Line {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    std::uint32_t upper_row = 0;
    std::uint32_t lower_row = 0;
    std::uint32_t upper_node = 0;  // items and blocks in one numbering: those that share an end
    std::uint32_t lower_node = 0;  // do not cross there
  };

  void find_rows(const FloorPlan& plan);
  void draw_lines(const FloorPlan& plan);
  std::size_t count_crossings();
  void pass_rows(const FloorPlan& plan, Estimate& estimate);
  double disorder(const FloorPlan& plan) const;

  const PlanProblem& problem_;
  std::vector<double> row_top_;
  std::vector<double> row_depth_;
  std::vector<double> row_use_;  // breadth of what stands on it and passes it
  std::vector<Line> lines_;
  std::vector<std::uint32_t> first_segment_of_row_;
};

}  // namespace prereq
