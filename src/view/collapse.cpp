#include "view/collapse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "path/path_words.hpp"
#include "view/emphasize.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

// The strongest first.
constexpr int strength(EdgeStyle style) {
  switch (style) {
    case EdgeStyle::required: return 3;
    case EdgeStyle::alternative: return 2;
    case EdgeStyle::corequisite: return 1;
    case EdgeStyle::recommended: return 0;
  }
  return 0;
}

bool is_need(EdgeStyle style) { return style != EdgeStyle::recommended; }

bool is_junction(const ViewCard& card) { return card.kind == CardKind::junction; }

struct Contents {
  std::vector<TopicIndex> topics;
  std::uint32_t done = 0;
  bool in_cycle = false;
  Emphasis emphasis = Emphasis::none;
  std::uint32_t strong = 0;  // topics brought out
  bool links = false;
};

class Collapser {
 public:
  Collapser(Draft& draft, const Roadmap& roadmap, const std::vector<bool>& flags)
      : draft_(draft), old_(draft.view), roadmap_(roadmap), outermost_(flags.size(), no_index) {
    for (SectionIndex s = 0; s < flags.size(); ++s) {
      const SectionIndex parent = roadmap.sections()[s].parent;
      if (parent != no_index) outermost_[s] = outermost_[parent];
      if (outermost_[s] == no_index && flags[s]) outermost_[s] = s;
    }
  }

  void collapse() {
    find_ends();
    place_cards();
    for (const ViewEdge& edge : old_.edges) move_edge(edge);
    merge_edges();
    move_redundant_edges();
    new_.view.edges = std::move(edges_);
    old_.cards = std::move(new_.view.cards);
    old_.edges = std::move(new_.view.edges);
    draft_.topic_of_card = std::move(new_.topic_of_card);
    draft_.goal_of_card = std::move(new_.goal_of_card);
    draft_.is_cut = std::move(new_.is_cut);
  }

 private:
  SectionIndex collapsed(std::uint32_t card) const {
    const TopicIndex topic = draft_.topic_of_card[card];
    const bool is_section = topic != no_index && roadmap_.stands_for_section(topic);
    const SectionIndex section = is_section && !old_.cards[card].context
                                     ? roadmap_.topics()[topic].section
                                     : old_.cards[card].section;
    if (is_junction(old_.cards[card]) || section == no_index) return no_index;
    return outermost_[section];
  }

  // Marks the junctions of which an end is collapsed.
  void find_ends() {
    served_ = cards_served(old_);
    for (std::size_t e = old_.edges.size(); e-- > 0;) {
      const ViewEdge& edge = old_.edges[e];
      if (!is_junction(old_.cards[edge.prerequisite])) continue;
      const bool inner = is_junction(old_.cards[edge.dependent]);
      outer_[edge.prerequisite] = inner ? outer_[edge.dependent] : edge.prerequisite;
    }
    for (const ViewEdge& edge : old_.edges) {
      if (!is_junction(old_.cards[edge.dependent])) continue;
      if (collapsed(edge.prerequisite) != no_index ||
          collapsed(served_[edge.dependent]) != no_index) {
        dissolved_[outer_[edge.dependent]] = true;
      }
    }
  }

  bool is_dissolved(std::uint32_t card) const {
    const auto outer = outer_.find(card);
    return outer != outer_.end() && dissolved_.contains(outer->second);
  }

  void place_cards() {
    place_.assign(old_.cards.size(), no_index);
    std::vector<std::uint32_t> card_of_section(outermost_.size(), no_index);
    std::map<SectionIndex, Contents> contents;
    for (std::uint32_t c = 0; c < old_.cards.size(); ++c) {
      if (is_dissolved(c)) continue;
      const SectionIndex section = collapsed(c);
      if (section == no_index) {
        place_[c] = new_.add_card(std::move(old_.cards[c]));
        new_.topic_of_card.back() = draft_.topic_of_card[c];
        new_.goal_of_card.back() = draft_.goal_of_card[c];
        new_.is_cut.back() = draft_.is_cut[c];
        continue;
      }
      std::uint32_t& card = card_of_section[section];
      if (card == no_index) card = new_.add_card({});
      place_[c] = card;
      take_in(c, contents[section]);
    }
    for (const auto& [section, what] : contents) {
      describe(new_.view.cards[card_of_section[section]], section, what);
    }
  }

  void take_in(std::uint32_t card, Contents& contents) const {
    const ViewCard& each = old_.cards[card];
    if (each.kind == CardKind::links) contents.links = true;
    if (draft_.topic_of_card[card] != no_index) {
      contents.topics.push_back(draft_.topic_of_card[card]);
    }
    if (each.state == CardState::done) ++contents.done;
    contents.in_cycle = contents.in_cycle || each.in_cycle;
    contents.emphasis = stronger(contents.emphasis, each.emphasis);
    if (each.emphasis == Emphasis::strong) ++contents.strong;
  }

