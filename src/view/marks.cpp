#include "view/marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "check/cycles.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

std::string_view state_words(CardState state) {
  switch (state) {
    case CardState::none: break;
    case CardState::done: return "done";
    case CardState::ready: return "ready to start";
    case CardState::blocked: return "needs others first";
  }
  return "";
}

void say_standing(ViewCard& card, std::size_t steps) {
  std::string words;
  if (card.number > 0) words = fmt::format("Step {} of {}, ", card.number, steps);
  words += state_words(card.state);
  if (words.empty()) return;
  words[0] = words[0] == 'd' ? 'D' : words[0] == 'r' ? 'R' : words[0] == 'n' ? 'N' : words[0];
  card.label = words + ". " + card.label;
}

// The chain in titles, closed, and where its edges are written.
std::string cycle_words(const TopicGraph& graph, const Cycle& cycle, const Sources* sources) {
  constexpr std::size_t most_named = 8;
  const Roadmap& roadmap = graph.roadmap();
  std::vector<std::string> titles;
  std::set<std::pair<FileId, std::uint32_t>> places;
  for (const EdgeIndex index : cycle.edges) {
    const Edge& edge = graph.edges()[index];
    titles.emplace_back(roadmap.topics()[edge.prerequisite].title);
    const Span span = roadmap.requirements()[edge.requirement].span;
    places.emplace(span.file, span.begin.line);
  }
  titles.push_back(titles.front());
  if (titles.size() > most_named) {
    titles.erase(titles.begin() + most_named / 2, titles.end() - most_named / 2);
    titles.insert(titles.begin() + most_named / 2, "…");
  }
  std::string words = "Cycle: ";
  for (std::size_t i = 0; i < titles.size(); ++i) words += (i == 0 ? "" : " → ") + titles[i];
  std::vector<std::string> lines;
  const bool names_files = sources != nullptr && sources->size() > 1;
  for (const auto& [file, line] : places) {
    const bool named = names_files && file != no_file;
    lines.push_back(named ? fmt::format("{} of {}", line, sources->name(file))
                          : std::to_string(line));
  }
  if (lines.size() > most_named) {
    lines.resize(most_named);
    lines.emplace_back("others");
  }
  return words +
         fmt::format(" ({} {})", lines.size() == 1 ? "line" : "lines", join_words(lines, " and "));
}

std::vector<ViewLine> resource_lines(const Roadmap& roadmap, IndexRange range, bool free_only) {
  std::vector<ViewLine> lines;
  for (const Resource& resource : roadmap.resources(range)) {
    if (free_only && resource.cost == Cost::paid) continue;
    ViewLine line;
    line.text = resource.title;
    if (!resource.by.empty()) line.text += fmt::format(" by {}", resource.by);
    line.url = resource.url;
    line.cost = resource.cost;
    lines.push_back(std::move(line));
  }
  return lines;
}

void list_resources(ViewCard& card, std::vector<ViewLine> lines) {
  if (lines.empty()) return;
  card.url.clear();  // each line leads somewhere
  card.lines.insert(card.lines.end(), std::make_move_iterator(lines.begin()),
                    std::make_move_iterator(lines.end()));
}

}  // namespace

void mark_learner(Draft& draft, const Next& next) {
  std::set<TopicIndex> ready;
  for (const ReadyTopic& each : next.ready) ready.insert(each.topic);
  const std::size_t steps = next.path ? next.path->steps.size() : 0;
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    ViewCard& card = draft.view.cards[c];
    if (const TopicIndex t = draft.topic_of_card[c]; t != no_index) {
      card.state = std::ranges::binary_search(next.known, t) ? CardState::done
                   : ready.contains(t)                       ? CardState::ready
                                                             : CardState::blocked;
    } else if (const GoalIndex g = draft.goal_of_card[c]; g != no_index) {
      if (std::ranges::binary_search(next.reached, g)) card.state = CardState::done;
    }
    say_standing(card, steps);
  }
}

void mark_cycles(Draft& draft, const TopicGraph& graph, const Sources* sources) {
  const auto topics = graph.roadmap().topics();
  std::set<TopicIndex> on_cycle;
  std::set<std::pair<std::string_view, std::string_view>> pairs;
  for (const Cycle& cycle : shortest_cycles(graph, cycle_edges(graph).blocking)) {
    for (const EdgeIndex index : cycle.edges) {
      const Edge& edge = graph.edges()[index];
      on_cycle.insert(edge.prerequisite);
      pairs.emplace(topics[edge.prerequisite].id, topics[edge.dependent].id);
    }
    draft.view.problems.push_back(cycle_words(graph, cycle, sources));
  }
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    if (!on_cycle.contains(draft.topic_of_card[c])) continue;
    ViewCard& card = draft.view.cards[c];
    card.in_cycle = true;
    card.label = "In a cycle, cannot be learned. " + card.label;
  }
  // Edges into a junction come before the one out of it.
  std::vector<bool> passes(draft.view.cards.size(), false);
  for (ViewEdge& edge : draft.view.edges) {
    const bool out_of_junction = draft.view.cards[edge.prerequisite].kind == CardKind::junction;
    edge.in_cycle =
        edge.style != EdgeStyle::recommended &&
        (out_of_junction ? passes[edge.prerequisite] : pairs.contains({edge.from, edge.to}));
    if (edge.in_cycle) passes[edge.dependent] = true;
  }
}

void set_detail(Draft& draft, const Roadmap& roadmap, Detail detail, bool free_only) {
  if (detail == Detail::summary) return;
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    ViewCard& card = draft.view.cards[c];
    if (detail == Detail::title) {
      if (!card.context) card.detail.clear();
      continue;
    }
    if (draft.topic_of_card[c] != no_index && !card.context) {
      const Topic& topic = roadmap.topics()[draft.topic_of_card[c]];
      list_resources(card, resource_lines(roadmap, topic.resources, free_only));
      // They need not be counted.
      if (card.kind == CardKind::topic) {
        card.detail = (topic.hours_guessed ? "~" : "") + format_hours(topic.hours);
      }
    } else if (card.kind == CardKind::links) {
      const Section& section = roadmap.sections()[card.section];
      card.detail.clear();
      list_resources(card, resource_lines(roadmap, section.resources, free_only));
    }
  }
}

}  // namespace prereq
