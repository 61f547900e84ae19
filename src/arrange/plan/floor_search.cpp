// Two searches side by side, one from blocks that wait for all they need and one from blocks that
// open early: descend, shake, descend again. The best plans of both are put together.
#include "arrange/plan/floor_search.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <future>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

#include "arrange/plan/order.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_found = 6;
constexpr double least_gain = 0.999;  // less is no reason to change anything
constexpr double same_cost = 0.0005;
constexpr int sweeps = 2;
// Where no thread can be had, one after the other.
constexpr auto at_once_or_later = std::launch::async | std::launch::deferred;

// Floor plans that are looked at: the larger the picture, the more there is to choose, and the more
// time it takes anyway.
std::size_t tries_for(const PlanProblem& problem) {
  constexpr std::size_t most_items_at_leisure = 150;
  const std::size_t items = problem.items.size();
  const std::size_t tries =
      items > most_items_at_leisure ? 240 : std::clamp<std::size_t>(6 * items, 360, 600);
  // Lines are compared in pairs.
  constexpr std::size_t edges_at_leisure = 500;
  constexpr std::size_t fewest = 16;
  const std::size_t edges = std::max(problem.edges.size(), edges_at_leisure);
  return std::max(fewest, tries * edges_at_leisure / edges * edges_at_leisure / edges);
}

struct Found {
  double cost;
  FloorPlan plan;
};

class FloorSearch {
 public:
  FloorSearch(const PlanProblem& problem, bool early)
      : problem_(problem),
        planner_(problem),
        order_(problem),
        estimator_(problem),
        early_(early),
        tries_left_(tries_for(problem)),
        state_(early ? 2 : 1) {}

  std::vector<Found> find() {
    begin();
    descend();
    while (tries_left_ > 0 && has_choice()) {
      const std::vector<BlockChoice> kept = choices_;
      const double kept_cost = best_;
      shake();
      best_ = evaluate();
      look_back();
      descend();
      if (best_ < kept_cost * least_gain) continue;
      choices_ = kept;
      best_ = kept_cost;
    }
    return std::move(found_);
  }

 private:
  bool has_choice() const { return problem_.items.size() > 1; }

  double evaluate() {
    if (tries_left_ > 0) --tries_left_;
    FloorPlan& plan = planner_.plan(choices_);
    // Most changes change nothing: another side where there is room on one only, for example.
    const auto [known, is_new] = costs_.try_emplace(plan.digest(), 0);
    if (is_new) {
      order_.sweep(plan, sweeps);
      known->second = estimator_.estimate(plan).cost;
      remember(plan, known->second);
    }
    return known->second;
  }

  // Plans that cost the same are the same, as good as always.
  void remember(const FloorPlan& plan, double cost) {
    const auto place = std::ranges::lower_bound(found_, cost, {}, &Found::cost);
    if (place == found_.end() && found_.size() == most_found) return;
    const auto is_same = [&](const Found& other) {
      return std::abs(other.cost - cost) <= same_cost * cost;
    };
    if (place != found_.end() && is_same(*place)) return;
    if (place != found_.begin() && is_same(*(place - 1))) return;
    found_.insert(place, {cost, plan});
    if (found_.size() > most_found) found_.pop_back();
  }

  // From the best of a few shapes that all blocks could have.
  void begin() {
    const std::vector<BlockChoice> first = planner_.first_choices();
    best_ = std::numeric_limits<double>::infinity();
    std::vector<BlockChoice> best = first;
    const auto try_shape = [&](double share, bool goes_on) {
      choices_ = first;
      for (std::uint32_t b = 0; b < choices_.size(); ++b) {
        if (!problem_.blocks[b].is_leaf()) continue;
        choices_[b].early = early_;
        choices_[b].goes_on = goes_on;
        const double columns = std::round(share * first[b].columns);
        choices_[b].columns = static_cast<std::uint32_t>(
            std::clamp(columns, 1.0, static_cast<double>(planner_.most_columns(b))));
      }
      const double cost = evaluate();
      if (cost >= best_) return;
      best_ = cost;
      best = choices_;
      look_back();
    };
    for (const double share : {0.6, 1.0, 1.5, 2.2}) {
      try_shape(share, false);
      try_shape(share, true);
    }
    choices_ = best;
  }

  void descend() {
    bool better = true;
    while (better && tries_left_ > 0) {
      better = false;
      for (std::uint32_t b = 0; b < problem_.blocks.size() && tries_left_ > 0; ++b) {
        better = try_block(b) || better;
      }
    }
  }

  void look_back() {
    hindsight_ = planner_.hindsight();
    rows_.clear();
    for (const BlockPlace& place : planner_.last().blocks) rows_.push_back(place.first_row);
  }

