// What has to be placed, in the words of the method: items, blocks and what must stand above what.
//
// Everything is told along two axes. "Depth" is where the arrows point: down, or to the right;
// "breadth" is along a row. An item is a card. A block is what stands together: a section, or cards
// without one. Blocks nest and make a tree, whose root is the page; only its leaves hold items.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "arrange/measure.hpp"
#include "prereq/arrange.hpp"
#include "prereq/view.hpp"

namespace prereq {

// Distances in px that planning, Graphviz and dressing agree on.
struct Spacing {
  // Least distance between two things of a row as Graphviz sees them; others are multiples of it.
  static constexpr double unit = 8;
  static constexpr double between_cards = 2 * unit;
  static constexpr double between_boxes = 2 * unit;
  static constexpr double box_padding = unit + 1;  // a border is a point of 2 px
  // What a line that passes a row takes of it.
  static constexpr double passing_line = 1.5 * unit;
  static constexpr double between_rows = 26;
  static constexpr double between_columns = 46;  // rows of a picture that runs to the right
  // Beside titles, for lines that pass and for faces that run wider than the one measured.
  static constexpr double title_clearance = 4;
  static constexpr double below_title = 9;
  static constexpr double page_margin = 16;
  // Graphviz lets lines touch what they pass: cards are this much taller to it, above and below.
  static constexpr double card_clearance = 4;
};

struct PlanItem {
  double breadth = 0;
  double depth = 0;
  std::uint32_t block = 0;  // the leaf that it stands in
  bool joined = false;      // has an edge
};

struct PlanBlock {
  std::uint32_t parent = no_index;   // a lower number; none for the page, which is number 0
  std::uint32_t section = no_index;  // none for a block that is not drawn
  double title_breadth = 0;          // 0 for none
  double title_depth = 0;
  std::vector<std::uint32_t> items;   // of a leaf, in order of declaration
  std::vector<std::uint32_t> blocks;  // of any other, likewise
  bool is_leaf() const { return blocks.empty(); }
  bool is_drawn() const { return section != no_index; }
};

// An end of an edge: an item, or a block's box.
struct PlanEnd {
  std::uint32_t item = no_index;
  std::uint32_t block = no_index;
};

struct PlanEdge {
  PlanEnd upper;
  PlanEnd lower;
};

struct PlanProblem {
  std::vector<PlanItem> items;    // parallel to View::cards
  std::vector<PlanBlock> blocks;  // parents first
  std::vector<PlanEdge> edges;    // without most that would close a cycle: an edge of a box counts
                                  // for its first item there
  std::vector<std::uint32_t> block_of_section;  // no_index for a section of which nothing is shown
  double most_breadth = std::numeric_limits<double>::infinity();
  double most_depth = std::numeric_limits<double>::infinity();
  bool titles_take_rows = true;
  double row_gap = Spacing::between_rows;
};

// O(V + E).
PlanProblem make_plan_problem(const View& view, const std::vector<DrawnCard>& cards,
                              const std::vector<MeasuredTitle>& titles,
                              const ArrangeOptions& options);

}  // namespace prereq
