#include "view/emphasize.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "metrics/blocking.hpp"
#include "metrics/requisites.hpp"
#include "path/path_words.hpp"
#include "view/critical_chain.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

// Resources come first in the tooltip: DOT is read back by its first line.
void say(ViewCard& card, std::string_view words) {
  if (!card.label.empty()) card.label += fmt::format(" It {}.", words);
  card.tooltip.emplace_back(words);
}

void make_everything_quiet(View& view) {
  for (ViewCard& card : view.cards) card.emphasis = Emphasis::quiet;
  for (ViewEdge& edge : view.edges) edge.emphasis = Emphasis::quiet;
}

void emphasize_chain(Draft& draft, const Roadmap& roadmap) {
  View& view = draft.view;
  const std::vector<std::uint32_t> chain = critical_chain(draft, roadmap);
  if (chain.empty()) return;
  make_everything_quiet(view);
  std::vector<std::uint32_t> next(view.cards.size(), no_index);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (i + 1 < chain.size()) next[chain[i]] = chain[i + 1];
    view.cards[chain[i]].emphasis = Emphasis::strong;
    if (draft.topic_of_card[chain[i]] != no_index) {
      say(view.cards[chain[i]], "is on the critical path");
    }
  }
  for (ViewEdge& edge : view.edges) {
    if (edge.style != EdgeStyle::required) continue;
    const bool ends =
        edge.prerequisite == chain.back() && view.cards[edge.dependent].kind == CardKind::goal;
    if (ends && view.cards[edge.dependent].emphasis != Emphasis::strong) {
      view.cards[edge.dependent].emphasis = Emphasis::strong;
      say(view.cards[edge.dependent], "is at the end of the critical path");
    }
    if (ends || next[edge.prerequisite] == edge.dependent) edge.emphasis = Emphasis::strong;
  }
}

void emphasize_chosen(Draft& draft, std::vector<TopicIndex> chosen) {
  View& view = draft.view;
  std::ranges::sort(chosen);
  make_everything_quiet(view);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const TopicIndex topic = draft.topic_of_card[c];
    if (topic == no_index || !std::ranges::binary_search(chosen, topic)) continue;
    view.cards[c].emphasis = Emphasis::strong;
    say(view.cards[c], "is brought out");
  }
  // Junctions between two of them as well: edges into one come before the one out of it.
  std::vector<bool> passes(view.cards.size(), false);
  const std::vector<std::uint32_t> served = cards_served(view);
  const auto is_strong = [&](std::uint32_t card) {
    return view.cards[card].emphasis == Emphasis::strong;
  };
  for (ViewEdge& edge : view.edges) {
    const bool out = view.cards[edge.prerequisite].kind == CardKind::junction;
    const bool into = view.cards[edge.dependent].kind == CardKind::junction;
    const std::uint32_t end = into ? served[edge.dependent] : edge.dependent;
    const bool comes = out ? passes[edge.prerequisite] : is_strong(edge.prerequisite);
    if (!comes || end == no_index || !is_strong(end)) continue;
    edge.emphasis = Emphasis::strong;
    passes[edge.dependent] = true;
  }
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (view.cards[c].kind == CardKind::junction && passes[c]) {
      view.cards[c].emphasis = Emphasis::strong;
    }
  }
}

void say_blocking(ViewCard& card) {
  if (card.blocks > 0) say(card, "blocks " + counted(card.blocks, "topic"));
}

void count_blocked(Draft& draft, const TopicGraph& graph) {
  std::vector<TopicMetrics> metrics(graph.topic_count());
  measure_blocking(graph.roadmap(), Requisites(graph), metrics);
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    const TopicIndex topic = draft.topic_of_card[c];
    if (topic == no_index) continue;
    draft.view.cards[c].blocks = metrics[topic].blocking;
    say_blocking(draft.view.cards[c]);
  }
}

