// Measures, looks for a floor plan, and writes it down as rows of slots: what stands in a block is
// written between the block's borders.
#include "arrange/plan/page_plan.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <utility>

#include "arrange/plan/floor_search.hpp"
#include "arrange/plan/order.hpp"
#include "arrange/plan/ways.hpp"

namespace prereq {
namespace {

constexpr double title_wrap_px = 190;
constexpr int gentle_pull = 16;
constexpr double full_page = 0.88;  // where no room is left for the sake of straight lines
// Of single cards, once a floor plan is chosen; fewer where each takes longer.
constexpr std::size_t most_changes = 80;
constexpr std::size_t edges_at_leisure = 500;

class SlotWriter {
 public:
  SlotWriter(const View& view, const PlanProblem& problem, const FloorPlan& floor, PagePlan& page)
      : view_(view), problem_(problem), floor_(floor), page_(page) {}

  void write() {
    number_rows();
    segment_of_.assign(problem_.blocks.size(), no_index);
    find_doors();
    list_children();
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < floor_.row_count; ++row) {
      if (new_row_[row] == no_index) continue;
      const std::size_t first = next;
      while (next < floor_.segments.size() && floor_.segments[next].row == row) {
        segment_of_[floor_.segments[next].block] = static_cast<std::uint32_t>(next);
        ++next;
      }
      row_ = row;
      page_.rows.emplace_back();
      write_block(0);
      for (std::size_t s = first; s < next; ++s) segment_of_[floor_.segments[s].block] = no_index;
    }
    for (std::size_t c = 0; c < page_.row_of_card.size(); ++c) {
      page_.row_of_card[c] = new_row_[floor_.row_of_item[c]];
    }
  }

 private:
  // Rows that nothing stands on any more are left out.
  void number_rows() {
    std::vector<bool> used(floor_.row_count, false);
    for (const RowSegment& segment : floor_.segments) {
      if (segment.size() > 0) used[segment.row] = true;
    }
    for (std::uint32_t b = 1; b < floor_.blocks.size(); ++b) {
      const bool title = problem_.titles_take_rows && problem_.blocks[b].title_breadth > 0;
      if (title) used[floor_.blocks[b].first_row] = true;
    }
    std::uint32_t next = 0;
    for (std::uint32_t r = 0; r < floor_.row_count; ++r) {
      new_row_.push_back(used[r] ? next++ : no_index);
    }
    page_.row_of_card.resize(problem_.items.size());
  }

  void find_doors() {
    doors_in_.assign(view_.sections.size(), false);
    doors_out_.assign(view_.sections.size(), no_index);
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
      const ViewEdge& edge = view_.edges[e];
      if (edge.dependent_section != no_index) doors_in_[edge.dependent_section] = true;
      if (edge.prerequisite_section != no_index) doors_out_[edge.prerequisite_section] = e;
    }
  }

  void write_block(std::uint32_t b) {
    const PlanBlock& block = problem_.blocks[b];
    const BlockPlace& place = floor_.blocks[b];
    if (row_ < place.first_row || row_ > place.last_row) return;
    std::vector<Slot>& slots = page_.rows.back();
    const std::uint32_t section = block.section;
    if (block.is_drawn()) {
      SectionRows& rows = page_.rows_of_section[section];
      if (!rows.is_drawn()) rows.first = new_row_[row_];
      rows.last = new_row_[row_];
      slots.push_back({SlotKind::left_border, section, place.left});
      if (page_.titles_take_rows && row_ == place.first_row) {
        const double title_end = place.left + Spacing::box_padding + block.title_breadth;
        slots.push_back({SlotKind::title, section, title_end - block.title_breadth / 2});
        if (doors_in_[section]) slots.push_back({SlotKind::door, section, title_end + 8, true});
      }
    }
    // Beside the title that stands along the border.
    const bool first_row = block.is_drawn() && row_ == place.first_row;
    if (first_row && !page_.titles_take_rows && doors_in_[section]) {
      slots.push_back({SlotKind::door, section, place.left + Spacing::box_padding, true});
    }
    update_blocks_on_row(b);
    for (const std::uint32_t child : children_[b].on_row) write_block(child);
    bool door_is_left =
        block.is_drawn() && row_ == place.last_row && doors_out_[section] != no_index;
    if (segment_of_[b] != no_index) {
      for (const std::uint32_t item : floor_.items_of(floor_.segments[segment_of_[b]])) {
        if (door_is_left && floor_.centre_of_item[item] > wanted_door(section)) {
          slots.push_back({SlotKind::door, section, wanted_door(section)});
          door_is_left = false;
        }
        slots.push_back({SlotKind::card, item, floor_.centre_of_item[item]});
      }
    }
    if (door_is_left) slots.push_back({SlotKind::door, section, wanted_door(section)});
    if (block.is_drawn()) slots.push_back({SlotKind::right_border, section, place.right});
  }

