#include "arrange/plan/floor_search.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "arrange/plan/order.hpp"

namespace prereq {
namespace {

class FloorSearch {
 public:
  explicit FloorSearch(const PlanProblem& problem)
      : problem_(problem), planner_(problem), order_(problem), estimator_(problem) {}

  std::vector<FloorPlan> find() {
    if (const char* w = std::getenv("WC")) estimator_.weights.crossing = std::atof(w);
    if (const char* w = std::getenv("WD")) estimator_.weights.depth = std::atof(w);
    if (const char* w = std::getenv("WL")) estimator_.weights.length = std::atof(w);
    if (const char* w = std::getenv("WO")) estimator_.weights.disorder = std::atof(w);
    choices_ = planner_.first_choices();
    best_ = evaluate();
    descend();
    while (tries_left_ > 0) {
      const std::vector<BlockChoice> kept = choices_;
      const double kept_cost = best_;
      shake();
      best_ = evaluate();
      descend();
      if (best_ < kept_cost * least_gain) continue;
      choices_ = kept;
      best_ = kept_cost;
    }
    std::vector<FloorPlan> plans;
    for (Found& found : found_) plans.push_back(std::move(found.plan));
    return plans;
  }

 private:
  static inline const std::size_t most_found = std::getenv("K") ? std::atoi(std::getenv("K")) : 6;
  static constexpr double least_gain = 0.999;  // less is no reason to change anything

  double evaluate() {
    if (tries_left_ > 0) --tries_left_;
    FloorPlan& plan = planner_.plan(choices_);
    order_.sweep(plan, std::getenv("SW") ? std::atoi(std::getenv("SW")) : 2);
    const double cost = estimator_.estimate(plan).cost;
    remember(plan, cost);
    return cost;
  }

  // Plans that cost the same are the same, as good as always.
  void remember(const FloorPlan& plan, double cost) {
    const auto place = std::ranges::lower_bound(found_, cost, {}, &Found::cost);
    if (place == found_.end() && found_.size() == most_found) return;
    const auto is_same = [&](const Found& other) {
      return std::abs(other.cost - cost) < 0.0005 * cost;
    };
    if (place != found_.end() && is_same(*place)) return;
    if (place != found_.begin() && is_same(*(place - 1))) return;
    found_.insert(place, {cost, plan});
    if (found_.size() > most_found) found_.pop_back();
  }

  void descend() {
    bool better = true;
    while (better && tries_left_ > 0) {
      better = false;
      for (std::uint32_t b = problem_.blocks.size() == 1 ? 0 : 1;
           b < problem_.blocks.size() && tries_left_ > 0; ++b) {
        better = try_block(b) || better;
      }
    }
  }

  template <typename Change>
  bool attempt(Change&& change) {
    if (tries_left_ == 0) return false;
    saved_ = choices_;
    change();
    const double cost = evaluate();
    if (cost < best_ * least_gain) {
      best_ = cost;
      return true;
    }
    choices_ = saved_;
    return false;
  }

  bool try_block(std::uint32_t b) {
    bool better = false;
    const std::uint32_t most = planner_.most_columns(b);
    if (choices_[b].columns < most) better = attempt([&] { ++choices_[b].columns; }) || better;
    if (choices_[b].columns > 1) better = attempt([&] { --choices_[b].columns; }) || better;
    if (problem_.blocks[b].is_leaf() && problem_.blocks[b].items.size() > 1) {
      better = attempt([&] { choices_[b].early = !choices_[b].early; }) || better;
    }
    const std::uint32_t parent = problem_.blocks[b].parent;
    if (parent == no_index) return better;
    for (const Side side : {Side::near, Side::left, Side::right}) {
      if (std::getenv("NOSIDE") || side == choices_[b].side) continue;
      better = attempt([&] { choices_[b].side = side; }) || better;
    }
    if (!problem_.blocks[b].is_drawn()) return better;
    for (const std::uint32_t other : problem_.blocks[parent].blocks) {
      if (other <= b || !problem_.blocks[other].is_drawn()) continue;
      better = attempt([&] { std::swap(choices_[other].turn, choices_[b].turn); }) || better;
    }
    return better;
  }

  std::uint32_t random(std::uint32_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33U) % below);
  }

  // A few choices at random, to get out of where every single change makes it worse.
  void shake() {
    const auto blocks = static_cast<std::uint32_t>(problem_.blocks.size());
    for (int i = 0; i < 3; ++i) {
      const std::uint32_t b = random(blocks);
      const std::uint32_t most = std::max(planner_.most_columns(b), 1U);
      switch (random(std::getenv("NOSIDE") ? 3 : 4)) {
        case 0: choices_[b].columns = 1 + random(most); break;
        case 1: choices_[b].early = !choices_[b].early; break;
        case 3: choices_[b].side = static_cast<Side>(random(3)); break;
        default: {
          const std::uint32_t parent = problem_.blocks[b].parent;
          if (parent == no_index) break;
          const auto& siblings = problem_.blocks[parent].blocks;
          const std::uint32_t other = siblings[random(static_cast<std::uint32_t>(siblings.size()))];
          std::swap(choices_[other].turn, choices_[b].turn);
        }
      }
    }
  }

  const PlanProblem& problem_;
  FloorPlanner planner_;
  RowOrder order_;
  PlanEstimator estimator_;
  std::vector<BlockChoice> choices_;
  std::vector<BlockChoice> saved_;
  std::uint64_t state_ = 1;
  struct Found {
    double cost;
    FloorPlan plan;
  };
  std::vector<Found> found_;  // the best ones, by cost
  double best_ = 1e300;
  std::size_t tries_left_ = std::getenv("TRIES") ? std::atoi(std::getenv("TRIES")) : 300;
};

}  // namespace

std::vector<FloorPlan> find_floor_plans(const PlanProblem& problem) {
  return FloorSearch(problem).find();
}

}  // namespace prereq