  template <typename Change>
  bool attempt(bool matters, Change&& change) {
    if (tries_left_ == 0) return false;
    if (!matters) {
      --tries_left_;
      return false;
    }
    saved_ = choices_;
    change();
    const double cost = evaluate();
    if (cost < best_ * least_gain) {
      best_ = cost;
      look_back();
      return true;
    }
    choices_ = saved_;
    return false;
  }

  bool try_block(std::uint32_t b) {
    const PlanBlock& block = problem_.blocks[b];
    const std::uint32_t most = planner_.most_columns(b);
    if (b == 0 && !block.is_leaf()) return false;
    bool better = false;
    if (choices_[b].columns < most) better = attempt(true, [&] { ++choices_[b].columns; });
    if (choices_[b].columns > 1) better = attempt(true, [&] { --choices_[b].columns; }) || better;
    if (block.is_leaf() && block.items.size() > 1) {
      better =
          attempt(hindsight_[b].early_matters, [&] { choices_[b].early = !choices_[b].early; }) ||
          better;
    }
    if (block.is_leaf() && block.items.size() > 3) {
      better = attempt(hindsight_[b].goes_on_matters,
                       [&] { choices_[b].goes_on = !choices_[b].goes_on; }) ||
               better;
    }
    if (b == 0) return better;
    for (const Side side : {Side::near, Side::left, Side::right}) {
      if (side == choices_[b].side) continue;
      const auto& lefts = hindsight_[b].lefts;
      const bool matters = lefts[static_cast<std::size_t>(side)] !=
                           lefts[static_cast<std::size_t>(choices_[b].side)];
      better = attempt(matters, [&] { choices_[b].side = side; }) || better;
    }
    if (!block.is_drawn()) return better;
    return try_turns(b) || better;
  }

  // Before each of those that opened while this one might have.
  bool try_turns(std::uint32_t b) {
    bool better = false;
    for (const std::uint32_t other : problem_.blocks[problem_.blocks[b].parent].blocks) {
      if (other == b || choices_[other].turn > choices_[b].turn) continue;
      const std::uint32_t opened = rows_[other];
      if (opened < hindsight_[b].first_try || opened > rows_[b]) continue;
      better = attempt(true, [&] { go_before(b, other); }) || better;
    }
    return better;
  }

  void go_before(std::uint32_t b, std::uint32_t other) {
    const std::uint32_t turn = choices_[other].turn;
    for (const std::uint32_t each : problem_.blocks[problem_.blocks[b].parent].blocks) {
      if (choices_[each].turn >= turn && choices_[each].turn < choices_[b].turn) {
        ++choices_[each].turn;
      }
    }
    choices_[b].turn = turn;
  }

  // A linear congruential generator (Knuth's MMIX).
  std::uint32_t random(std::size_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33U) % below);
  }

  // A few choices at random, to get out of where every single change makes it worse.
  void shake() {
    constexpr int changes = 3;
    for (int i = 0; i < changes; ++i) {
      const std::uint32_t b = random(problem_.blocks.size());
      BlockChoice& choice = choices_[b];
      switch (random(4)) {
        case 0: choice.columns = 1 + random(std::max(planner_.most_columns(b), 1U)); break;
        case 1: choice.early = !choice.early; break;
        case 2: choice.side = static_cast<Side>(random(3)); break;
        default: swap_turn(b); break;
      }
    }
  }

  void swap_turn(std::uint32_t b) {
    const std::uint32_t parent = problem_.blocks[b].parent;
    if (parent == no_index) return;
    const auto& siblings = problem_.blocks[parent].blocks;
    const std::uint32_t other = siblings[random(siblings.size())];
    std::swap(choices_[other].turn, choices_[b].turn);
  }

  const PlanProblem& problem_;
  FloorPlanner planner_;
  RowOrder order_;
  PlanEstimator estimator_;
  bool early_;
  std::size_t tries_left_;
  std::uint64_t state_;
  std::vector<BlockChoice> choices_;
  std::vector<BlockChoice> saved_;
  std::vector<BlockHindsight> hindsight_;  // of the plan that the choices lead to
  std::vector<std::uint32_t> rows_;        // on which blocks opened in it
  double best_ = 0;
  std::vector<Found> found_;                         // the best ones, by cost
  std::unordered_map<std::uint64_t, double> costs_;  // of plans by their digests
};

}  // namespace

std::vector<FloorPlan> find_floor_plans(const PlanProblem& problem) {
  auto early = std::async(at_once_or_later, [&] { return FloorSearch(problem, true).find(); });
  std::vector<Found> found = FloorSearch(problem, false).find();
  std::ranges::move(early.get(), std::back_inserter(found));
  std::ranges::stable_sort(found, {}, &Found::cost);
  std::vector<FloorPlan> plans;
  for (Found& each : found) {
    if (plans.size() < most_found) plans.push_back(std::move(each.plan));
  }
  return plans;
}

}  // namespace prereq