  // Rows are written in order: a block is looked at on its own rows alone, and where it begins and
  // ends.
  void update_blocks_on_row(std::uint32_t b) {
    Children& children = children_[b];
    const auto place = [this](std::uint32_t child) { return floor_.blocks[child]; };
    std::erase_if(children.on_row,
                  [&](std::uint32_t child) { return place(child).last_row < row_; });
    const std::size_t before = children.on_row.size();
    while (!children.to_come.empty() && place(children.to_come.back()).first_row <= row_) {
      const std::uint32_t child = children.to_come.back();
      children.to_come.pop_back();
      if (place(child).last_row >= row_) children.on_row.push_back(child);
    }
    if (children.on_row.size() == before) return;
    std::ranges::sort(children.on_row, {},
                      [&](std::uint32_t child) { return std::pair(place(child).left, child); });
  }

  void list_children() {
    children_.resize(problem_.blocks.size());
    for (std::uint32_t b = 0; b < children_.size(); ++b) {
      auto& to_come = children_[b].to_come = problem_.blocks[b].blocks;
      std::ranges::sort(to_come, std::greater<>(),
                        [this](std::uint32_t child) { return floor_.blocks[child].first_row; });
    }
  }

  // Above what needs the section; for another section at the right end, for boxes are entered
  // beside their titles.
  double wanted_door(std::uint32_t section) const {
    const ViewEdge& edge = view_.edges[doors_out_[section]];
    if (edge.dependent_section == no_index) return floor_.centre_of_item[edge.dependent];
    return floor_.blocks[problem_.block_of_section[section]].right - Spacing::box_padding;
  }

  // The blocks inside one.
  struct Children {
    std::vector<std::uint32_t> to_come;  // those that begin first last
    std::vector<std::uint32_t> on_row;   // from left to right
  };

  const View& view_;
  const PlanProblem& problem_;
  const FloorPlan& floor_;
  PagePlan& page_;
  std::vector<Children> children_;
  std::vector<std::uint32_t> new_row_;
  std::vector<std::uint32_t> segment_of_;
  std::vector<bool> doors_in_;
  std::vector<std::uint32_t> doors_out_;  // an edge of it, or no_index
  std::uint32_t row_ = 0;
};

// All of a plan but its rows.
PagePlan measured_page(const View& view, const ArrangeOptions& options) {
  PagePlan page;
  page.direction = options.direction;
  page.titles_take_rows = options.direction == Direction::down;
  for (const ViewCard& card : view.cards) page.cards.push_back(measure_card(card));
  for (const ViewSection& section : view.sections) {
    page.titles.push_back(measure_section_title(section, title_wrap_px, 2));
  }
  page.rows_of_section.resize(view.sections.size());
  return page;
}

void take_over(const PlanProblem& problem, PagePlan& page) {
  page.most_breadth = problem.most_breadth;
  if (std::isfinite(problem.most_breadth)) {
    page.pull = gentle_pull;
  }
  for (const PlanItem& item : problem.items) page.block_of_card.push_back(item.block);
}

// Pushes everything to the left as far as it goes: a border is at the same place on all its rows.
class Compaction {
 public:
  explicit Compaction(const PagePlan& plan) : plan_(plan) {
    left_.assign(plan.rows_of_section.size(), 0);
    right_.assign(plan.rows_of_section.size(), 0);
  }

  double breadth() {
    double most = 0;
    bool moved = true;
    while (moved) {
      moved = false;
      for (const auto& row : plan_.rows) most = std::max(most, push(row, moved));
    }
    return most;
  }

 private:
  double push(const std::vector<Slot>& row, bool& moved) {
    const bool down = plan_.direction == Direction::down;
    double at = 0;
    const Slot* before = nullptr;
    const auto keep = [&](double& border) {
      if (at > border) {
        moved = moved || at > border + 0.5;
        border = at;
      }
      at = border + 1;
    };
    for (const Slot& slot : row) {
      if (before != nullptr) at += units_between(*before, slot) * Spacing::unit;
      before = &slot;
      switch (slot.kind) {
        case SlotKind::left_border: keep(left_[slot.index]); break;
        case SlotKind::right_border: keep(right_[slot.index]); break;
        case SlotKind::title:
          at += plan_.titles[slot.index].width + Spacing::title_clearance;
          break;
        case SlotKind::card: {
          const Box& box = plan_.cards[slot.index].box;
          at += down ? box.width : box.height;
          break;
        }
        default: at += 2; break;
      }
    }
    return at;
  }

