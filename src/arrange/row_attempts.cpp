#include "arrange/row_attempts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "arrange/curve.hpp"
#include "arrange/large_rows.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/row_search.hpp"
#include "arrange/section_collisions.hpp"
#include "arrange/tighten.hpp"

namespace prereq {
namespace {

constexpr double price_of_crossings = 1.5;
constexpr std::size_t most_pieces_of_small = 200;
// The pages that are tried besides the widest: the more there is to place, the more their pictures
// differ, until a single one takes its time.
struct OtherPages {
  std::size_t count;
  std::span<const double> px;      // the same for all wider pages: more room must be no loss
  std::span<const double> shares;  // of the page, for want of these
};
constexpr std::array px_of_small = {1000.0, 600.0, 500.0};
constexpr std::array px_of_medium = {1000.0, 850.0, 750.0, 700.0, 600.0, 500.0};
constexpr std::array common_shares = {0.6, 0.5, 0.75, 0.85, 0.7};
constexpr std::array shares_of_large = {0.56};
constexpr std::size_t most_plans_followed = 2;
constexpr std::size_t fewest_beginnings = 4;
constexpr std::size_t most_beginnings = 16;
constexpr std::size_t work_for_beginnings = 1280;  // nodes

// Rows of our own are for pictures that run down, without edges that lead up.
bool suits_rows(const View& view, const ArrangementPlan& plan) {
  return plan.direction == Direction::down && leads_down(view, plan);
}

// What a picture costs its reader: its area, more so with crossings, or if it is too wide for its
// text to be read in a column of a page.
double cost_of(const View& view, const Coordinates& at, std::size_t crossings, double limit) {
  constexpr double narrowest_column_px = 440;  // on a page, what is narrower saves nothing
  constexpr double comfortable_px = 640;
  constexpr double widest_column_px = 800;  // what is wider is opened by itself
  constexpr double tallest = 4.2;           // times as tall as wide
  constexpr double margin = 2 * Spacing::page_margin;
  const double width = at.width + margin;
  const double edges = static_cast<double>(std::max<std::size_t>(view.edges.size(), 1));
  double cost = std::max(width, narrowest_column_px) * (at.height + margin) *
                (1 + price_of_crossings * static_cast<double>(crossings) / edges);
  if (width > comfortable_px) cost *= std::min(width, widest_column_px) / comfortable_px;
  if (width > widest_column_px) cost *= std::sqrt(width / widest_column_px);
  const double tall = (at.height + margin) / (tallest * width);
  if (tall > 1) cost *= std::sqrt(tall);
  if (width > limit) cost *= 1 + 8 * (width / limit - 1);
  return cost;
}

Attempt lay_out(const View& view, const ArrangementPlan& plan, const RowGraph& graph, int sweeps) {
  Attempt made = {plan, lay_out_rows(view, plan, graph, sweeps)};
  crop(made.plan, made.coordinates);
  return made;
}

bool is_alike(const ArrangementPlan& a, const ArrangementPlan& b) {
  return a.layering.row_of_item == b.layering.row_of_item &&
         a.layering.boxes_of_band == b.layering.boxes_of_band;
}

// Calls make(0) … make(count - 1) side by side, and gives what they return in order. None may touch
// what another one changes.
template <typename Function>
auto side_by_side(std::size_t count, Function&& make) {
  using Result = std::invoke_result_t<Function&, std::size_t>;
  std::vector<std::future<Result>> running;
  for (std::size_t i = 1; i < count; ++i) {
    running.push_back(std::async([&make, i] { return make(i); }));
  }
  std::vector<Result> results;
  if (count > 0) results.push_back(make(0));
  for (auto& one : running) results.push_back(one.get());
  return results;
}

OtherPages other_pages_for(const ArrangementPlan& plan) {
  if (plan.pieces() > most_pieces_for_attempts) return {1, {}, shares_of_large};
  if (plan.pieces() > most_pieces_of_small) return {5, px_of_medium, common_shares};
  return {2, px_of_small, common_shares};
}

std::vector<double> other_widths(const ArrangementPlan& plan, double page) {
  // What was planned for a little more room than there is may do with what there is.
  constexpr double most_share = 1.07;
  constexpr double least_difference = 0.03;
  const OtherPages pages = other_pages_for(plan);
  std::vector<double> widths;
  for (const double px : pages.px) {
    const double share = px / page;
    if (share < most_share && std::abs(share - 1) > least_difference) widths.push_back(px);
  }
  for (const double share : pages.shares) {
    if (widths.size() < pages.count) widths.push_back(share * page);
  }
  return widths;
}

// A narrower page often means fewer lines that cross, for hardly more room.
std::vector<ArrangementPlan> plans_for(const View& view, const ArrangeOptions& options,
                                       ArrangementPlan widest) {
  if (!options.max_width_px) return {std::move(widest)};
  const std::vector<double> widths = other_widths(widest, *options.max_width_px);
  std::vector<ArrangementPlan> plans = {std::move(widest)};
  auto others = side_by_side(widths.size(), [&](std::size_t i) {
    ArrangeOptions other = options;
    other.max_width_px = widths[i];
    return plan_arrangement(view, other);
  });
  for (ArrangementPlan& next : others) {
    if (next.passed_rows > most_passed_rows || !leads_down(view, next)) continue;
    const auto is_known = [&](const ArrangementPlan& plan) { return is_alike(next, plan); };
    if (std::ranges::none_of(plans, is_known)) plans.push_back(std::move(next));
  }
  return plans;
}

// What remains of the work that may be spent on one picture goes to further beginnings.
std::size_t further_beginnings(const ArrangementPlan& plan) {
  if (plan.pieces() > most_pieces_for_attempts) return 0;
  return std::clamp(work_for_beginnings / (plan.pieces() + 1), fewest_beginnings, most_beginnings);
}

class RowSearch {
 public:
  RowSearch(const View& view, std::vector<ArrangementPlan> plans, double limit)
      : view_(view), plans_(std::move(plans)), limit_(limit) {}

