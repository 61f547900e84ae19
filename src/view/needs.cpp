#include "view/needs.hpp"

#include <utility>

namespace prereq {

Needs::Needs(const Draft& draft, Alternatives alternatives)
    : into_(draft.view.cards.size()), sets_(draft.view.cards.size()) {
  for (const ViewEdge& edge : draft.view.edges) {
    if (edge.style == EdgeStyle::recommended) continue;
    if (edge.style == EdgeStyle::alternative) {
      // What a junction was that is collapsed now says nothing for certain.
      if (draft.view.cards[edge.dependent].kind != CardKind::junction) continue;
      if (alternatives == Alternatives::what_all_need) has_choice_.insert(edge.dependent);
    }
    into_[edge.dependent].push_back(edge.prerequisite);
  }
  gather(draft);
}

// Cards in the order of a walk back along the edges, so that few rounds are needed; what is found
// is right however many there are.
void Needs::gather(const Draft& draft) {
  const std::vector<std::uint32_t> order = prerequisites_first();
  for (bool grows = true; grows;) {
    grows = false;
    for (const std::uint32_t card : order) grows = grow(card, draft) || grows;
  }
}

bool Needs::grow(std::uint32_t card, const Draft& draft) {
  const std::vector<std::uint32_t>& from = into_[card];
  if (from.empty()) return false;
  // An alternative that is not shown could do without.
  if (has_choice_.contains(card)) return !draft.is_cut[card] && sets_.add_common(card, from);
  bool grew = false;
  for (const std::uint32_t each : from) {
    grew = sets_.add_all(card, each) || grew;
    if (sets_.has(card, each)) continue;
    sets_.add(card, each);
    grew = true;
  }
  return grew;
}

std::vector<std::uint32_t> Needs::prerequisites_first() const {
  std::vector<std::uint32_t> order;
  std::vector<bool> seen(into_.size(), false);
  std::vector<std::pair<std::uint32_t, std::size_t>> open;  // a card, and its next edge
  for (std::uint32_t start = 0; start < into_.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    open.emplace_back(start, 0);
    while (!open.empty()) {
      const std::uint32_t card = open.back().first;
      if (open.back().second == into_[card].size()) {
        order.push_back(card);
        open.pop_back();
        continue;
      }
      const std::uint32_t next = into_[card][open.back().second++];
      if (seen[next]) continue;
      seen[next] = true;
      open.emplace_back(next, 0);
    }
  }
  return order;
}

}  // namespace prereq