  const PagePlan& plan_;
  std::vector<double> left_;
  std::vector<double> right_;
};
// Titles along the upper border of their box stand above its first column.
void fit_titles_to_columns(const View& view, PagePlan& page) {
  constexpr double column_px = 125;
  constexpr std::size_t most_lines_in_column = 4;
  if (page.titles_take_rows) return;
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    if (!page.rows_of_section[s].is_drawn()) continue;
    page.titles[s] = measure_section_title(view.sections[s], column_px, most_lines_in_column);
  }
}

// Which floor plan is drawn best shows once every line has its way.
class PlanChooser {
 public:
  PlanChooser(const View& view, const PlanProblem& problem, const PagePlan& measured)
      : view_(view), problem_(problem), measured_(measured) {}

  struct Choice {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t floor = 0;
    PagePlan page;
  };

  // The first one of the best. Half of them are looked at beside the other half.
  Choice best_of(const std::vector<FloorPlan>& floors, int rounds) const {
    auto odd = std::async(std::launch::async | std::launch::deferred,
                          [&] { return best_of_half(floors, 1, rounds); });
    Choice best = best_of_half(floors, 0, rounds);
    Choice other = odd.get();
    const bool is_better =
        other.cost < best.cost || (other.cost == best.cost && other.floor < best.floor);
    return is_better ? std::move(other) : std::move(best);
  }

 private:
  Choice best_of_half(const std::vector<FloorPlan>& floors, std::size_t first, int rounds) const {
    PlanEstimator estimator(problem_);
    Choice best;
    for (std::size_t i = first; i < floors.size(); i += 2) {
      PagePlan page = measured_;
      SlotWriter(view_, problem_, floors[i], page).write();
      const WaysCost ways = find_ways(view_, page, rounds);
      const double cost = estimator.cost_with(floors[i], ways.crossings, ways.turns, ways.length,
                                              least_breadth(page));
      if (cost < best.cost) best = {cost, i, std::move(page)};
    }
    return best;
  }

  const View& view_;
  const PlanProblem& problem_;
  const PagePlan& measured_;
};

}  // namespace

int units_between(const Slot& before, const Slot& slot) {
  const bool after_box = before.kind == SlotKind::right_border;
  const bool starts = slot.kind == SlotKind::left_border;
  const bool card = slot.kind == SlotKind::card;
  if (after_box) return starts || card ? 2 : 1;
  return before.kind == SlotKind::card && (starts || card) ? 2 : 1;
}

double least_breadth(const PagePlan& plan) { return Compaction(plan).breadth(); }

PagePlan plan_page(const View& view, const ArrangeOptions& options) {
  PagePlan page = measured_page(view, options);
  if (view.cards.empty()) return page;
  const PlanProblem problem = make_plan_problem(view, page.cards, page.titles, options);
  take_over(problem, page);
  const PlanChooser chooser(view, problem, page);
  std::vector<FloorPlan> floors = find_floor_plans(problem);
  const std::size_t chosen = chooser.best_of(floors, 1).floor;
  std::vector<FloorPlan> finalists = {floors[chosen], std::move(floors[chosen])};
  PlanEstimator estimator(problem);
  const std::size_t edges = std::max(problem.edges.size(), edges_at_leisure);
  RowOrder(problem).improve(finalists.back(), estimator, most_changes * edges_at_leisure / edges);
  PagePlan best = chooser.best_of(finalists, most_way_rounds).page;
  if (best.pull > 0 && least_breadth(best) > full_page * best.most_breadth) {
    best.pull = strongest_pull;
  }
  fit_titles_to_columns(view, best);
  return best;
}

PagePlan plan_page_by(const FloorPlanFunction& find_floor, const View& view,
                      const ArrangeOptions& options) {
  PagePlan page = measured_page(view, options);
  if (view.cards.empty()) return page;
  const PlanProblem problem = make_plan_problem(view, page.cards, page.titles, options);
  take_over(problem, page);
  SlotWriter(view, problem, find_floor(problem), page).write();
  return page;
}

}  // namespace prereq
