#include "view/box_edges.hpp"

#include <algorithm>
#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "view/emphasize.hpp"
#include "view/needs.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_cards_to_join = 10'000;

bool is_one_topic(const ViewCard& card) {
  return card.kind == CardKind::topic || card.kind == CardKind::milestone;
}

// Ends of an edge as it would be drawn; no_index for the other kind of end.
struct Ends {
  std::uint32_t prerequisite_section = no_index;
  std::uint32_t dependent_section = no_index;
  std::uint32_t prerequisite = no_index;
  std::uint32_t dependent = no_index;
  EdgeStyle style = EdgeStyle::required;

  auto operator<=>(const Ends&) const = default;
};

struct Joined {
  Ends ends;
  bool prerequisites_optional_too = false;
  bool dependents_optional_too = false;
  std::vector<std::uint32_t> edges;  // in order
};

// The topics of each section, those of inner ones too, and the sections around each card.
class Boxes {
 public:
  Boxes(const View& view, const std::vector<bool>& whole)
      : view_(view), whole_(whole), topics_(view.sections.size()) {
    for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
      if (!is_one_topic(view.cards[c])) continue;
      for (const std::uint32_t s : sections_around(c)) topics_[s].push_back(c);
    }
  }

  // Those that "all topics" of the section means.
  std::vector<std::uint32_t> topics_in(std::uint32_t section, bool optional_too) const {
    std::vector<std::uint32_t> cards = topics_[section];
    if (!optional_too) {
      std::erase_if(cards, [&](std::uint32_t c) { return view_.cards[c].optional; });
    }
    return cards;
  }

  bool hold_several(std::uint32_t section, bool optional_too) const {
    std::size_t count = 0;
    for (const std::uint32_t c : topics_[section]) {
      if ((optional_too || !view_.cards[c].optional) && ++count > 1) return true;
    }
    return false;
  }

  // Sections around one card, but not around the other, at whose boxes edges may end.
  std::vector<std::uint32_t> between(std::uint32_t card, std::uint32_t other) const {
    if (!is_one_topic(view_.cards[card])) return {};
    std::vector<std::uint32_t> boxes = sections_around(card);
    const std::vector<std::uint32_t> others = sections_around(other);
    std::erase_if(boxes, [&](std::uint32_t s) {
      return !whole_[s] || std::ranges::find(others, s) != others.end();
    });
    return boxes;
  }

 private:
  // Outermost last.
  std::vector<std::uint32_t> sections_around(std::uint32_t card) const {
    std::vector<std::uint32_t> sections;
    for (auto s = view_.cards[card].section; s != no_index; s = view_.sections[s].parent) {
      sections.push_back(s);
    }
    return sections;
  }

  const View& view_;
  const std::vector<bool>& whole_;
  std::vector<std::vector<std::uint32_t>> topics_;
};

// Puts edges that end at boxes in the place of the edges that they stand for.
class BoxEdgeWriter {
 public:
  BoxEdgeWriter(View& view, const Boxes& boxes) : view_(view), boxes_(boxes) {}

