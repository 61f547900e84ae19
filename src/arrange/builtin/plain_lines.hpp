// Lines of prereq's own layout: past each row through the gap that is nearest to the straight way.
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/builtin/along_rows.hpp"
#include "arrange/dress/rows.hpp"
#include "arrange/place/placement.hpp"
#include "prereq/view.hpp"

namespace prereq {

// Where a line is on each row from its upper end to its lower one.
struct PlainLine {
  std::uint32_t upper_row = 0;
  std::vector<double> along;
  bool leads_up = false;  // the dependent is the upper end
};

// Parallel to View::edges; never through a card or a title. O(rows passed x log of what stands on
// one).
std::vector<PlainLine> lead_plain_lines(const View& view, const PagePlan& plan,
                                        const AlongRows& along);

// Requires: the rows have their places.
std::vector<DrawnEdge> draw_plain_lines(const View& view, const PagePlan& plan,
                                        const std::vector<PlainLine>& lines,
                                        const std::vector<RowBand>& rows,
                                        const Placement& placement);

}  // namespace prereq
