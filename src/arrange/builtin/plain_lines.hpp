// Lines of prereq's own layout: past each row through the gap that is nearest to the straight way.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/builtin/along_rows.hpp"
#include "arrange/dress/rows.hpp"
#include "arrange/place/placement.hpp"
#include "prereq/view.hpp"

namespace prereq {

// Where a line is on each row from its upper end to its lower one; on none if it is left out.
struct PlainLine {
  std::uint32_t upper_row = 0;
  std::vector<double> along;
  bool leads_up = false;  // the dependent is the upper end
};

// Which lines are led, by edge: the shortest ones, as long as they take no more than `most_places`
// all together. A line takes a place on each row from one end to the other. O(E log E).
std::vector<bool> lines_that_fit(const View& view, const PagePlan& plan, std::size_t most_places);

// Parallel to View::edges; never through a card or a title. O(rows passed x log of what stands on
// one).
std::vector<PlainLine> lead_plain_lines(const View& view, const PagePlan& plan,
                                        const AlongRows& along, const std::vector<bool>& is_led);

// Without a curve where the line is left out. Requires: the rows have their places.
std::vector<DrawnEdge> draw_plain_lines(const View& view, const PagePlan& plan,
                                        const std::vector<PlainLine>& lines,
                                        const std::vector<RowBand>& rows,
                                        const Placement& placement);

}  // namespace prereq