  // Each in the place of its first edge, if at least so many are left to it by those before it.
  void write(std::vector<Joined> found, std::size_t least) {
    std::vector<bool> taken(view_.edges.size(), false);
    std::map<std::uint32_t, const Joined*> at;
    for (Joined& joined : found) {
      std::erase_if(joined.edges, [&](std::uint32_t e) { return taken[e]; });
      if (joined.edges.size() < least) continue;
      for (const std::uint32_t e : joined.edges) taken[e] = true;
      at[joined.edges.front()] = &joined;
    }
    if (at.empty()) return;
    std::vector<ViewEdge> edges;
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
      if (const auto here = at.find(e); here != at.end()) edges.push_back(drawn_for(*here->second));
      if (!taken[e]) edges.push_back(std::move(view_.edges[e]));
    }
    view_.edges = std::move(edges);
  }

 private:
  ViewEdge drawn_for(const Joined& joined) {
    const Ends& ends = joined.ends;
    const ViewEdge& first = view_.edges[joined.edges.front()];
    ViewEdge edge;
    edge.prerequisite =
        first_card(ends.prerequisite_section, ends.prerequisite, joined.prerequisites_optional_too);
    edge.dependent =
        first_card(ends.dependent_section, ends.dependent, joined.dependents_optional_too);
    edge.style = ends.style;
    edge.prerequisite_section = ends.prerequisite_section;
    edge.dependent_section = ends.dependent_section;
    edge.prerequisites_optional_too = joined.prerequisites_optional_too;
    edge.dependents_optional_too = joined.dependents_optional_too;
    edge.from = name_of(ends.prerequisite_section, first.from);
    edge.to = name_of(ends.dependent_section, first.to);
    std::set<std::string> reasons;
    for (const std::uint32_t e : joined.edges) {
      edge.emphasis = stronger(edge.emphasis, view_.edges[e].emphasis);
      const std::string& because = view_.edges[e].because;
      if (!because.empty() && reasons.insert(because).second) {
        edge.because += (edge.because.empty() ? "" : "; ") + because;
      }
    }
    for (const std::uint32_t e : joined.edges) {
      edge.instead_of.push_back(e == joined.edges.front() ? first : std::move(view_.edges[e]));
      edge.instead_of.back().prerequisite_section = no_index;
      edge.instead_of.back().dependent_section = no_index;
    }
    return edge;
  }

  std::uint32_t first_card(std::uint32_t section, std::uint32_t card, bool optional_too) const {
    return section == no_index ? card : boxes_.topics_in(section, optional_too).front();
  }

  std::string name_of(std::uint32_t section, const std::string& card) const {
    return section == no_index ? card : "section:" + view_.sections[section].id;
  }

  View& view_;
  const Boxes& boxes_;
};

bool may_end_at_box(const View& view, const ViewEdge& edge) {
  return edge.style != EdgeStyle::alternative && !edge.both_ways && !edge.in_cycle &&
         view.cards[edge.prerequisite].kind != CardKind::junction &&
         view.cards[edge.dependent].kind != CardKind::junction;
}

// What the author says of sections: all edges of one statement, and others between the same cards.
std::vector<Joined> said_of_sections(const View& view, const Boxes& boxes) {
  std::map<Ends, std::vector<std::uint32_t>> said;
  for (std::uint32_t e = 0; e < view.edges.size(); ++e) {
    const ViewEdge& edge = view.edges[e];
    if (!edge.ends_at_box()) continue;
    const std::uint32_t from = edge.prerequisite_section;
    const std::uint32_t to = edge.dependent_section;
    said[{from, to, from == no_index ? edge.prerequisite : no_index,
          to == no_index ? edge.dependent : no_index, edge.style}]
        .push_back(e);
  }
  if (said.empty()) return {};
  for (std::uint32_t e = 0; e < view.edges.size(); ++e) {
    const ViewEdge& edge = view.edges[e];
    if (edge.ends_at_box() || !may_end_at_box(view, edge)) continue;
    auto before = boxes.between(edge.prerequisite, edge.dependent);
    auto after = boxes.between(edge.dependent, edge.prerequisite);
    if (view.cards[edge.prerequisite].optional) before.clear();
    before.push_back(no_index);
    after.push_back(no_index);
    bool is_said = false;
    for (const std::uint32_t from : before) {
      for (const std::uint32_t to : after) {
        const auto at = said.find({from, to, from == no_index ? edge.prerequisite : no_index,
                                   to == no_index ? edge.dependent : no_index, edge.style});
        if (at == said.end() || is_said) continue;
        at->second.push_back(e);
        is_said = true;
      }
    }
  }
  std::vector<Joined> found;
  for (auto& [ends, edges] : said) {
    std::ranges::sort(edges);
    found.push_back({ends, false, true, std::move(edges)});
  }
  return found;
}

