// Everything that is decided before Graphviz is asked: how large each card is, what stands on each
// row, and in which order.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "arrange/measure.hpp"
#include "arrange/plan/floor_plan.hpp"
#include "prereq/arrange.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class SlotKind : std::uint8_t {
  card,
  title,        // of a section
  left_border,  // of a section's box, on each of its rows
  right_border,
  door,  // where edges enter or leave a section's box
  pass,  // where the line of an edge passes the row
};

// One place in a row.
struct Slot {
  SlotKind kind = SlotKind::card;
  std::uint32_t index = 0;   // of the card, section or edge
  double centre = 0;         // along the row, as sketched
  bool is_entrance = false;  // of a door
};

// The rows that a section's box reaches over.
struct SectionRows {
  std::uint32_t first = no_index;  // no_index for a section that is not drawn
  std::uint32_t last = 0;
  bool is_drawn() const { return first != no_index; }
};

struct PagePlan {
  Direction direction = Direction::down;
  std::vector<DrawnCard> cards;       // at the origin, parallel to View::cards
  std::vector<MeasuredTitle> titles;  // at the origin, parallel to View::sections
  // From the first row to the last; within it from left to right, or from top to bottom in a
  // picture that runs to the right.
  std::vector<std::vector<Slot>> rows;
  std::vector<std::uint32_t> row_of_card;
  std::vector<std::uint32_t> block_of_card;  // cards of one block may change places on a row
  std::vector<SectionRows> rows_of_section;
  // Whether titles are slots on rows; else they stand along the upper border of their box.
  bool titles_take_rows = true;
  // How strongly the page is pulled together along its rows; 0 for a page of any breadth.
  int pull = 0;
  double most_breadth = 0;  // of the page; infinite for none
};

inline constexpr int strongest_pull = 1000;

// How many units (Spacing) have to be between two neighbours of a row: cards, and boxes, keep two
// from one another, and one from borders and lines.
int units_between(const Slot& before, const Slot& slot);

// What the plan takes along its rows at least, with the borders of sections straight. O(slots) for
// each time that sections push each other on.
double least_breadth(const PagePlan& plan);

PagePlan plan_page(const View& view, const ArrangeOptions& options);

// The same with another floor plan, and without slots where edges pass rows.
using FloorPlanFunction = std::function<FloorPlan(const PlanProblem&)>;
PagePlan plan_page_by(const FloorPlanFunction& find_floor, const View& view,
                      const ArrangeOptions& options);

}  // namespace prereq
