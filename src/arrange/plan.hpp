// Everything that is decided before Graphviz is asked: sizes and rows.
#pragma once

#include <vector>

#include "arrange/layering.hpp"
#include "arrange/measure.hpp"
#include "arrange/plan/problem.hpp"
#include "prereq/arrange.hpp"

namespace prereq {

struct ArrangementPlan {
  Direction direction = Direction::down;
  bool has_page = false;                   // of a width to keep to
  std::vector<DrawnCard> cards;            // at the origin, parallel to View::cards
  std::vector<MeasuredTitle> titles;       // at the origin, parallel to View::sections
  std::vector<std::uint32_t> box_of_card;  // into the layering's boxes
  Layering layering;
  // How many rows edges pass between their ends, all together: what Graphviz's time goes with.
  std::size_t passed_rows = 0;
  // What laying out has to deal with: cards, and edges in each row that they pass.
  std::size_t pieces() const { return cards.size() + passed_rows; }
};

ArrangementPlan plan_arrangement(const View& view, const ArrangeOptions& options);

// Rows as narrow as a page are no good to anyone where edges pass more of them than this; they also
// take Graphviz minutes.
inline constexpr std::size_t most_passed_rows = 16'000;

// On a page of any width if that is so.
ArrangementPlan plan_feasible_arrangement(const View& view, const ArrangeOptions& options);

// Gives the title of a section that has cards a place among those of its first row.
void reserve_title(const View& view, ArrangementPlan& plan, std::size_t section);

}  // namespace prereq
