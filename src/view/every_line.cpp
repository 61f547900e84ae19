// A view as formats take it that have neither pennants nor edges that end at boxes.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "prereq/view.hpp"

namespace prereq {
namespace {

struct Taken {
  ViewPennant pennant;
  std::uint32_t foot;  // the card that it hung on
  std::string foot_name;
};

std::vector<Taken> take_pennants(View& view) {
  std::vector<Taken> taken;
  for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
    const ViewCard& foot = view.cards[c];
    const std::string name = (foot.kind == CardKind::section ? "section:" : "") + foot.id;
    for (ViewPennant& pennant : std::exchange(view.cards[c].pennants, {})) {
      taken.push_back({std::move(pennant), c, name});
    }
  }
  std::ranges::stable_sort(taken, {}, [](const Taken& each) { return each.pennant.place; });
  return taken;
}

ViewCard card_of(const ViewPennant& pennant) {
  ViewCard goal;
  goal.kind = CardKind::goal;
  goal.id = pennant.id;
  goal.title = pennant.title;
  goal.state = pennant.state;
  goal.emphasis = pennant.emphasis;
  goal.tooltip = pennant.tooltip;
  goal.label = pennant.label;
  return goal;
}

ViewEdge edge_to(const Taken& taken, std::uint32_t goal) {
  ViewEdge edge;
  edge.prerequisite = taken.foot;
  edge.dependent = goal;
  edge.from = taken.foot_name;
  edge.to = taken.pennant.id;
  edge.because = taken.pennant.because;
  edge.emphasis = taken.pennant.emphasis;
  return edge;
}

// The first goal and the end of the last one; where there is none, the first junction or the end.
std::pair<std::size_t, std::size_t> goals_of(const View& view) {
  std::size_t first = view.cards.size();
  std::size_t last = 0;
  std::size_t junction = view.cards.size();
  for (std::size_t c = view.cards.size(); c-- > 0;) {
    if (view.cards[c].kind == CardKind::junction) junction = c;
    if (view.cards[c].kind != CardKind::goal) continue;
    first = c;
    last = std::max(last, c + 1);
  }
  return {std::min(first, junction), std::max(last, std::min(first, junction))};
}

void give_pennants_cards(View& view) {
  const std::vector<Taken> taken = take_pennants(view);
  if (taken.empty()) return;
  std::vector<ViewCard> cards;
  std::vector<ViewEdge> edges;
  std::vector<std::uint32_t> moved_to(view.cards.size());
  const auto add = [&](ViewCard card) {
    cards.push_back(std::move(card));
    return static_cast<std::uint32_t>(cards.size() - 1);
  };
  std::uint32_t place = 0;  // of the next goal
  std::size_t next = 0;     // of the pennants
  const auto add_taken = [&](bool all) {
    for (; next < taken.size() && (all || taken[next].pennant.place == place); ++next, ++place) {
      edges.push_back(edge_to(taken[next], add(card_of(taken[next].pennant))));
    }
  };
  const auto [first, last] = goals_of(view);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (c >= first) add_taken(c >= last);
    if (view.cards[c].kind == CardKind::goal) ++place;
    moved_to[c] = add(std::move(view.cards[c]));
  }
  add_taken(true);
  for (ViewEdge& edge : view.edges) {
    edge.prerequisite = moved_to[edge.prerequisite];
    edge.dependent = moved_to[edge.dependent];
  }
  for (ViewEdge& edge : edges) {
    edge.prerequisite = moved_to[edge.prerequisite];
    view.edges.push_back(std::move(edge));
  }
  view.cards = std::move(cards);
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
  give_pennants_cards(view);
  return view;
}

}  // namespace prereq
