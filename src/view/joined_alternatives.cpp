// The first junction of each topic takes over the lines of its others.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "prereq/view.hpp"
#include "view/draft.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_lines_of_alternatives = 20'000;

bool is_junction(const View& view, std::uint32_t card) {
  return view.cards[card].kind == CardKind::junction;
}

class AlternativesJoiner {
 public:
  explicit AlternativesJoiner(View& view)
      : view_(view),
        served_(cards_served(view)),
        first_(view.cards.size(), no_index),
        count_(view.cards.size(), 0) {
    for (std::uint32_t c = 0; c < served_.size(); ++c) {
      if (served_[c] == no_index || !is_junction(view, c)) continue;
      first_[served_[c]] = std::min(first_[served_[c]], c);
      ++count_[served_[c]];
    }
  }

  // False, and nothing is changed, if no topic has several junctions.
  bool join() {
    if (std::ranges::all_of(count_, [](std::uint32_t count) { return count < 2; })) return false;
    join_edges();
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      if (count_[c] > 1) view_.cards[first_[c]].title = fmt::format("{} choices", count_[c]);
    }
    leave_out_others();
    return true;
  }

 private:
  // The junction that stands for this one; the card itself if it is none.
  std::uint32_t stands_for(std::uint32_t card) const {
    const bool is_joined = is_junction(view_, card) && served_[card] != no_index;
    return is_joined ? first_[served_[card]] : card;
  }

  void join_edges() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    std::vector<ViewEdge> edges;
    for (ViewEdge& edge : view_.edges) {
      const bool at_junction =
          is_junction(view_, edge.prerequisite) || is_junction(view_, edge.dependent);
      edge.prerequisite = stands_for(edge.prerequisite);
      edge.dependent = stands_for(edge.dependent);
      if (edge.prerequisite == edge.dependent) continue;
      if (at_junction && !seen.emplace(edge.prerequisite, edge.dependent).second) continue;
      edges.push_back(std::move(edge));
    }
    view_.edges = std::move(edges);
  }

  void leave_out_others() {
    std::vector<std::uint32_t> number(view_.cards.size());
    std::vector<ViewCard> cards;
    for (std::uint32_t c = 0; c < number.size(); ++c) {
      if (stands_for(c) != c) continue;
      number[c] = static_cast<std::uint32_t>(cards.size());
      cards.push_back(std::move(view_.cards[c]));
    }
    view_.cards = std::move(cards);
    for (ViewEdge& edge : view_.edges) {
      edge.prerequisite = number[edge.prerequisite];
      edge.dependent = number[edge.dependent];
    }
  }

  View& view_;
  std::vector<std::uint32_t> served_;
  std::vector<std::uint32_t> first_;  // by card: the first junction that serves it
  std::vector<std::uint32_t> count_;  // and how many do
};

}  // namespace

std::optional<View> with_joined_alternatives(const View& view) {
  const auto leads_to_junction = [&](const ViewEdge& edge) {
    return is_junction(view, edge.dependent);
  };
  const auto lines = std::ranges::count_if(view.edges, leads_to_junction);
  if (static_cast<std::size_t>(lines) <= most_lines_of_alternatives) return std::nullopt;
  View joined = view;
  if (!AlternativesJoiner(joined).join()) return std::nullopt;
  joined.problems.emplace_back(joined_alternatives_words);
  return joined;
}

}  // namespace prereq
