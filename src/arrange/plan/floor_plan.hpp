// Fills the page row by row: which row every item is on, and which stretch of the page every block
// has.
//
// List scheduling (Graham 1966) on a page of a given breadth. A block claims a stretch of the page
// from its first row to its last, so that nothing else stands in it; blocks need not begin
// together. It opens where there is room, as near to what it needs as can be, and closes after its
// last item. How many columns a block has, whether it opens early and which block is first are
// choices; floor_search.hpp looks for good ones.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "arrange/plan/problem.hpp"
#include "arrange/plan/spread.hpp"

namespace prereq {

// Where a block goes among the stretches that are free.
enum class Side : std::uint8_t { near, left, right };

struct BlockChoice {
  // Of a leaf: how many of its widest items fit side by side; of any other block: how many blocks.
  std::uint32_t columns = 1;
  // Opens as soon as one of its items can be placed; else after all that its items need elsewhere.
  bool early = false;
  // Of a leaf: what was begun goes on before anything else begins, so that few lines are open at a
  // time; else what has the longest way below it comes first.
  bool goes_on = false;
  Side side = Side::near;  // what its items need, or the ends of the page
  std::uint32_t turn = 0;  // the lowest number opens first
};

struct BlockPlace {
  std::uint32_t first_row = no_index;  // that of its title, if that takes one
  std::uint32_t last_row = 0;
  double left = 0;
  double right = 0;
};

// The items of a leaf that stand on one row: a range of FloorPlan::items, from left to right.
struct RowSegment {
  std::uint32_t block = 0;
  std::uint32_t row = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
};

struct FloorPlan {
  std::vector<std::uint32_t> row_of_item;
  std::vector<double> centre_of_item;  // along the row: a sketch, for the order is what counts
  std::vector<BlockPlace> blocks;
  std::vector<RowSegment> segments;  // by row, then from left to right
  std::vector<std::uint32_t> items;  // in the order of the segments

  std::span<std::uint32_t> items_of(const RowSegment& segment) {
    return std::span(items).subspan(segment.first, segment.size());
  }
  std::span<const std::uint32_t> items_of(const RowSegment& segment) const {
    return std::span(items).subspan(segment.first, segment.size());
  }
  std::uint32_t row_count = 0;

  // Of all places: plans that are the same have the same.
  std::uint64_t digest() const;
};

// What another choice for a block would have come to, with all else as in a plan that was made:
// most choices change nothing.
struct BlockHindsight {
  std::array<double, 3> lefts = {};  // where it would have begun, for each side
  bool early_matters = false;
  bool goes_on_matters = false;
  std::uint32_t first_try = no_index;  // the row on which it first might have opened
  double room = 0;                     // the most that it was offered
};

class FloorPlanner {
 public:
  explicit FloorPlanner(const PlanProblem& problem);

  // Stays as it is until the next call. O((V + E) log V + rows x open blocks).
  FloorPlan& plan(const std::vector<BlockChoice>& choices);

  // Of the last plan, one for each block: what it was like is known once it is made.
  const std::vector<BlockHindsight>& hindsight() const { return hindsight_; }
  const FloorPlan& last() const { return plan_; }

  // Columns by the shape of each block, none early, in order of declaration.
  std::vector<BlockChoice> first_choices() const;
  std::uint32_t most_columns(std::uint32_t block) const;
  // Whether a leaf is as broad with so many columns or so many, where there is room for so much.
  bool is_as_broad(std::uint32_t leaf, std::uint32_t columns, std::uint32_t others,
                   double room) const;

 private:
  // What gives way when nothing else can be placed, least harm first.
  enum class Forced : std::uint8_t { not_at_all, early, beyond_page, whatever_it_needs };
  struct BlockState {
    bool open = false;
    std::uint32_t first_item_row = 0;
    std::uint32_t left_items = 0;   // not placed yet, those of blocks inside included
    std::uint32_t left_joined = 0;  // of these, the block's own that have edges
    std::uint32_t waits = 0;        // what the box itself needs, by arrows that lead to it
    std::uint32_t outer_waits = 0;  // edges from elsewhere into it that do not hold yet
    std::vector<std::uint32_t> ready;
    std::vector<std::uint32_t> open_blocks;  // inside, from left to right
  };

  void relate();
  void rank_items();
  void measure_leaves();
  void begin(const std::vector<BlockChoice>& choices);
  double breadth_of(std::uint32_t block, double room);
  double find_breadth(std::uint32_t block, double room);
  double bounded_breadth(std::uint32_t block, double total, double widest, double room) const;
  bool try_to_open(std::uint32_t leaf, Forced forced);
  bool may_open(std::uint32_t leaf, Forced forced);
  double wanted_centre(std::uint32_t leaf) const;
  void find_stretches(std::uint32_t container, double breadth);
  double place_on(Side side, std::uint32_t container, double breadth, double wanted) const;
  void open_within(std::uint32_t container, std::uint32_t leaf, double breadth, double wanted);
  double room_in(std::uint32_t container) const;
  void open_block(std::uint32_t block, double left, double breadth, std::uint32_t row);
  bool fill_row();
  void fill(std::uint32_t leaf);
  void order_segment(const RowSegment& segment);
  void end_row();
  void settle(std::uint32_t item);
  void satisfy(const PlanEdge& edge);
  void close(std::uint32_t block);
  void force();
  void place_item(std::uint32_t item);

  const PlanProblem& problem_;
  // Of the problem, whatever the choices.
  std::vector<std::vector<std::uint32_t>> edges_from_item_;
  std::vector<std::vector<std::uint32_t>> edges_from_block_;
  std::vector<std::vector<std::uint32_t>> edges_into_item_;
  std::vector<std::vector<std::uint32_t>> edges_into_leaf_;  // from outside
  std::vector<std::uint32_t> waits_of_item_;
  std::vector<std::uint32_t> priority_;  // place in the order in which items are taken
  std::vector<std::uint32_t> leaves_;
  std::vector<std::vector<double>> breadths_;  // of a leaf's widest items side by side, by number

  // Of the plan in the making.
  const std::vector<BlockChoice>* choices_ = nullptr;
  FloorPlan plan_;
  std::vector<BlockState> states_;
  std::vector<BlockHindsight> hindsight_;
  std::vector<std::uint32_t> waits_;
  std::vector<std::uint32_t>
      lowest_;                        // below the lowest row of what each item needs; 0 for nothing
  std::vector<std::uint32_t> turns_;  // leaves that are not open yet, in the order of their turns
  std::vector<std::uint32_t> placed_now_;
  std::vector<std::uint32_t> open_leaves_;  // from left to right
  struct Breadth {
    double room = -1;
    double breadth = 0;
  };
  std::vector<Breadth> found_breadths_;  // of each block, for the room that was asked for last
  // Of the container that was asked about last: free stretches that are broad enough.
  std::vector<std::pair<double, double>> stretches_;
  double beyond_ = 0;  // where what fits nowhere begins
  Spreader spreader_;
  std::uint32_t row_ = 0;
};

}  // namespace prereq