  void describe(ViewCard& card, SectionIndex index, const Contents& contents) const {
    const Section& section = roadmap_.sections()[index];
    card.kind = CardKind::section;
    card.id = section.id;
    card.title = section.title;
    card.section = section.parent;
    card.colour = index;
    card.in_cycle = contents.in_cycle;
    card.emphasis = contents.emphasis;
    if (!section.description.empty()) card.tooltip.emplace_back(section.description);
    card.detail = topics_and_hours(roadmap_, contents.topics);
    const std::string links = resource_count(roadmap_.resources(section.resources));
    if (contents.links) card.detail = links;
    if (contents.done > 0) {
      card.detail += fmt::format(" · {} done", contents.done);
      if (contents.done == contents.topics.size()) card.state = CardState::done;
    }
    card.label = fmt::format("Section {}: {}.", section.title, card.detail);
    if (contents.strong > 0) {
      const bool is_path = old_.emphasizing == Emphasizing::critical;
      const std::string words =
          fmt::format("has {} {}", counted(contents.strong, "topic"),
                      is_path ? "on the critical path" : "that the picture brings out");
      card.label += fmt::format(" It {}.", words);
      card.tooltip.insert(card.tooltip.begin(), words);
    }
  }

  // What a merged edge stands for is no edge of the picture, left out or not.
  void move_redundant_edges() {
    for (auto& [prerequisite, dependent] : draft_.redundant) {
      prerequisite = place_[prerequisite];
      dependent = place_[dependent];
    }
    std::erase_if(draft_.redundant, [this](const auto& edge) {
      return !is_plain(edge.first) || !is_plain(edge.second);
    });
  }

  bool is_section(std::uint32_t new_card) const {
    return new_.view.cards[new_card].kind == CardKind::section;
  }

  bool is_plain(std::uint32_t new_card) const {
    return new_card != no_index && !is_section(new_card);
  }

  std::string end_name(std::uint32_t new_card, const std::string& name) const {
    const ViewCard& card = new_.view.cards[new_card];
    return card.kind == CardKind::section ? "section:" + card.id : name;
  }

  void move_edge(const ViewEdge& edge) {
    std::uint32_t dependent = edge.dependent;
    ViewEdge moved = edge;
    if (is_dissolved(edge.prerequisite)) return;  // what comes in goes on to what it serves
    if (is_dissolved(dependent)) {
      dependent = served_[dependent];
      moved.style = EdgeStyle::alternative;
    }
    moved.prerequisite = place_[edge.prerequisite];
    moved.dependent = place_[dependent];
    if (moved.prerequisite == moved.dependent) return;
    moved.from = end_name(moved.prerequisite, edge.from);
    moved.to = end_name(moved.dependent, edge.to);
    if (is_section(moved.prerequisite)) moved.prerequisite_section = no_index;
    if (is_section(moved.dependent)) moved.dependent_section = no_index;
    const bool merges = is_section(moved.prerequisite) || is_section(moved.dependent);
    if (!merges) {
      edges_.push_back(std::move(moved));
      counts_.push_back(1);
      return;
    }
    const auto [found, is_new] =
        edge_between_.emplace(std::pair(moved.prerequisite, moved.dependent), edges_.size());
    if (is_new) {
      edges_.push_back(std::move(moved));
      counts_.push_back(1);
      return;
    }
    ViewEdge& merged = edges_[found->second];
    ++counts_[found->second];
    if (strength(moved.style) > strength(merged.style)) merged.style = moved.style;
    if (!merged.ends_at_box()) {
      merged.prerequisite_section = moved.prerequisite_section;
      merged.dependent_section = moved.dependent_section;
    }
    if (merged.because != moved.because) merged.because.clear();
    merged.in_cycle = merged.in_cycle || moved.in_cycle;
    merged.emphasis = stronger(merged.emphasis, moved.emphasis);
  }

  // Two that need each other, or recommend each other, become one.
  void merge_edges() {
    std::vector<bool> gone(edges_.size(), false);
    for (const auto& [ends, index] : edge_between_) {
      const auto back = edge_between_.find({ends.second, ends.first});
      if (back == edge_between_.end() || gone[index] || gone[back->second]) continue;
      if (is_need(edges_[index].style) != is_need(edges_[back->second].style)) continue;
      // `ends` are met in order, so of equal ones the first card's edge stays.
      const bool stays = counts_[index] >= counts_[back->second];
      ViewEdge& kept = edges_[stays ? index : back->second];
      const ViewEdge& other = edges_[stays ? back->second : index];
      gone[stays ? back->second : index] = true;
      kept.both_ways = true;
      if (strength(other.style) > strength(kept.style)) kept.style = other.style;
      kept.because.clear();
      kept.in_cycle = kept.in_cycle || other.in_cycle;
      kept.emphasis = stronger(kept.emphasis, other.emphasis);
    }
    std::vector<ViewEdge> left;
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (!gone[e]) left.push_back(std::move(edges_[e]));
    }
    edges_ = std::move(left);
  }

  Draft& draft_;
  View& old_;
  const Roadmap& roadmap_;
  std::vector<SectionIndex> outermost_;           // collapsed section that each section is part of
  std::vector<std::uint32_t> served_;             // by junction: the card at its end
  std::map<std::uint32_t, std::uint32_t> outer_;  // by junction: the last one before that card
  std::map<std::uint32_t, bool> dissolved_;       // by last junction
  std::vector<std::uint32_t> place_;              // new card of each old one
  Draft new_;
  std::vector<ViewEdge> edges_;
  std::vector<std::uint32_t> counts_;  // edges that each new one stands for
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> edge_between_;
};

}  // namespace

std::vector<bool> sections_with_topics(const Roadmap& roadmap) {
  std::vector<bool> flags(roadmap.sections().size(), false);
  for (const Topic& topic : roadmap.topics()) {
    if (topic.section != no_index) flags[topic.section] = true;
  }
  return flags;
}

void collapse_sections(Draft& draft, const Roadmap& roadmap, const std::vector<bool>& flags) {
  Collapser(draft, roadmap, flags).collapse();
}

}  // namespace prereq
