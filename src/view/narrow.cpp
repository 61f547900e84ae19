#include "view/narrow.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace prereq {
namespace {

bool is_junction(const ViewCard& card) { return card.kind == CardKind::junction; }

// Edges out of a junction come after those into it: forwards, inner junctions are met first,
// backwards, outer ones.
void keep_junctions(const View& view, std::vector<bool>& keep) {
  std::vector<bool> fed(view.cards.size(), false);
  for (const ViewEdge& edge : view.edges) {
    const bool inner = is_junction(view.cards[edge.prerequisite]);
    const bool comes = inner ? fed[edge.prerequisite] : keep[edge.prerequisite];
    if (comes) fed[edge.dependent] = true;
  }
  for (std::size_t e = view.edges.size(); e-- > 0;) {
    const ViewEdge& edge = view.edges[e];
    if (!is_junction(view.cards[edge.prerequisite])) continue;
    keep[edge.prerequisite] = fed[edge.prerequisite] && keep[edge.dependent];
  }
}

using Steps = std::vector<std::vector<std::uint32_t>>;

// Marks in `near` what at most `depth` steps reach; a step to a junction is none.
void reach(const View& view, const Steps& steps, const std::vector<std::uint32_t>& from,
           std::uint32_t depth, std::vector<bool>& near) {
  std::vector<std::uint32_t> distance(view.cards.size(), no_index);
  std::deque<std::uint32_t> queue;
  for (const std::uint32_t card : from) {
    distance[card] = 0;
    queue.push_back(card);
  }
  while (!queue.empty()) {
    const std::uint32_t card = queue.front();
    queue.pop_front();
    near[card] = true;
    for (const std::uint32_t next : steps[card]) {
      const std::uint32_t length = is_junction(view.cards[next]) ? 0 : 1;
      const std::uint32_t way = distance[card] + length;
      if (way > depth || way >= distance[next]) continue;
      distance[next] = way;
      if (length == 0) {
        queue.push_front(next);
      } else {
        queue.push_back(next);
      }
    }
  }
}

class CoreTopics {
 public:
  explicit CoreTopics(const Roadmap& roadmap)
      : roadmap_(roadmap), kept_(roadmap.topics().size(), false) {}

  std::vector<bool> find() {
    for (TopicIndex t = 0; t < kept_.size(); ++t) {
      if (roadmap_.topics()[t].level != Level::optional) keep(t);
    }
    for (const Goal& goal : roadmap_.goals()) need_all(goal.requirements);
    while (!open_.empty()) {
      const Topic& topic = roadmap_.topics()[open_.back()];
      open_.pop_back();
      need_all(topic.requirements);
      need_all(topic.corequisites);
    }
    return std::move(kept_);
  }

 private:
  void keep(TopicIndex topic) {
    if (topic == no_index || kept_[topic]) return;
    kept_[topic] = true;
    open_.push_back(topic);
  }

  void need_all(IndexRange entries) {
    for (RequirementIndex i = entries.first; i < entries.last; ++i) need(i);
  }

  // Nesting is bounded by the reader, so recursion is as well.
  void need(RequirementIndex index) {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic) {
      keep(entry.topic);
      return;
    }
    std::uint32_t met = 0;
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      if (is_met(i)) ++met;
    }
    if (met < entry.least) need_all(entry.entries);
  }

  bool is_met(RequirementIndex index) const {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic) return entry.topic == no_index || kept_[entry.topic];
    std::uint32_t met = 0;
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      if (is_met(i)) ++met;
    }
    return met >= entry.least;
  }

  const Roadmap& roadmap_;
  std::vector<bool> kept_;
  std::vector<TopicIndex> open_;
};

// Neighbours say where they stand instead of standing there.
void make_context(View& view, std::size_t card) {
  ViewCard& each = view.cards[card];
  if (each.kind == CardKind::goal || is_junction(each)) return;
  each.context = true;
  each.optional = false;  // its label still says so; one kind of dashes is enough
  if (each.section != no_index) each.detail = "in " + view.sections[each.section].title;
  each.colour = std::exchange(each.section, no_index);
}

