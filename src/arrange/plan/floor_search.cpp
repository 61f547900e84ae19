#include "arrange/plan/floor_search.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "arrange/plan/order.hpp"

namespace prereq {
namespace {

class FloorSearch {
 public:
  explicit FloorSearch(const PlanProblem& problem)
      : problem_(problem), planner_(problem), order_(problem), estimator_(problem) {}

  FloorPlan find() {
    choices_ = planner_.first_choices();
    best_ = evaluate();
    bool better = true;
    while (better && tries_left_ > 0) {
      better = false;
      for (std::uint32_t b = 1; b < problem_.blocks.size() && tries_left_ > 0; ++b) {
        better = try_block(b) || better;
      }
      if (problem_.blocks.size() == 1) better = try_block(0);
    }
    FloorPlan plan = std::move(best_plan_);
    order_.improve(plan, estimator_, 400);
    return plan;
  }

 private:
  double evaluate() {
    --tries_left_;
    FloorPlan& plan = planner_.plan(choices_);
    order_.sweep(plan, 2);
    const double cost = estimator_.estimate(plan).cost;
    if (cost < best_) {
      best_ = cost;
      best_plan_ = plan;
    }
    return cost;
  }

  bool keep(double before) { return best_ < before - 0.002 * before; }

  bool try_block(std::uint32_t b) {
    bool better = false;
    const auto attempt = [&](auto&& change) {
      if (tries_left_ == 0) return;
      const std::vector<BlockChoice> before = choices_;
      const double cost = best_;
      change();
      FloorPlan saved = best_plan_;
      evaluate();
      if (best_ < cost * (1 - 0.001)) {
        better = true;
      } else {
        choices_ = before;
        best_ = cost;
        best_plan_ = std::move(saved);
      }
    };
    const std::uint32_t most = planner_.most_columns(b);
    if (choices_[b].columns < most) attempt([&] { ++choices_[b].columns; });
    if (choices_[b].columns > 1) attempt([&] { --choices_[b].columns; });
    if (choices_[b].columns + 2 <= most) attempt([&] { choices_[b].columns += 2; });
    if (problem_.blocks[b].is_leaf()) attempt([&] { choices_[b].early = !choices_[b].early; });
    const std::uint32_t parent = problem_.blocks[b].parent;
    if (parent == no_index) return better;
    const auto& siblings = problem_.blocks[parent].blocks;
    for (const std::uint32_t other : siblings) {
      if (choices_[other].turn != choices_[b].turn + 1) continue;
      attempt([&] { std::swap(choices_[other].turn, choices_[b].turn); });
      break;
    }
    return better;
  }

  const PlanProblem& problem_;
  FloorPlanner planner_;
  RowOrder order_;
  PlanEstimator estimator_;
  std::vector<BlockChoice> choices_;
  FloorPlan best_plan_;
  double best_ = 1e300;
  std::size_t tries_left_ = std::getenv("TRIES") ? std::atoi(std::getenv("TRIES")) : 300;
};

}  // namespace

FloorPlan find_floor_plan(const PlanProblem& problem) { return FloorSearch(problem).find(); }

}  // namespace prereq
