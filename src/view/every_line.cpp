// A view as formats take it that have neither pennants nor edges that end at boxes.
#include <utility>

#include "prereq/view.hpp"

namespace prereq {
namespace {

void take_down_pennants(View& view) {
  const auto count = static_cast<std::uint32_t>(view.cards.size());
  for (std::uint32_t c = 0; c < count; ++c) {
    for (ViewPennant& pennant : std::exchange(view.cards[c].pennants, {})) {
      ViewEdge edge;
      edge.prerequisite = c;
      edge.dependent = static_cast<std::uint32_t>(view.cards.size());
      const ViewCard& foot = view.cards[c];
      edge.from = (foot.kind == CardKind::section ? "section:" : "") + foot.id;
      edge.to = pennant.id;
      edge.because = std::move(pennant.because);
      edge.emphasis = pennant.emphasis;
      view.edges.push_back(std::move(edge));
      ViewCard goal;
      goal.kind = CardKind::goal;
      goal.id = std::move(pennant.id);
      goal.title = std::move(pennant.title);
      goal.state = pennant.state;
      goal.emphasis = pennant.emphasis;
      goal.tooltip = std::move(pennant.tooltip);
      goal.label = std::move(pennant.label);
      view.cards.push_back(std::move(goal));
    }
  }
}

void part_edges(View& view) {
  std::vector<ViewEdge> edges;
  for (ViewEdge& edge : view.edges) {
    if (edge.instead_of.empty()) {
      edges.push_back(std::move(edge));
      continue;
    }
    edges.insert(edges.end(), std::make_move_iterator(edge.instead_of.begin()),
                 std::make_move_iterator(edge.instead_of.end()));
  }
  view.edges = std::move(edges);
}

}  // namespace

View with_every_line(View view) {
  part_edges(view);
  take_down_pennants(view);
  return view;
}

}  // namespace prereq
