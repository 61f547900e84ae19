#include "arrange/layering.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "arrange/column_order.hpp"
#include "arrange/layering_cost.hpp"
#include "arrange/row_schedule.hpp"
#include "arrange/short_edge_layering.hpp"

namespace prereq {
namespace {

// Visits of items and edges that the search may spend, all layerings together.
constexpr std::size_t visit_budget = 400'000;
constexpr std::uint32_t most_columns = 12;

class Descent {
 public:
  explicit Descent(const ScheduleInput& input)
      : scheduler_(input),
        estimate_(input),
        input_(input),
        visits_each_(input.item_count() + input.problem().edges.size() + input.box_count() + 1) {}

  // Improves one box after the other, in turns, until none has helped since its own last turn.
  void from(std::vector<BoxPlan> plan) {
    double cost = cost_of(plan);
    std::size_t in_vain = 0;
    for (std::uint32_t box = 0; in_vain < plan.size() && spent_ <= visit_budget;) {
      const bool improved = !input_.members(box).empty() && improve(plan, box, cost);
      in_vain = improved ? 1 : in_vain + 1;
      box = box + 1 < plan.size() ? box + 1 : 0;
    }
  }

  Schedule best() && { return std::move(best_); }

 private:
  bool improve(std::vector<BoxPlan>& plan, std::uint32_t box, double& cost) {
    const BoxPlan before = plan[box];
    BoxPlan best = before;
    for (const std::uint32_t count : column_counts(box)) {
      for (const bool eager : {false, true}) {
        if (count == before.columns && eager == before.eager) continue;
        plan[box] = {count, eager};
        const double tried = cost_of(plan);
        if (tried < cost) {
          cost = tried;
          best = plan[box];
        }
      }
    }
    plan[box] = best;
    return best.columns != before.columns || best.eager != before.eager;
  }

  // No more than fit the page; on a page of any width also as many as the box has items.
  std::vector<std::uint32_t> column_counts(std::uint32_t box) const {
    const auto items = static_cast<std::uint32_t>(input_.members(box).size());
    const auto& limit = input_.problem().max_breadth_px;
    std::vector<std::uint32_t> counts = {1};
    for (std::uint32_t count = 2; count <= std::min(items, most_columns); ++count) {
      if (limit && input_.claimed_px(box, count) > *limit) break;
      counts.push_back(count);
    }
    if (!limit && items > most_columns) counts.push_back(items);
    return counts;
  }

  double cost_of(const std::vector<BoxPlan>& plan) {
    spent_ += visits_each_;
    const Schedule& schedule = scheduler_.schedule(plan);
    const double cost = estimate_.of(schedule.layering);
    if (cost < best_cost_) {
      best_cost_ = cost;
      best_ = schedule;
    }
    return cost;
  }

  RowScheduler scheduler_;
  LayeringCost estimate_;
  const ScheduleInput& input_;
  std::size_t visits_each_;
  std::size_t spent_ = 0;
  double best_cost_ = std::numeric_limits<double>::infinity();
  Schedule best_;
};

// As wide as it is tall, as far as the page allows.
std::vector<BoxPlan> square_plan(const ScheduleInput& input, bool eager) {
  std::vector<BoxPlan> plan(input.box_count());
  const auto& limit = input.problem().max_breadth_px;
  for (std::uint32_t box = 0; box < plan.size(); ++box) {
    const auto size = static_cast<double>(input.members(box).size());
    auto columns = static_cast<std::uint32_t>(std::max(1.0, std::round(std::sqrt(size))));
    while (limit && columns > 1 && input.claimed_px(box, columns) > *limit) --columns;
    plan[box] = {columns, eager};
  }
  return plan;
}

Schedule best_schedule(const ScheduleInput& input) {
  Descent descent(input);
  descent.from(square_plan(input, false));
  descent.from(square_plan(input, true));
  return std::move(descent).best();
}

}  // namespace

Layering layer(const LayeringProblem& problem) {
  const ScheduleInput input(problem);
  Schedule best = problem.in_bands ? best_schedule(input) : schedule_by_short_edges(input);
  if (problem.in_bands && problem.max_breadth_px) {
    const double widest = LayeringCost(input).widest_band_px(best.layering);
    if (widest > *problem.max_breadth_px) {
      const ScheduleInput strict(problem, BoxOrder::strict);
      Schedule other = best_schedule(strict);
      if (LayeringCost(strict).widest_band_px(other.layering) < widest) best = std::move(other);
    }
  }
  best.layering.boxes_of_band = order_columns(input, best.columns);
  return std::move(best.layering);
}

}  // namespace prereq