// Without edges and junctions that connect context with context.
void leave_context_to_itself(Draft& draft) {
  View& view = draft.view;
  std::vector<std::uint32_t> served = cards_served(view);
  const auto leads_to_context = [&](std::uint32_t card) {
    return view.cards[served[card] == no_index ? card : served[card]].context;
  };
  std::erase_if(view.edges, [&](const ViewEdge& edge) {
    return view.cards[edge.prerequisite].context && leads_to_context(edge.dependent);
  });
  std::erase_if(draft.redundant, [&](const auto& edge) {
    return view.cards[edge.first].context && leads_to_context(edge.second);
  });
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (served[c] == no_index || !view.cards[served[c]].context) continue;
    view.cards[c].context = true;
    view.cards[c].section = no_index;
  }
  keep_cards(draft, std::vector<bool>(view.cards.size(), true));
}

}  // namespace

void keep_cards(Draft& draft, std::vector<bool> keep) {
  View& view = draft.view;
  keep_junctions(view, keep);
  std::vector<std::uint32_t> place(view.cards.size(), no_index);
  Draft kept;
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (!keep[c]) continue;
    place[c] = kept.add_card(std::move(view.cards[c]));
    kept.topic_of_card.back() = draft.topic_of_card[c];
    kept.goal_of_card.back() = draft.goal_of_card[c];
    kept.is_cut.back() = draft.is_cut[c];
  }
  for (ViewEdge& edge : view.edges) {
    edge.prerequisite = place[edge.prerequisite];
    edge.dependent = place[edge.dependent];
    if (edge.prerequisite == no_index && edge.dependent != no_index) {
      kept.is_cut[edge.dependent] = true;
    }
  }
  std::erase_if(view.edges, [](const ViewEdge& edge) {
    return edge.prerequisite == no_index || edge.dependent == no_index;
  });
  const auto move = [&](std::uint32_t& card) { card = card == no_index ? card : place[card]; };
  for (auto& [prerequisite, dependent] : draft.redundant) {
    move(prerequisite);
    move(dependent);
  }
  std::erase_if(draft.redundant,
                [](const auto& edge) { return edge.first == no_index || edge.second == no_index; });
  view.cards = std::move(kept.view.cards);
  draft.topic_of_card = std::move(kept.topic_of_card);
  draft.goal_of_card = std::move(kept.goal_of_card);
  draft.is_cut = std::move(kept.is_cut);
}

std::vector<bool> core_topics(const Roadmap& roadmap) { return CoreTopics(roadmap).find(); }

void keep_topics(Draft& draft, const std::vector<bool>& topics) {
  std::vector<bool> keep;
  for (const TopicIndex t : draft.topic_of_card) keep.push_back(t == no_index || topics[t]);
  keep_cards(draft, std::move(keep));
}

void keep_neighbourhood(Draft& draft, const Neighbourhood& around) {
  View& view = draft.view;
  std::vector<std::uint32_t> centre;
  for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
    const TopicIndex t = draft.topic_of_card[c];
    if (t == no_index || !std::ranges::binary_search(around.centre, t)) continue;
    centre.push_back(c);
    view.cards[c].focus = true;
  }
  Steps up(view.cards.size());
  Steps down(view.cards.size());
  for (const ViewEdge& edge : view.edges) {
    up[edge.dependent].push_back(edge.prerequisite);
    down[edge.prerequisite].push_back(edge.dependent);
  }
  std::vector<bool> near(view.cards.size(), false);
  const std::uint32_t depth = around.depth.value_or(no_index - 1);
  if (around.upstream) reach(view, up, centre, depth, near);
  if (around.downstream) reach(view, down, centre, depth, near);
  for (const std::uint32_t card : centre) near[card] = true;
  keep_cards(draft, std::move(near));
  if (!around.name) {
    // Where there is nothing else, nothing needs to be brought out.
    if (std::ranges::count(view.cards, true, &ViewCard::focus) ==
        static_cast<std::ptrdiff_t>(view.cards.size())) {
      for (ViewCard& card : view.cards) card.focus = false;
    }
    return;
  }
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (!std::exchange(view.cards[c].focus, false)) make_context(view, c);
  }
  leave_context_to_itself(draft);
}

}  // namespace prereq
