#include "view/draft.hpp"

#include <algorithm>
#include <utility>

#include "view/card_sets.hpp"

namespace prereq {

std::uint32_t Draft::add_topic_card(ViewCard card, TopicIndex topic) {
  const std::uint32_t index = add_card(std::move(card));
  topic_of_card[index] = topic;
  return index;
}

std::uint32_t Draft::add_goal_card(ViewCard card, GoalIndex goal) {
  const std::uint32_t index = add_card(std::move(card));
  goal_of_card[index] = goal;
  return index;
}

std::uint32_t Draft::add_card(ViewCard card) {
  view.cards.push_back(std::move(card));
  topic_of_card.push_back(no_index);
  goal_of_card.push_back(no_index);
  is_cut.push_back(false);
  return static_cast<std::uint32_t>(view.cards.size() - 1);
}

namespace {

constexpr std::size_t most_cards_to_reduce = 10'000;

using Neighbours = std::vector<std::vector<std::uint32_t>>;

// Every card after those that lead to it; cards on a cycle are missing.
std::vector<std::uint32_t> in_order(const Neighbours& into, const Neighbours& out_of) {
  std::vector<std::size_t> waiting;
  for (const auto& each : into) waiting.push_back(each.size());
  std::vector<std::uint32_t> order;
  for (std::uint32_t c = 0; c < into.size(); ++c) {
    if (waiting[c] == 0) order.push_back(c);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const std::uint32_t c : out_of[order[next]]) {
      if (--waiting[c] == 0) order.push_back(c);
    }
  }
  return order;
}

}  // namespace

void say_sections(ViewEdge& edge, const RequirementOrigin& origin) {
  edge.prerequisite_section = origin.named;
  edge.dependent_section = origin.said_by;
}

// Edges out of a junction come after those into it, so from the back outer ones are met first.
std::vector<std::uint32_t> cards_served(const View& view) {
  std::vector<std::uint32_t> served(view.cards.size(), no_index);
  for (std::size_t e = view.edges.size(); e-- > 0;) {
    const ViewEdge& edge = view.edges[e];
    if (view.cards[edge.prerequisite].kind != CardKind::junction) continue;
    const bool outer = view.cards[edge.dependent].kind == CardKind::junction;
    served[edge.prerequisite] = outer ? served[edge.dependent] : edge.dependent;
  }
  return served;
}

void reduce_edges(Draft& draft, bool only_goals) {
  View& view = draft.view;
  if (view.cards.size() > most_cards_to_reduce) return;
  const auto goal = std::ranges::find(view.cards, CardKind::goal, &ViewCard::kind);
  if (only_goals && goal == view.cards.end()) return;
  Neighbours into(view.cards.size());
  Neighbours out_of(view.cards.size());
  for (const ViewEdge& edge : view.edges) {
    if (edge.style != EdgeStyle::required) continue;
    into[edge.dependent].push_back(edge.prerequisite);
    out_of[edge.prerequisite].push_back(edge.dependent);
  }
  // What leads to each card, first through others alone.
  CardSets before(view.cards.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> redundant;
  for (const std::uint32_t card : in_order(into, out_of)) {
    for (const std::uint32_t prerequisite : into[card]) before.add_all(card, prerequisite);
    for (const std::uint32_t prerequisite : into[card]) {
      if (before.has(card, prerequisite)) redundant.emplace_back(prerequisite, card);
    }
    for (const std::uint32_t prerequisite : into[card]) before.add(card, prerequisite);
  }
  std::ranges::sort(redundant);
  std::erase_if(view.edges, [&](const ViewEdge& edge) {
    const std::pair ends(edge.prerequisite, edge.dependent);
    const bool may_go = !only_goals || view.cards[edge.dependent].kind == CardKind::goal;
    const bool goes =
        edge.style == EdgeStyle::required && may_go && std::ranges::binary_search(redundant, ends);
    if (goes) draft.redundant.push_back(ends);
    return goes;
  });
}

}  // namespace prereq