class EdgeJoiner {
 public:
  EdgeJoiner(Draft& draft, const Boxes& boxes)
      : view_(draft.view),
        boxes_(boxes),
        needs_(draft),
        may_need_(draft, Alternatives::what_any_needs) {
    for (const ViewEdge& edge : view_.edges) {
      said_.emplace(edge.prerequisite, edge.dependent, edge.style);
    }
  }

  void join() {
    std::map<Ends, std::vector<std::uint32_t>> candidates;
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) add_candidates_of(e, candidates);
    std::vector<Joined> found;
    for (const auto& [ends, edges] : candidates) {
      if (edges.size() < 2) continue;
      if (auto joined = joined_by(ends, edges)) found.push_back(*std::move(joined));
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const Joined& each) { return each.edges.size(); });
    BoxEdgeWriter(view_, boxes_).write(std::move(found), 2);
  }

 private:
  bool may_be_joined(const ViewEdge& edge) const {
    return !edge.ends_at_box() && may_end_at_box(view_, edge);
  }

  void add_candidates_of(std::uint32_t index,
                         std::map<Ends, std::vector<std::uint32_t>>& candidates) const {
    const ViewEdge& edge = view_.edges[index];
    if (!may_be_joined(edge)) return;
    const auto before = boxes_.between(edge.prerequisite, edge.dependent);
    const auto after = boxes_.between(edge.dependent, edge.prerequisite);
    for (const std::uint32_t s : before) {
      candidates[{s, no_index, no_index, edge.dependent, edge.style}].push_back(index);
    }
    for (const std::uint32_t s : after) {
      candidates[{no_index, s, edge.prerequisite, no_index, edge.style}].push_back(index);
    }
    for (const std::uint32_t from : before) {
      for (const std::uint32_t to : after) {
        candidates[{from, to, no_index, no_index, edge.style}].push_back(index);
      }
    }
  }

  std::optional<Joined> joined_by(const Ends& ends, const std::vector<std::uint32_t>& edges) const {
    for (const bool optional_too : {true, false}) {
      const auto before = cards_at(ends.prerequisite_section, ends.prerequisite, optional_too);
      const auto after = cards_at(ends.dependent_section, ends.dependent, optional_too);
      Joined joined = {ends, optional_too, optional_too, edges_between(before, after, edges)};
      if (is_said_by_two(joined) && holds(before, after, ends.style) &&
          !turns_back(ends, before, after)) {
        return joined;
      }
    }
    return std::nullopt;
  }

  std::vector<std::uint32_t> cards_at(std::uint32_t section, std::uint32_t card,
                                      bool optional_too) const {
    if (section == no_index) return {card};
    return boxes_.topics_in(section, optional_too);
  }

  std::vector<std::uint32_t> edges_between(const std::vector<std::uint32_t>& before,
                                           const std::vector<std::uint32_t>& after,
                                           const std::vector<std::uint32_t>& edges) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t e : edges) {
      if (std::ranges::binary_search(before, view_.edges[e].prerequisite) &&
          std::ranges::binary_search(after, view_.edges[e].dependent)) {
        found.push_back(e);
      }
    }
    return found;
  }

  bool is_said_by_two(const Joined& joined) const {
    std::set<std::uint32_t> before;
    std::set<std::uint32_t> after;
    for (const std::uint32_t e : joined.edges) {
      before.insert(view_.edges[e].prerequisite);
      after.insert(view_.edges[e].dependent);
    }
    return (joined.ends.prerequisite_section == no_index || before.size() > 1) &&
           (joined.ends.dependent_section == no_index || after.size() > 1);
  }

  bool holds(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after,
             EdgeStyle style) const {
    for (const std::uint32_t dependent : after) {
      for (const std::uint32_t prerequisite : before) {
        const bool needed = style == EdgeStyle::required
                                ? needs_.has(dependent, prerequisite)
                                : said_.contains({prerequisite, dependent, style});
        if (!needed) return false;
      }
    }
    return true;
  }

  // Whether a card of the box stands behind what the arrow from the box leads to, as an optional
  // one may, or before what the arrow to the box comes from: the arrow would lead up.
  bool turns_back(const Ends& ends, const std::vector<std::uint32_t>& before,
                  const std::vector<std::uint32_t>& after) const {
    const auto some_needs = [this](const std::vector<std::uint32_t>& dependents,
                                   const std::vector<std::uint32_t>& prerequisites) {
      return std::ranges::any_of(dependents, [&](std::uint32_t dependent) {
        return std::ranges::any_of(prerequisites, [&](std::uint32_t prerequisite) {
          return may_need_.has(dependent, prerequisite);
        });
      });
    };
    const std::uint32_t from = ends.prerequisite_section;
    const std::uint32_t to = ends.dependent_section;
    return (from != no_index && some_needs(boxes_.topics_in(from, true), after)) ||
           (to != no_index && some_needs(before, boxes_.topics_in(to, true)));
  }

  View& view_;
  const Boxes& boxes_;
  const Needs needs_;
  const Needs may_need_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, EdgeStyle>> said_;  // edges
};

}  // namespace

