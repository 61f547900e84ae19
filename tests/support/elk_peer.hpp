// What ELK's layered algorithm makes of the cards, sections and edges of drawings. It is written in
// JavaScript and comes from npm: tests/elk has it installed, and runs it.
#pragma once

#include <span>
#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq::testing {

struct ElkTask {
  const View* view;
  const Drawing* ours;  // whose cards' and titles' sizes it gets
};

// One drawing a task. Edges are ELK's usual ones, of straight pieces with right angles; one that
// ends at a section's box is given as such. Throws std::runtime_error if it fails, or is not
// installed.
std::vector<Drawing> draw_with_elk(std::span<const ElkTask> tasks);

}  // namespace prereq::testing