  std::optional<Attempt> best() {
    std::vector<Try> tries = side_by_side(plans_.size(), [this](std::size_t i) {
      FoundRows found = search_rows(view_, plans_[i], 0, 1);
      const double cost = cost_of_rows(i, found);
      return Try{cost, i, std::move(found)};
    });
    std::ranges::stable_sort(tries, {}, &Try::cost);
    auto followed = side_by_side(std::min(tries.size(), most_plans_followed),
                                 [&](std::size_t i) { return look_further(std::move(tries[i])); });
    std::ranges::move(followed, tries.begin());
    std::ranges::stable_sort(tries, {}, &Try::cost);
    return first_that_fits(tries);
  }

 private:
  struct Try {
    double cost;
    std::size_t plan;
    FoundRows found;
  };

  // The narrowest one if none fits the page; nothing if sections would lie on one another.
  std::optional<Attempt> first_that_fits(const std::vector<Try>& tries) const {
    std::optional<Attempt> narrowest;
    for (const Try& each : tries) {
      Attempt made = lay_out(view_, plans_[each.plan], each.found.graph, final_sweeps);
      if (sections_collide(view_, made)) continue;
      const double width = made.coordinates.width + 2 * Spacing::page_margin;
      if (width <= limit_) return made;
      if (!narrowest || made.coordinates.width < narrowest->coordinates.width) {
        narrowest = std::move(made);
      }
    }
    return narrowest;
  }

  double cost_of_rows(std::size_t plan, const FoundRows& found) const {
    const Attempt made = lay_out(view_, plans_[plan], found.graph, rough_sweeps);
    if (sections_collide(view_, made)) return std::numeric_limits<double>::infinity();
    return cost_of(view_, made.coordinates, found.crossings, limit_);
  }

  Try look_further(Try followed) const {
    const ArrangementPlan& plan = plans_[followed.plan];
    const std::size_t beginnings = further_beginnings(plan);
    if (beginnings == 0 || followed.found.crossings == 0) return followed;
    FoundRows found = search_rows(view_, plan, 1, beginnings);
    if (found.crossings >= followed.found.crossings) return followed;
    const double cost = cost_of_rows(followed.plan, found);
    if (cost < followed.cost) return {cost, followed.plan, std::move(found)};
    return followed;
  }

  const View& view_;
  std::vector<ArrangementPlan> plans_;
  double limit_;
};

}  // namespace

std::optional<Attempt> best_rows(const View& view, const ArrangeOptions& options,
                                 ArrangementPlan plan) {
  if (!suits_rows(view, plan)) return std::nullopt;
  if (is_large(plan)) return lay_out_large_rows(view, plan);
  const double limit = options.max_width_px.value_or(std::numeric_limits<double>::max());
  return RowSearch(view, plans_for(view, options, std::move(plan)), limit).best();
}

}  // namespace prereq
