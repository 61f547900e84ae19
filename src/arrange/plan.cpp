#include "arrange/plan.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr double title_wrap_px = 190;
constexpr std::size_t most_cards_in_bands = 1000;  // on a page of any width
constexpr double first_column_px = 125;            // of a picture that runs to the right
constexpr std::size_t most_title_lines_in_column = 4;

// A junction stands with what it leads to, so that those of goals are among the goals.
std::vector<std::uint32_t> box_of_cards(const View& view, std::uint32_t goals) {
  std::vector<std::uint32_t> boxes;
  for (const ViewCard& card : view.cards) {
    boxes.push_back(card.kind == CardKind::goal ? goals : card.section);
  }
  // Edges out of a junction come after those into it, so from the back outer ones are met first.
  for (std::size_t e = view.edges.size(); e-- > 0;) {
    const ViewEdge& edge = view.edges[e];
    if (view.cards[edge.prerequisite].kind == CardKind::junction) {
      boxes[edge.prerequisite] = boxes[edge.dependent];
    }
  }
  return boxes;
}

bool has_sections(const View& view) {
  return std::ranges::any_of(view.cards, [](const auto& card) { return card.section != no_index; });
}

// Goals stand in a box of their own, without border or title, so that they end the picture
// together, and sections that are only lists of links stand beside them.
LayeringProblem layering_problem(const View& view, const ArrangementPlan& plan,
                                 const ArrangeOptions& options) {
  const bool down = options.direction == Direction::down;
  LayeringProblem problem;
  problem.titles_take_rows = down;
  const bool small = has_sections(view) && view.cards.size() <= most_cards_in_bands;
  problem.in_bands = down && (options.max_width_px || small);
  problem.item_gap_px = Spacing::between_cards;
  problem.box_padding_px = Spacing::box_padding;
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    problem.boxes.push_back({view.sections[s].parent, plan.titles[s].width});
  }
  const auto goals = static_cast<std::uint32_t>(problem.boxes.size());
  problem.boxes.push_back({no_index, 0, true});
  for (const ViewCard& card : view.cards) {
    if (card.kind == CardKind::links) problem.boxes[card.section].ends_picture = true;
  }
  const std::vector<std::uint32_t> boxes = box_of_cards(view, goals);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const Box& box = plan.cards[c].box;
    problem.items.push_back(
        {down ? box.width : box.height, down ? box.height : box.width, boxes[c]});
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

// Titles stand in the margin above the cards of a picture that runs to the right: in one line where
// the section is wide, in more where it is a single column.
void fit_titles_to_columns(const View& view, ArrangementPlan& plan) {
  constexpr double further_column_px = 150;
  struct Columns {
    std::uint32_t first = no_index;
    std::uint32_t last = 0;
  };
  std::vector<Columns> columns(view.sections.size());
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const std::uint32_t column = plan.layering.row_of_item[c];
    for (auto s = view.cards[c].section; s != no_index; s = view.sections[s].parent) {
      columns[s].first = std::min(columns[s].first, column);
      columns[s].last = std::max(columns[s].last, column);
    }
  }
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    if (columns[s].first == no_index) continue;
    const std::uint32_t further = columns[s].last - columns[s].first;
    plan.titles[s] =
        measure_section_title(view.sections[s], first_column_px + further * further_column_px,
                              further == 0 ? most_title_lines_in_column : 1);
  }
}

std::size_t count_passed_rows(const View& view, const Layering& layering) {
  std::size_t passed = 0;
  for (const ViewEdge& edge : view.edges) {
    const std::uint32_t a = layering.row_of_item[edge.prerequisite];
    const std::uint32_t b = layering.row_of_item[edge.dependent];
    const std::uint32_t rows = std::max(a, b) - std::min(a, b);
    if (rows > 1) passed += rows - 1;
  }
  return passed;
}

}  // namespace

ArrangementPlan plan_arrangement(const View& view, const ArrangeOptions& options) {
  ArrangementPlan plan;
  plan.direction = options.direction;
  plan.has_page = options.max_width_px.has_value();
  for (const ViewCard& card : view.cards) plan.cards.push_back(measure_card(card));
  for (const ViewSection& section : view.sections) {
    plan.titles.push_back(measure_section_title(section, title_wrap_px, 2));
  }
  const LayeringProblem problem = layering_problem(view, plan, options);
  for (const LayeringItem& item : problem.items) {
    const bool boxed = item.box != no_index;
    plan.box_of_card.push_back(boxed ? item.box : static_cast<std::uint32_t>(problem.boxes.size()));
  }
  plan.layering = layer(problem);
  if (options.direction == Direction::right) fit_titles_to_columns(view, plan);
  plan.passed_rows = count_passed_rows(view, plan.layering);
  return plan;
}

ArrangementPlan plan_feasible_arrangement(const View& view, const ArrangeOptions& options) {
  ArrangementPlan plan = plan_arrangement(view, options);
  if (plan.passed_rows <= most_passed_rows || !plan.has_page) return plan;
  ArrangeOptions unbounded = options;
  unbounded.max_width_px.reset();
  return plan_arrangement(view, unbounded);
}

void reserve_title(const View& view, ArrangementPlan& plan, std::size_t section) {
  std::uint32_t first = no_index;
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    for (auto s = view.cards[c].section; s != no_index; s = view.sections[s].parent) {
      if (s == section) first = std::min(first, plan.layering.row_of_item[c]);
    }
  }
  plan.layering.row_of_title[section] = first;
  plan.titles[section] =
      measure_section_title(view.sections[section], first_column_px, most_title_lines_in_column);
}

}  // namespace prereq