std::vector<bool> whole_sections(const Draft& draft, const Roadmap& roadmap, bool is_path) {
  const View& view = draft.view;
  std::vector<std::size_t> missing(view.sections.size(), 0);
  const auto count_up = [&](std::uint32_t section, std::size_t by) {
    for (auto s = section; s != no_index; s = view.sections[s].parent) missing[s] += by;
  };
  std::vector<bool> shown(roadmap.topics().size(), is_path);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const ViewCard& card = view.cards[c];
    if (draft.topic_of_card[c] != no_index) shown[draft.topic_of_card[c]] = !card.context;
    if (card.kind == CardKind::section) count_up(card.section, 1);
  }
  for (TopicIndex t = 0; t < shown.size(); ++t) {
    const Topic& topic = roadmap.topics()[t];
    if (!shown[t] && topic.level != Level::optional) count_up(topic.section, 1);
  }
  std::vector<bool> whole;
  whole.reserve(missing.size());
  for (const std::size_t each : missing) whole.push_back(each == 0);
  return whole;
}

void settle_ends_at_boxes(Draft& draft, const std::vector<bool>& whole) {
  View& view = draft.view;
  const Boxes boxes(view, whole);
  const auto settle = [&](std::uint32_t& section, std::uint32_t card, std::uint32_t other,
                          bool optional_too) {
    if (section == no_index) return;
    const auto possible = boxes.between(card, other);
    if (std::ranges::find(possible, section) == possible.end() ||
        !boxes.hold_several(section, optional_too)) {
      section = no_index;
    }
  };
  for (ViewEdge& edge : view.edges) {
    if (!edge.ends_at_box()) continue;
    if (!may_end_at_box(view, edge)) edge.prerequisite_section = edge.dependent_section = no_index;
    settle(edge.prerequisite_section, edge.prerequisite, edge.dependent, false);
    settle(edge.dependent_section, edge.dependent, edge.prerequisite, true);
  }
}

void join_edges_at_boxes(Draft& draft, const std::vector<bool>& whole) {
  if (std::ranges::find(whole, true) == whole.end()) return;
  View& view = draft.view;
  const Boxes boxes(view, whole);
  const bool is_small = view.cards.size() <= most_cards_to_join;
  // What needs what is to be known before edges are joined.
  std::optional<EdgeJoiner> joiner;
  if (is_small) joiner.emplace(draft, boxes);
  BoxEdgeWriter(view, boxes).write(said_of_sections(view, boxes), 1);
  if (joiner) joiner->join();
}

std::vector<std::uint32_t> topics_in_box(const View& view, std::uint32_t section,
                                         bool optional_too) {
  std::vector<std::uint32_t> cards;
  for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
    const ViewCard& card = view.cards[c];
    if (!is_one_topic(card) || (card.optional && !optional_too)) continue;
    auto s = card.section;
    while (s != no_index && s != section) s = view.sections[s].parent;
    if (s != no_index) cards.push_back(c);
  }
  return cards;
}

}  // namespace prereq
