#include "view/pennants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "view/narrow.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

bool has_foot(const ViewCard& card) {
  return card.kind == CardKind::topic || card.kind == CardKind::milestone ||
         card.kind == CardKind::section;
}

ViewPennant pennant_of(ViewCard& goal, std::uint32_t place, ViewEdge& edge) {
  return {.id = std::move(goal.id),
          .title = std::move(goal.title),
          .place = place,
          .state = goal.state,
          .emphasis = goal.emphasis,
          .because = std::move(edge.because),
          .tooltip = std::move(goal.tooltip),
          .label = std::move(goal.label)};
}

void name_goals(ViewCard& card) {
  if (card.pennants.empty()) return;
  std::vector<std::string> titles;
  for (const ViewPennant& pennant : card.pennants) titles.push_back(pennant.title);
  card.label += fmt::format(" Reaches the {} {}.", titles.size() == 1 ? "goal" : "goals",
                            join_words(titles, " and "));
}

}  // namespace

void hang_pennants(Draft& draft) {
  View& view = draft.view;
  std::vector<std::uint32_t> edges_into(view.cards.size(), 0);
  for (const ViewEdge& edge : view.edges) ++edges_into[edge.dependent];
  std::vector<std::uint32_t> places(view.cards.size(), 0);
  std::uint32_t goals = 0;
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (view.cards[c].kind == CardKind::goal) places[c] = goals++;
  }
  std::vector<bool> keep(view.cards.size(), true);
  for (ViewEdge& edge : view.edges) {
    ViewCard& goal = view.cards[edge.dependent];
    ViewCard& card = view.cards[edge.prerequisite];
    if (goal.kind != CardKind::goal || draft.is_cut[edge.dependent]) continue;
    if (edges_into[edge.dependent] != 1 || edge.style != EdgeStyle::required || edge.both_ways ||
        edge.ends_at_box() || !has_foot(card)) {
      continue;
    }
    // Edges to goals are in order of the goals, and so are the pennants of a card.
    card.pennants.push_back(pennant_of(goal, places[edge.dependent], edge));
    keep[edge.dependent] = false;
  }
  if (std::ranges::find(keep, false) == keep.end()) return;
  for (ViewCard& card : view.cards) name_goals(card);
  keep_cards(draft, std::move(keep));
}

}  // namespace prereq
