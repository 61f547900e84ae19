// Plans without Graphviz, and leads lines through the nearest gaps.
#include "arrange/builtin/builtin.hpp"

#include <algorithm>
#include <utility>

#include "arrange/builtin/along_rows.hpp"
#include "arrange/builtin/plain_lines.hpp"
#include "arrange/builtin/wide_floor.hpp"
#include "arrange/dress/dress.hpp"
#include "arrange/dress/rows.hpp"
#include "arrange/plan/floor_search.hpp"
#include "arrange/plan/order.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_cards_to_search = 150;
constexpr std::size_t most_cards_on_a_page = 5'000;
constexpr std::size_t most_passed_rows = 16'000;

FloorPlan first_floor(const PlanProblem& problem) {
  FloorPlanner planner(problem);
  const std::vector<BlockChoice> choices = planner.first_choices();
  return planner.plan(choices);
}

FloorPlan sketch_floor(const PlanProblem& problem) {
  if (problem.items.size() <= most_cards_to_search) return find_floor_plans(problem).front();
  constexpr int sweeps = 4;
  FloorPlan plan = first_floor(problem);
  RowOrder(problem).sweep(plan, sweeps);
  return plan;
}

std::size_t count_passed_rows(const View& view, const PagePlan& plan) {
  std::size_t passed = 0;
  for (const ViewEdge& edge : view.edges) {
    const auto [upper, lower] =
        std::minmax(plan.row_of_card[edge.prerequisite], plan.row_of_card[edge.dependent]);
    if (lower > upper + 1) passed += lower - upper - 1;
  }
  return passed;
}

std::size_t count_slots(const PlanProblem& problem, const FloorPlan& floor) {
  std::size_t slots = problem.items.size();
  for (std::size_t b = 0; b < problem.blocks.size(); ++b) {
    const BlockPlace& place = floor.blocks[b];
    if (!problem.blocks[b].is_drawn() || place.first_row == no_index) continue;
    slots += 2 * (std::size_t{place.last_row} - place.first_row + 1);
  }
  return slots;
}

// Every block in a grid.
FloorPlan floor_without_lines(PlanProblem problem) {
  problem.edges.clear();
  for (PlanItem& item : problem.items) item.joined = false;
  return find_wide_floor(problem);
}

struct PlainPlan {
  PagePlan page;
  bool has_lines = true;  // the rows are those of a picture with lines
};

PlainPlan plan_plainly(const View& view, const ArrangeOptions& options, const PlainBounds& bounds) {
  if (options.max_width_px && view.cards.size() <= most_cards_on_a_page) {
    PagePlan page = plan_page_by(sketch_floor, view, options);
    if (count_passed_rows(view, page) <= most_passed_rows) return {std::move(page)};
  }
  ArrangeOptions unbounded = options;
  unbounded.max_width_px.reset();
  const bool small = view.cards.size() <= most_cards_to_search && !options.max_width_px;
  bool has_lines = true;
  const auto find_floor = [&](const PlanProblem& problem) {
    FloorPlan floor = small ? sketch_floor(problem) : find_wide_floor(problem);
    has_lines = count_slots(problem, floor) <= bounds.slots;
    return has_lines ? std::move(floor) : floor_without_lines(problem);
  };
  PagePlan page = plan_page_by(find_floor, view, unbounded);
  return {std::move(page), has_lines};
}

// Rows at even distances, to be set properly.
Placement placement_of(const PagePlan& plan, const AlongRows& along) {
  Placement placement;
  placement.card_centres.resize(plan.cards.size());
  placement.title_centres.resize(plan.titles.size());
  placement.section_boxes.resize(plan.titles.size());
  double top = 0;
  for (const auto& row : plan.rows) {
    double height = 0;
    for (const Slot& slot : row) {
      if (slot.kind == SlotKind::card) {
        height = std::max(height, plan.cards[slot.index].box.height);
      } else if (slot.kind == SlotKind::title) {
        height = std::max(height, plan.titles[slot.index].height);
      }
    }
    const double middle = top + height / 2;
    for (const Slot& slot : row) {
      if (slot.kind == SlotKind::card) {
        placement.card_centres[slot.index] = {along.cards[slot.index], middle};
      } else if (slot.kind == SlotKind::title) {
        placement.title_centres[slot.index] = Point{along.titles[slot.index], middle};
      } else if (slot.kind == SlotKind::left_border) {
        placement.section_boxes[slot.index].include({along.left[slot.index], middle});
        placement.section_boxes[slot.index].include({along.right[slot.index], middle});
      }
    }
    top += height + Spacing::between_rows;
  }
  return placement;
}

// Lines that run far sideways need room, or they would look like one.
std::vector<std::uint32_t> levels_between(const PagePlan& plan,
                                          const std::vector<PlainLine>& lines) {
  constexpr double level_for_px = 200;
  constexpr double most_levels = 12;
  std::vector<std::uint32_t> levels(plan.rows.size(), 0);
  for (const PlainLine& line : lines) {
    for (std::size_t i = 0; i + 1 < line.along.size(); ++i) {
      const double swing = std::abs(line.along[i + 1] - line.along[i]);
      std::uint32_t& level = levels[line.upper_row + i];
      level =
          std::max(level, static_cast<std::uint32_t>(std::min(swing / level_for_px, most_levels)));
    }
  }
  return levels;
}

// Lines take at most so many places.
PlainPage placed(const View& view, PagePlan plan, std::size_t most_places) {
  const AlongRows along = place_along_rows(plan);
  const auto is_led = lines_that_fit(view, plan, most_places);
  const std::vector<PlainLine> lines = lead_plain_lines(view, plan, along, is_led);
  Placement placement = placement_of(plan, along);
  const std::vector<RowBand> rows = set_rows(plan, levels_between(plan, lines), placement);
  std::vector<DrawnEdge> edges = draw_plain_lines(view, plan, lines, rows, placement);
  Coordinates at = at_origin(plan, std::move(placement), std::move(edges));
  return {std::move(plan), std::move(at)};
}

}  // namespace

std::size_t count_sketched_places(const View& view, const ArrangeOptions& options) {
  return view.cards.size() + count_passed_rows(view, plan_page_by(first_floor, view, options));
}

PlainPage arrange_plainly(const View& view, ArrangeOptions options, const PlainBounds& bounds) {
  options.direction = Direction::down;
  PlainPlan plain = plan_plainly(view, options, bounds);
  return placed(view, std::move(plain.page), plain.has_lines ? bounds.places : 0);
}

PlainPage arrange_without_lines(const View& view, ArrangeOptions options) {
  options.direction = Direction::down;
  options.max_width_px.reset();
  return placed(view, plan_page_by(floor_without_lines, view, options), 0);
}

}  // namespace prereq
