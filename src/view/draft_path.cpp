#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "roadmap/entries.hpp"
#include "view/cards.hpp"
#include "view/draft.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

class PathDrafter {
 public:
  PathDrafter(const TopicGraph& graph, const Next& next, const std::vector<bool>& left_out)
      : graph_(graph),
        roadmap_(graph.roadmap()),
        path_(*next.path),
        left_out_(left_out),
        done_at_(graph.topic_count(), never),
        times_(roadmap_),
        card_of_topic_(graph.topic_count(), no_index) {
    for (const TopicIndex t : next.known) done_at_[t] = 0;
  }

  Draft make() {
    draft_.view.sections = bare_sections(roadmap_);
    for (std::uint32_t i = 0; i < path_.steps.size(); ++i) {
      const TopicIndex t = path_.steps[i].topic;
      done_at_[t] = i + 1;
      ViewCard card = topic_card(graph_, t);
      card.number = i + 1;
      card.focus = is_named(t);
      card_of_topic_[t] = draft_.add_topic_card(std::move(card), t);
    }
    for (const PathStep& step : path_.steps) add_edges_of_step(step);
    for (const GoalIndex g : path_.targets.goals) {
      const Goal& goal = roadmap_.goals()[g];
      const std::uint32_t card = draft_.add_goal_card(goal_card(roadmap_, goal), g);
      for (const RequirementIndex leaf : used_leaves(goal.requirements)) {
        add_edge(leaf, card, goal.id, EdgeStyle::required);
      }
    }
    say_what_was_not_chosen();
    return std::move(draft_);
  }

 private:
  static constexpr std::uint32_t never = MeetingTimes::never;

  // Asked for by its own name, not as part of a section or of everything.
  bool is_named(TopicIndex topic) const {
    return std::ranges::any_of(path_.targets.names, [&](const std::string& name) {
      return roadmap_.find_topic(name) == topic;
    });
  }

  void add_edges_of_step(const PathStep& step) {
    const Topic& topic = roadmap_.topics()[step.topic];
    const std::uint32_t card = card_of_topic_[step.topic];
    // Which steps are used has been settled with the path; of the known, what is needed beside.
    for (const RequirementIndex leaf : leaves(topic.requirements)) {
      if (std::ranges::binary_search(step.prerequisites, roadmap_.requirements()[leaf].topic)) {
        add_edge(leaf, card, topic.id, EdgeStyle::required);
      }
    }
    for (const RequirementIndex leaf : used_leaves(topic.requirements)) {
      if (!is_known(leaf)) continue;
      if (left_out_[leaf]) {
        draft_.redundant.emplace_back(card_of_topic_[roadmap_.requirements()[leaf].topic], card);
      } else {
        add_edge(leaf, card, topic.id, EdgeStyle::required);
      }
    }
    for (RequirementIndex i = topic.corequisites.first; i < topic.corequisites.last; ++i) {
      if (roadmap_.requirements()[i].topic == step.topic) continue;
      add_edge(i, card, topic.id, EdgeStyle::corequisite);
    }
    if (!path_.recommended) return;
    for (RequirementIndex i = topic.recommendations.first; i < topic.recommendations.last; ++i) {
      const TopicIndex t = roadmap_.requirements()[i].topic;
      if (t != no_index && done_at_[t] != 0 && done_at_[t] != never) {
        add_edge(i, card, topic.id, EdgeStyle::recommended);
      }
    }
  }

  bool is_known(RequirementIndex leaf) const {
    return done_at_[roadmap_.requirements()[leaf].topic] == 0;
  }

  // Entries that name a topic of the roadmap, at any depth, as written.
  std::vector<RequirementIndex> leaves(IndexRange range) const {
    std::vector<RequirementIndex> found;
    for (const RequirementIndex i : with_inner_entries(roadmap_, range)) {
      const Requirement& entry = roadmap_.requirements()[i];
      if (entry.kind == RequirementKind::topic && entry.topic != no_index) found.push_back(i);
    }
    return found;
  }

