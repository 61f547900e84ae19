#include "arrange/plan.hpp"

namespace prereq {
namespace {

// Goals stand in a box of their own, without border or title, so that they end the picture
// together; so do topics without a section.
LayeringProblem layering_problem(const View& view, const ArrangementPlan& plan,
                                 const ArrangeOptions& options) {
  const bool down = options.direction == Direction::down;
  LayeringProblem problem;
  problem.titles_take_rows = down;
  problem.item_gap_px = Spacing::between_cards;
  problem.box_padding_px = Spacing::box_padding;
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    problem.boxes.push_back({view.sections[s].parent, plan.titles[s].width});
  }
  const auto goals = static_cast<std::uint32_t>(problem.boxes.size());
  problem.boxes.push_back({no_index, 0});
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const Box& box = plan.cards[c].box;
    const bool goal = view.cards[c].kind == CardKind::goal;
    problem.items.push_back({down ? box.width : box.height, down ? box.height : box.width,
                             goal ? goals : view.cards[c].section});
  }
  // What only helps still reads best from above, but must not turn a need around.
  for (const bool needed : {true, false}) {
    for (const ViewEdge& edge : view.edges) {
      if ((edge.style != EdgeStyle::recommended) == needed) {
        problem.edges.emplace_back(edge.prerequisite, edge.dependent);
      }
    }
  }
  if (options.max_width_px && down) {
    problem.max_breadth_px = *options.max_width_px - 2 * Spacing::page_margin;
  }
  return problem;
}

}  // namespace

ArrangementPlan plan_arrangement(const View& view, const ArrangeOptions& options) {
  ArrangementPlan plan;
  plan.direction = options.direction;
  for (const ViewCard& card : view.cards) plan.cards.push_back(measure_card(card));
  for (const ViewSection& section : view.sections) {
    plan.titles.push_back(measure_section_title(section));
  }
  plan.layering = layer(layering_problem(view, plan, options));
  return plan;
}

}  // namespace prereq
