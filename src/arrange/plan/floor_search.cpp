// Two searches side by side, one from blocks that wait for all they need and one from blocks that
// open early: descend, shake, descend again. The best plans of both are put together.
#include "arrange/plan/floor_search.hpp"

#include <algorithm>
#include <array>
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

// Floor plans that are looked at: the more lines there are, the more there is to choose; but a
// large picture takes its time anyway, for lines are compared in pairs.
std::size_t tries_for(const PlanProblem& problem) {
  constexpr std::size_t fewest = 16;
  constexpr std::size_t most_items_at_leisure = 150;
  constexpr std::size_t most_at_leisure = 600;
  constexpr std::size_t most_of_large = 240;
  constexpr std::size_t most_edges_of_large = 500;
  const std::size_t items = problem.items.size();
  const std::size_t edges = problem.edges.size();
  if (items <= most_items_at_leisure) {
    return std::min(std::max({std::size_t{120}, 3 * items, edges * edges / 10}), most_at_leisure);
  }
  if (edges <= most_edges_of_large) return most_of_large;
  return std::max(fewest,
                  most_of_large * most_edges_of_large / edges * most_edges_of_large / edges);
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
        random_(early ? 2 : 1),
        open_questions_(problem.blocks.size(), true) {
    link_blocks();
  }

  std::vector<Found> find() {
    begin();
    descend();
    while (tries_left_ > 0 && has_choice()) {
      const State kept = best_;
      shake();
      best_.cost = evaluate(best_.choices);
      look_back();
      descend();
      if (best_.cost >= kept.cost * least_gain) best_ = kept;
    }
    return std::move(found_);
  }

 private:
  struct State {
    double cost = std::numeric_limits<double>::infinity();
    std::vector<BlockChoice> choices;
    // Of the plan that they lead to.
    std::vector<BlockHindsight> hindsight;
    std::vector<BlockPlace> places;
  };

  bool has_choice() const { return problem_.items.size() > 1; }

  // Blocks whose items are joined.
  void link_blocks() {
    linked_.resize(problem_.blocks.size());
    const auto block_of = [&](PlanEnd end) {
      return end.item != no_index ? problem_.items[end.item].block : end.block;
    };
    for (const PlanEdge& edge : problem_.edges) {
      const std::uint32_t upper = block_of(edge.upper);
      const std::uint32_t lower = block_of(edge.lower);
      if (upper == lower) continue;
      linked_[upper].push_back(lower);
      linked_[lower].push_back(upper);
    }
  }

  double evaluate(const std::vector<BlockChoice>& choices) {
    if (tries_left_ > 0) --tries_left_;
    FloorPlan& plan = planner_.plan(choices);
    // Many changes change nothing: another side where there is room on one only, for example.
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

  void look_back() {
    best_.hindsight = planner_.hindsight();
    best_.places = planner_.last().blocks;
  }

  // From the best of a few shapes that all blocks could have.
  void begin() {
    const std::vector<BlockChoice> first = planner_.first_choices();
    const auto try_shape = [&](double share, bool goes_on) {
      std::vector<BlockChoice> choices = first;
      for (std::uint32_t b = 0; b < choices.size(); ++b) {
        if (!problem_.blocks[b].is_leaf()) continue;
        choices[b].early = early_;
        choices[b].goes_on = goes_on;
        const double columns = std::round(share * first[b].columns);
        choices[b].columns = static_cast<std::uint32_t>(
            std::clamp(columns, 1.0, static_cast<double>(planner_.most_columns(b))));
      }
      const double cost = evaluate(choices);
      if (cost >= best_.cost) return;
      best_.cost = cost;
      best_.choices = std::move(choices);
      look_back();
    };
    for (const double share : {0.6, 1.0, 1.5, 2.2}) {
      try_shape(share, false);
      try_shape(share, true);
    }
  }

  // A block is looked at again once something near it has changed (don't-look bits, Bentley 1992).
  void descend() {
    bool any = true;
    while (any && tries_left_ > 0) {
      any = false;
      for (std::uint32_t b = 0; b < problem_.blocks.size() && tries_left_ > 0; ++b) {
        if (!open_questions_[b]) continue;
        open_questions_[b] = false;
        any = true;
        try_block(b);
      }
    }
  }

  void ask_again_around(std::uint32_t b) {
    open_questions_[b] = true;
    if (b == 0) return;  // all there is
    for (const std::uint32_t other : linked_[b]) open_questions_[other] = true;
    const std::uint32_t first = std::min(best_.hindsight[b].first_try, best_.places[b].first_row);
    for (const std::uint32_t other : problem_.blocks[problem_.blocks[b].parent].blocks) {
      const BlockPlace& place = best_.places[other];
      if (place.first_row <= best_.places[b].last_row && place.last_row >= first) {
        open_questions_[other] = true;
      }
    }
  }

  // Keeps the change if that pays.
  template <typename Change>
  void attempt(std::uint32_t b, Change&& change) {
    if (tries_left_ == 0) return;
    changed_ = best_.choices;
    change(changed_[b]);
    const double cost = evaluate(changed_);
    if (cost >= best_.cost * least_gain) return;
    best_.cost = cost;
    std::swap(best_.choices, changed_);
    look_back();
    ask_again_around(b);
  }

  void try_block(std::uint32_t b) {
    if (b == 0 && !problem_.blocks[b].is_leaf()) return;
    const auto now = [&]() -> const BlockChoice& { return best_.choices[b]; };
    try_columns(b, now().columns + 1);
    try_columns(b, now().columns - 1);
    if (best_.hindsight[b].early_matters) {
      attempt(b, [](BlockChoice& choice) { choice.early = !choice.early; });
    }
    if (best_.hindsight[b].goes_on_matters) {
      attempt(b, [](BlockChoice& choice) { choice.goes_on = !choice.goes_on; });
    }
    if (b == 0) return;
    for (const Side side : {Side::near, Side::left, Side::right}) {
      const std::array<double, 3>& lefts = best_.hindsight[b].lefts;
      const auto left = [&](Side s) { return lefts[static_cast<std::size_t>(s)]; };
      if (left(side) == left(now().side)) continue;
      attempt(b, [side](BlockChoice& choice) { choice.side = side; });
    }
    try_turns(b);
  }

  void try_columns(std::uint32_t b, std::uint32_t columns) {
    if (columns < 1 || columns > planner_.most_columns(b)) return;
    const bool is_leaf = problem_.blocks[b].is_leaf();
    const double room = best_.hindsight[b].room;
    if (is_leaf && planner_.is_as_broad(b, columns, best_.choices[b].columns, room)) return;
    attempt(b, [columns](BlockChoice& choice) { choice.columns = columns; });
  }

  // Before each of those that opened while this one might have.
  void try_turns(std::uint32_t b) {
    for (const std::uint32_t other : problem_.blocks[problem_.blocks[b].parent].blocks) {
      if (other == b || best_.choices[other].turn > best_.choices[b].turn) continue;
      const std::uint32_t opened = best_.places[other].first_row;
      if (opened < best_.hindsight[b].first_try || opened > best_.places[b].first_row) continue;
      attempt(b, [&](BlockChoice&) { go_before(b, other, changed_); });
    }
  }

  void go_before(std::uint32_t b, std::uint32_t other, std::vector<BlockChoice>& choices) const {
    const std::uint32_t turn = choices[other].turn;
    for (const std::uint32_t each : problem_.blocks[problem_.blocks[b].parent].blocks) {
      if (choices[each].turn >= turn && choices[each].turn < choices[b].turn) ++choices[each].turn;
    }
    choices[b].turn = turn;
  }

  // A linear congruential generator (Knuth's MMIX).
  std::uint32_t random(std::size_t below) {
    random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((random_ >> 33U) % below);
  }

  // A few choices at random, to get out of where every single change makes it worse.
  void shake() {
    constexpr int changes = 3;
    for (int i = 0; i < changes; ++i) {
      const std::uint32_t b = random(problem_.blocks.size());
      BlockChoice& choice = best_.choices[b];
      switch (random(4)) {
        case 0: choice.columns = 1 + random(std::max(planner_.most_columns(b), 1U)); break;
        case 1: choice.early = !choice.early; break;
        case 2: choice.side = static_cast<Side>(random(3)); break;
        default: swap_turn(b); break;
      }
      ask_again_around(b);
    }
  }

  void swap_turn(std::uint32_t b) {
    const std::uint32_t parent = problem_.blocks[b].parent;
    if (parent == no_index) return;
    const auto& siblings = problem_.blocks[parent].blocks;
    const std::uint32_t other = siblings[random(siblings.size())];
    std::swap(best_.choices[other].turn, best_.choices[b].turn);
    ask_again_around(other);
  }

  const PlanProblem& problem_;
  FloorPlanner planner_;
  RowOrder order_;
  PlanEstimator estimator_;
  bool early_;
  std::size_t tries_left_;
  std::uint64_t random_;
  std::vector<std::vector<std::uint32_t>> linked_;
  std::vector<bool> open_questions_;  // whether a change of the block may pay
  State best_;                        // as far as it has come since it was shaken
  std::vector<BlockChoice> changed_;
  std::unordered_map<std::uint64_t, double> costs_;  // of plans by their digests
  std::vector<Found> found_;                         // the best ones, by cost
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
