// Fills rows by list scheduling, given how many columns each box has and when it may open.
// One layering tried by layering.cpp; see there for the method.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/layering.hpp"

namespace prereq {

// What coordinate descent decides for one box.
struct BoxPlan {
  std::uint32_t columns = 1;
  bool eager = false;  // opens as soon as one item can be placed, not only after its predecessors
};

// Which of the boxes that it needs a box waits for before it opens, unless it is eager: all, or
// (loose) only those that come first in the topological order, which leaves more to fill a row
// with. Among boxes that need each other in turns it is always the latter.
enum class BoxOrder : std::uint8_t { loose, strict };

// The parts of a problem that stay the same from one plan to the next.
class ScheduleInput {
 public:
  explicit ScheduleInput(const LayeringProblem& problem, BoxOrder order = BoxOrder::loose);

  const LayeringProblem& problem() const { return problem_; }
  std::uint32_t item_count() const { return static_cast<std::uint32_t>(problem_.items.size()); }
  std::uint32_t box_count() const { return static_cast<std::uint32_t>(members_.size()); }

  // Boxes that hold items themselves, in order; the last one stands for items without a box.
  const std::vector<std::uint32_t>& members(std::uint32_t box) const { return members_[box]; }
  // Items without a box belong to the box numbered problem().boxes.size().
  std::uint32_t box_of(std::uint32_t item) const { return box_of_[item]; }
  // Edges that close no cycle, by upper item.
  const std::vector<std::uint32_t>& below(std::uint32_t item) const { return below_[item]; }
  const std::vector<std::uint32_t>& predecessors_of_box(std::uint32_t box) const {
    return box_predecessors_[box];
  }
  // All items, each after those above it.
  const std::vector<std::uint32_t>& topological() const { return topological_; }
  std::uint32_t in_degree(std::uint32_t item) const { return in_degree_[item]; }
  // Place in the order in which items are taken: those with the longest way below them first.
  std::uint32_t priority(std::uint32_t item) const { return priority_[item]; }
  // Room for `columns` of the box's widest items side by side.
  double capacity_px(std::uint32_t box, std::uint32_t columns) const;
  // What a box with these columns takes along a row.
  double claimed_px(std::uint32_t box, std::uint32_t columns) const;
  // The box without a parent that holds this one, or is it.
  std::uint32_t outermost(std::uint32_t box) const { return outermost_[box]; }

 private:
  void drop_cycles();
  void rank_priorities();
  void relate_boxes(BoxOrder order);

  const LayeringProblem& problem_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> box_of_;
  std::vector<std::vector<std::uint32_t>> below_;
  std::vector<std::vector<std::uint32_t>> box_predecessors_;
  std::vector<std::uint32_t> in_degree_;
  std::vector<std::uint32_t> priority_;
  std::vector<std::uint32_t> topological_;
  std::vector<double> widest_px_;
  std::vector<double> total_px_;
  std::vector<std::uint32_t> outermost_;
};

// A box among those side by side.
struct ScheduledColumn {
  std::uint32_t band = 0;
  double width = 0;
  std::uint32_t box = 0;
};

struct Schedule {
  Layering layering;  // without place_of_box
  std::vector<ScheduledColumn> columns;
};

// Gives rows to every item and title. Keeps its room from one plan to the next, for the search
// tries hundreds of plans.
class RowScheduler {
 public:
  explicit RowScheduler(const ScheduleInput& input);

  // Stays as it is until the next call. O((V + E) log V).
  const Schedule& schedule(const std::vector<BoxPlan>& plan);

 private:
  struct BoxState {
    std::uint32_t left = 0;
    std::int32_t first_row = 0;
    std::uint32_t first_item = no_index;
    std::int32_t last_row = 0;
    std::vector<std::uint32_t> ready;  // heap, the item to take first on top
  };

  void begin();
  auto later() const;
  void make_ready(std::uint32_t item);
  std::size_t fill_row(std::int32_t row);
  void fill_row_of(std::uint32_t box, std::int32_t row);
  bool open_boxes(std::int32_t row);
  std::uint32_t unfinished_group() const;
  bool fits(std::uint32_t box) const;
  bool ends_picture(std::uint32_t box) const;
  bool may_open(std::uint32_t box, std::int32_t row) const;
  void open(std::uint32_t box, std::int32_t row);
  std::int32_t place_titles(std::uint32_t box, std::int32_t row);
  void force_open(std::int32_t row);
  void write_layering();

  const ScheduleInput& in_;
  const LayeringProblem& problem_;
  const std::vector<BoxPlan>* plan_ = nullptr;
  Schedule schedule_;
  std::vector<std::int32_t> row_of_;
  std::vector<std::uint32_t> waiting_for_;
  std::vector<BoxState> boxes_;
  std::vector<std::int32_t> title_row_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> closed_;
  std::vector<std::uint32_t> placed_now_;
  std::vector<std::uint32_t> around_;
  std::vector<std::int32_t> band_rows_;
  std::vector<bool> group_opened_;
  double band_width_ = 0;
};

}  // namespace prereq