  // The leaves that meet the requirement: of a group, the entries that are done first.
  std::vector<RequirementIndex> used_leaves(IndexRange range) {
    times_.work_out(range, [this](TopicIndex t) { return t == no_index ? 0 : done_at_[t]; });
    std::vector<RequirementIndex> open;
    for (RequirementIndex i = range.last; i > range.first; --i) open.push_back(i - 1);
    std::vector<RequirementIndex> used;
    while (!open.empty()) {
      const RequirementIndex index = open.back();
      open.pop_back();
      const Requirement& entry = roadmap_.requirements()[index];
      if (entry.kind != RequirementKind::topic) {
        const auto first = times_.used_entries(entry);
        open.insert(open.end(), first.rbegin(), first.rend());
      } else if (entry.topic != no_index && times_.of(index) != never) {
        used.push_back(index);
      }
    }
    return used;
  }

  void add_edge(RequirementIndex leaf, std::uint32_t dependent, std::string_view to,
                EdgeStyle style) {
    const Requirement& entry = roadmap_.requirements()[leaf];
    if (entry.topic == no_index) return;
    std::uint32_t& card = card_of_topic_[entry.topic];
    if (card == no_index) {
      card = draft_.add_topic_card(topic_card(graph_, entry.topic), entry.topic);
    }
    const std::string_view from = roadmap_.topics()[entry.topic].id;
    const auto [at, is_new] =
        drawn_.emplace(std::tuple(card, dependent, style), draft_.view.edges.size());
    if (is_new) {
      draft_.view.edges.push_back(
          {card, dependent, style, std::string(from), std::string(to), std::string(entry.because)});
    }
    ViewEdge& edge = draft_.view.edges[at->second];
    if (!edge.ends_at_box()) say_sections(edge, roadmap_.origin(leaf));
  }

  // On the first step of what was chosen.
  void say_what_was_not_chosen() {
    std::map<std::uint32_t, std::vector<std::string>> others;  // by card
    for (const PathChoice& choice : path_.choices) {
      std::uint32_t card = no_index;
      for (const PathAlternative& each : choice.alternatives) {
        if (each.chosen && card == no_index) card = first_step_of(each.entry);
      }
      if (card == no_index) continue;
      for (const PathAlternative& each : choice.alternatives) {
        if (each.chosen) continue;
        const std::string words = words_of_entry(roadmap_, each.entry);
        if (std::ranges::find(others[card], words) == others[card].end()) {
          others[card].push_back(words);
        }
      }
    }
    for (const auto& [card, words] : others) {
      constexpr std::size_t most_named = 2;
      ViewLine line;
      line.text = words.size() <= most_named ? "instead of " + join_words(words, " or ")
                                             : fmt::format("instead of {} others", words.size());
      draft_.view.cards[card].lines.push_back(std::move(line));
      draft_.view.cards[card].tooltip.push_back("instead of " + join_words(words, " or "));
    }
  }

  std::uint32_t first_step_of(RequirementIndex entry) const {
    for (const RequirementIndex leaf : leaves({entry, entry + 1})) {
      const TopicIndex t = roadmap_.requirements()[leaf].topic;
      if (done_at_[t] != 0 && done_at_[t] != never) return card_of_topic_[t];
    }
    return no_index;
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  const Path& path_;
  const std::vector<bool>& left_out_;  // by requirement
  Draft draft_;
  std::vector<std::uint32_t> done_at_;  // by topic: 0 if known, else the number of its step
  MeetingTimes times_;
  std::vector<std::uint32_t> card_of_topic_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, EdgeStyle>, std::size_t> drawn_;  // edges
};

}  // namespace

Draft draft_path(const TopicGraph& graph, const Next& next, const std::vector<bool>& left_out) {
  return PathDrafter(graph, next, left_out).make();
}

}  // namespace prereq
