#include "view/pennants.hpp"

#include <fmt/format.h>

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

ViewPennant pennant_of(ViewCard& goal, ViewEdge& edge) {
  return {.id = std::move(goal.id),
          .title = std::move(goal.title),
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
    card.pennants.push_back(pennant_of(goal, edge));
    keep[edge.dependent] = false;
  }
  for (ViewCard& card : view.cards) name_goals(card);
  keep_cards(draft, std::move(keep));
}

}  // namespace prereq
