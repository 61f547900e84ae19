#include "view/headings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "path/path_words.hpp"
#include "view/emphasize.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

std::vector<TopicIndex> shown_topics(const Draft& draft) {
  std::vector<TopicIndex> topics;
  for (const TopicIndex t : draft.topic_of_card) {
    if (t != no_index) topics.push_back(t);
  }
  return topics;
}

std::string lowered(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') {
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  }
  return words;
}

std::string raised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

// "shortest" only of what is proven so.
std::string path_words(const Roadmap& roadmap, const Path& path) {
  const std::string target = isolated(target_words(roadmap, path.targets));
  if (path.steps.empty()) return fmt::format("nothing left to learn for {}", target);
  std::string words =
      fmt::format("the {} to {}: {}, {}", path.optimal ? "shortest path" : "best path found",
                  target, counted(path.steps.size(), "topic"), format_hours(path.hours));
  const std::string conditions = condition_words(roadmap, path);
  if (!conditions.empty()) words += ", " + lowered(conditions);
  return words;
}

std::string progress_words(const Draft& draft) {
  std::size_t topics = 0;
  std::size_t done = 0;
  std::size_t ready = 0;
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    if (draft.topic_of_card[c] == no_index) continue;
    ++topics;
    if (draft.view.cards[c].state == CardState::done) ++done;
    if (draft.view.cards[c].state == CardState::ready) ++ready;
  }
  return fmt::format("{} of {} done, {} ready to start", done, counted(topics, "topic"), ready);
}

std::string around_words(const Roadmap& roadmap, const Neighbourhood& around) {
  if (around.name) {
    return fmt::format("{}: {}, and what they are connected with", isolated(*around.name),
                       topics_and_hours(roadmap, around.centre));
  }
  const std::string centre = isolated(title_words(roadmap, around.centre));
  const std::string steps = !around.depth        ? ""
                            : *around.depth == 1 ? " directly"
                                                 : fmt::format(" in up to {} steps", *around.depth);
  const bool one = around.centre.size() == 1;
  const std::string needs = one ? "what it needs" : "what they need";
  const std::string unlocks = one ? "what it unlocks" : "what they unlock";
  if (!around.downstream) return fmt::format("{}: {}{}", centre, needs, steps);
  if (!around.upstream) return fmt::format("{}: {}{}", centre, unlocks, steps);
  return fmt::format("{}: {} and {}{}", centre, needs, unlocks, steps);
}

std::string collapse_words(const Roadmap& roadmap, const ViewOptions& options) {
  if (options.collapse_all) return "an overview of its sections";
  std::vector<std::string> titles;
  for (const SectionIndex s : options.collapse)
    titles.push_back(isolated(roadmap.sections()[s].title));
  return join_words(titles, " and ") + (titles.size() == 1 ? " as one card" : " as one card each");
}

// Optional topics stay where others, or who asked, cannot do without them.
std::string core_words(const Draft& draft) {
  const bool some = std::ranges::any_of(draft.view.cards, &ViewCard::optional);
  return some ? "without optional topics that can be spared" : "without optional topics";
}

std::string shown_words(const Draft& draft, const Roadmap& roadmap, const ViewOptions& options) {
  if (options.learner && options.learner->path) return path_words(roadmap, *options.learner->path);
  std::vector<std::string> parts;
  if (options.around) parts.push_back(around_words(roadmap, *options.around));
  if (options.core_only) parts.push_back(core_words(draft));
  if (options.collapse_all || !options.collapse.empty()) {
    parts.push_back(collapse_words(roadmap, options));
  }
  const bool is_page = options.around && options.around->name;
  const bool counts = !is_page && (options.core_only || options.around || options.collapse_all);
  std::string words = join_words(parts, ", ");
  if (counts) words += ": " + topics_and_hours(roadmap, shown_topics(draft));
  if (options.learner) words += (words.empty() ? "" : "; ") + progress_words(draft);
  return words;
}

// Every step in order, for who does not see the numbers.
std::string steps_in_words(const Draft& draft) {
  std::string words;
  for (const ViewCard& card : draft.view.cards) {
    if (card.number == 0) continue;
    words += fmt::format("{}{}. {}", words.empty() ? " In order: " : ", ", card.number, card.title);
  }
  return words.empty() ? words : words + ".";
}

// The critical path from its first topic to its last, which the places of the cards do not tell.
std::string chain_in_words(const Draft& draft) {
  const View& view = draft.view;
  if (view.emphasizing != Emphasizing::critical) return {};
  std::vector<std::uint32_t> next(view.cards.size(), no_index);
  std::vector<bool> follows(view.cards.size(), false);
  for (const ViewEdge& edge : view.edges) {
    if (edge.emphasis != Emphasis::strong) continue;
    next[edge.prerequisite] = edge.dependent;
    follows[edge.dependent] = true;
  }
  std::vector<std::string> titles;
  for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
    if (follows[c] || view.cards[c].emphasis != Emphasis::strong) continue;
    for (std::uint32_t at = c; at != no_index; at = next[at]) {
      if (draft.topic_of_card[at] != no_index) titles.push_back(view.cards[at].title);
    }
  }
  return titles.empty() ? std::string() : " In order: " + join_words(titles, ", ") + ".";
}

}  // namespace

void describe_sections(Draft& draft, const Roadmap& roadmap, bool whole) {
  const auto sections = roadmap.sections();
  std::vector<HoursRange> hours(sections.size());
  std::vector<bool> has_topics(sections.size(), false);
  for (std::size_t c = 0; c < draft.view.cards.size(); ++c) {
    const TopicIndex t = draft.topic_of_card[c];
    if (t == no_index || draft.view.cards[c].context) continue;
    for (auto s = roadmap.topics()[t].section; s != no_index; s = sections[s].parent) {
      const bool counts = whole || draft.view.cards[c].state != CardState::done;
      if (counts) hours[s] = hours[s] + roadmap.topics()[t].hours;
      has_topics[s] = true;
    }
  }
  for (SectionIndex s = 0; s < sections.size(); ++s) {
    if (!has_topics[s]) continue;
    std::string& detail = draft.view.sections[s].detail;
    detail = format_hours(hours[s]);
    const std::string links = resource_count(roadmap.resources(sections[s].resources));
    if (whole && !links.empty()) detail += " · " + links;
  }
}

void describe_view(Draft& draft, const Roadmap& roadmap, const ViewOptions& options) {
  View& view = draft.view;
  view.title = roadmap.title();
  view.summary = roadmap_summary(roadmap);
  view.shows = raised(shown_words(draft, roadmap, options));
  view.description = roadmap_description(roadmap);
  if (!view.shows.empty()) {
    view.description = view.shows + "." + steps_in_words(draft) +
                       " Arrows lead from a prerequisite to what depends on it.";
  }
  const bool collapses = options.collapse_all || !options.collapse.empty();
  if (const auto emphasis = emphasis_words(draft, roadmap, collapses); !emphasis.empty()) {
    view.shows = view.shows.empty() ? raised(emphasis) : view.shows + "; " + emphasis;
    view.description += " " + raised(emphasis) + "." + chain_in_words(draft);
  }
  if (!view.problems.empty()) {
    view.shows +=
        fmt::format("{}{}, so that some topics cannot be learned", view.shows.empty() ? "" : "; ",
                    counted(view.problems.size(), "cycle"));
  }
  for (const std::string& problem : view.problems) view.description += " " + problem + ".";
  if (!roadmap.description().empty()) {
    view.description = std::string(roadmap.description()) + " " + view.description;
  }
}

}  // namespace prereq
