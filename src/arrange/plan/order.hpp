// Orders what stands on a row, within its block, and sketches where it stands.
//
// Barycentres sweep up and down (Sugiyama, Tagawa and Toda 1981); then neighbours change places,
// and items their rows, as long as the estimate gets better.
#pragma once

#include "arrange/plan/estimate.hpp"
#include "arrange/plan/floor_plan.hpp"

namespace prereq {

class RowOrder {
 public:
  explicit RowOrder(const PlanProblem& problem);

  // O(sweeps x (V + E)).
  void sweep(FloorPlan& plan, int sweeps);
  // Never a worse estimate. Bounded by a fixed number of estimates, `most_tries`.
  void improve(FloorPlan& plan, PlanEstimator& estimator, std::size_t most_tries);

 private:
  double wanted(const FloorPlan& plan, std::uint32_t item, bool above, bool below) const;
  void place(FloorPlan& plan, const RowSegment& segment, bool above, bool below, bool sort);
  void place_all(FloorPlan& plan, std::uint32_t first_row, std::uint32_t last_row);
  bool try_neighbours(FloorPlan& plan, PlanEstimator& estimator, Estimate& best);
  bool try_row(FloorPlan& plan, PlanEstimator& estimator, Estimate& best, std::uint32_t item,
               std::uint32_t row);
  bool try_rows(FloorPlan& plan, PlanEstimator& estimator, Estimate& best);

  const PlanProblem& problem_;
  std::vector<std::vector<std::uint32_t>> above_;  // edges into each item
  std::vector<std::vector<std::uint32_t>> below_;
  Spreader spreader_;
  std::size_t tries_left_ = 0;
};

}  // namespace prereq
