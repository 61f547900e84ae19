#include "view/critical_chain.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/components.hpp"

namespace prereq {
namespace {

bool is_known(const ViewCard& card) { return card.assumed || card.state == CardState::done; }

// Works from the back: what still follows each card is known first.
class CriticalChain {
 public:
  CriticalChain(const Draft& draft, const Roadmap& roadmap)
      : draft_(draft), cards_(draft.view.cards), roadmap_(roadmap) {}

  std::vector<std::uint32_t> find() {
    find_edges();
    onward_.resize(cards_.size());
    for (const std::uint32_t card : dependents_first()) measure(card);
    std::uint32_t first = no_index;
    for (std::uint32_t c = 0; c < cards_.size(); ++c) {
      if (!takes_time(c)) continue;
      if (first == no_index || is_better(onward_[c], onward_[first])) first = c;
    }
    std::vector<std::uint32_t> chain;
    for (std::uint32_t c = first; c != no_index; c = onward_[c].next) chain.push_back(c);
    return chain;
  }

 private:
  struct Onward {
    Hours hours;
    std::uint32_t topics = 0;
    std::uint32_t next = no_index;
  };

  static bool is_better(const Onward& one, const Onward& other) {
    return std::tuple(other.hours, one.topics) < std::tuple(one.hours, other.topics);
  }

  bool is_topic(std::uint32_t card) const { return draft_.topic_of_card[card] != no_index; }
  bool is_passed(std::uint32_t card) const {
    return cards_[card].kind == CardKind::junction || (is_topic(card) && !is_known(cards_[card]));
  }
  Hours hours(std::uint32_t card) const {
    if (!is_topic(card)) return {};
    return roadmap_.topics()[draft_.topic_of_card[card]].hours.midpoint();
  }
  // A chain starts with work.
  bool takes_time(std::uint32_t card) const { return is_passed(card) && hours(card) > Hours(); }

  void find_edges() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const ViewEdge& edge : draft_.view.edges) {
      if (edge.style != EdgeStyle::required) continue;
      if (!is_passed(edge.prerequisite) || !is_passed(edge.dependent)) continue;
      edges.emplace_back(edge.prerequisite, edge.dependent);
    }
    components_ = strong_components(static_cast<std::uint32_t>(cards_.size()), edges);
    dependents_.resize(cards_.size());
    for (const auto& [prerequisite, dependent] : edges) {
      if (components_.of[prerequisite] == components_.of[dependent]) continue;
      dependents_[prerequisite].push_back(dependent);
    }
    for (std::vector<std::uint32_t>& each : dependents_) std::ranges::sort(each);
  }

  // An edge never leads to a higher component.
  std::vector<std::uint32_t> dependents_first() const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t c = 0; c < cards_.size(); ++c) order.push_back(c);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t c) { return components_.of[c]; });
    return order;
  }

  void measure(std::uint32_t card) {
    Onward best;
    for (const std::uint32_t dependent : dependents_[card]) {
      // A way on that takes no time is none: the path ends before it.
      const Onward through{onward_[dependent].hours, onward_[dependent].topics, dependent};
      if (is_better(through, best)) best = through;
    }
    best.hours += hours(card);
    if (is_topic(card)) ++best.topics;
    onward_[card] = best;
  }

  const Draft& draft_;
  const std::vector<ViewCard>& cards_;
  const Roadmap& roadmap_;
  Components components_;
  std::vector<std::vector<std::uint32_t>> dependents_;
  std::vector<Onward> onward_;
};

}  // namespace

std::vector<std::uint32_t> critical_chain(const Draft& draft, const Roadmap& roadmap) {
  return CriticalChain(draft, roadmap).find();
}

}  // namespace prereq