// How many topics outside each of these sections need one inside; 64 sections at a time, one bit
// each for whether a topic depends on it.
std::vector<std::uint32_t> blocked_by_sections(const TopicGraph& graph,
                                               const std::vector<SectionIndex>& wanted) {
  const Roadmap& roadmap = graph.roadmap();
  const Requisites requisites(graph);
  // The one of `wanted` that each section is part of.
  std::vector<std::uint32_t> place(roadmap.sections().size(), no_index);
  for (std::uint32_t i = 0; i < wanted.size(); ++i) place[wanted[i]] = i;
  for (SectionIndex s = 0; s < place.size(); ++s) {
    const SectionIndex parent = roadmap.sections()[s].parent;
    if (place[s] == no_index && parent != no_index) place[s] = place[parent];
  }
  const auto place_of = [&](TopicIndex t) {
    const SectionIndex section = roadmap.topics()[t].section;
    return section == no_index ? no_index : place[section];
  };
  constexpr std::uint32_t width = 64;
  std::vector<std::uint32_t> counts(wanted.size(), 0);
  for (std::uint32_t from = 0; from < wanted.size(); from += width) {
    const auto bit_of = [&](TopicIndex t) {
      const std::uint32_t at = place_of(t);
      const bool is_here = at != no_index && at >= from && at < from + width;
      return is_here ? std::uint64_t{1} << (at - from) : std::uint64_t{0};
    };
    // By component: the sections in it and before it. Topics of one component need one another.
    std::vector<std::uint64_t> bits(requisites.component_count(), 0);
    for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
      bits[requisites.component(t)] |= bit_of(t);
    }
    for (const TopicIndex t : requisites.order()) {
      for (const TopicIndex dependent : requisites.dependents(t)) {
        bits[requisites.component(dependent)] |= bits[requisites.component(t)];
      }
    }
    for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
      const std::uint64_t others = bits[requisites.component(t)] & ~bit_of(t);
      for (std::uint32_t i = from; i < wanted.size() && i < from + width; ++i) {
        counts[i] += static_cast<std::uint32_t>(others >> (i - from) & 1U);
      }
    }
  }
  return counts;
}

}  // namespace

Emphasis stronger(Emphasis one, Emphasis other) {
  if (one == Emphasis::strong || other == Emphasis::strong) return Emphasis::strong;
  return std::max(one, other);
}

void emphasize(Draft& draft, const TopicGraph& graph, const ViewOptions& options) {
  draft.view.emphasizing = options.emphasizing;
  switch (options.emphasizing) {
    case Emphasizing::nothing: return;
    case Emphasizing::critical: emphasize_chain(draft, graph.roadmap()); return;
    case Emphasizing::blocking: count_blocked(draft, graph); return;
    case Emphasizing::chosen: emphasize_chosen(draft, options.chosen); return;
  }
}

void shade_blocking(Draft& draft, const TopicGraph& graph) {
  View& view = draft.view;
  std::vector<SectionIndex> sections;
  for (const ViewCard& card : view.cards) {
    if (card.kind == CardKind::section) sections.push_back(card.colour);
  }
  const std::vector<std::uint32_t> counts = blocked_by_sections(graph, sections);
  std::uint32_t most = 0;
  std::size_t at = 0;
  for (ViewCard& card : view.cards) {
    if (card.kind == CardKind::section) {
      card.blocks = counts[at++];
      say_blocking(card);
    }
    most = std::max(most, card.blocks);
  }
  for (ViewCard& card : view.cards) {
    const std::uint64_t steps = std::uint64_t{card.blocks} * most_shade;
    if (most > 0) card.shade = static_cast<std::uint8_t>((steps + most - 1) / most);
  }
}

std::string emphasis_words(const Draft& draft, const Roadmap& roadmap, bool collapses) {
  const std::vector<ViewCard>& cards = draft.view.cards;
  std::vector<TopicIndex> strong;
  std::vector<std::string> titles;
  std::size_t most = 0;
  for (std::size_t c = 0; c < cards.size(); ++c) {
    if (cards[c].blocks > cards[most].blocks) most = c;
    if (draft.topic_of_card[c] == no_index || cards[c].emphasis != Emphasis::strong) continue;
    strong.push_back(draft.topic_of_card[c]);
    titles.push_back(isolated(cards[c].title));
  }
  switch (draft.view.emphasizing) {
    case Emphasizing::nothing: break;
    case Emphasizing::critical:
      if (strong.empty()) break;
      return "the critical path brought out: " + topics_and_hours(roadmap, strong);
    case Emphasizing::blocking:
      if (cards.empty() || cards[most].blocks == 0) break;
      if (collapses) return "shaded by how many topics each blocks";
      return fmt::format("shaded by how many topics each blocks, most of all {} ({})",
                         isolated(cards[most].title), cards[most].blocks);
    case Emphasizing::chosen:
      if (strong.empty()) break;
      constexpr std::size_t most_named = 4;
      if (titles.size() > most_named) return counted(titles.size(), "topic") + " brought out";
      return join_words(titles, " and ") + " brought out";
  }
  return {};
}

}  // namespace prereq
