#include <string>
#include <utility>

#include "roadmap/repeated_entries.hpp"
#include "view/cards.hpp"
#include "view/draft.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

class RoadmapDrafter {
 public:
  RoadmapDrafter(const TopicGraph& graph, const std::vector<bool>& left_out)
      : graph_(graph), roadmap_(graph.roadmap()), left_out_(left_out) {}

  Draft make() {
    draft_.view.sections = bare_sections(roadmap_);
    add_links_cards();
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      card_of_topic_.push_back(draft_.add_topic_card(topic_card(graph_, t), t));
    }
    for (GoalIndex g = 0; g < roadmap_.goals().size(); ++g) {
      card_of_goal_.push_back(draft_.add_goal_card(goal_card(roadmap_, roadmap_.goals()[g]), g));
    }
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) add_edges_of_topic(t);
    for (GoalIndex g = 0; g < roadmap_.goals().size(); ++g) {
      const Goal& goal = roadmap_.goals()[g];
      add_entries(goal.requirements, card_of_goal_[g], goal.id, EdgeStyle::required);
    }
    return std::move(draft_);
  }

 private:
  // For sections that have resources, but no topics.
  void add_links_cards() {
    const auto sections = roadmap_.sections();
    std::vector<bool> has_topics(sections.size(), false);
    for (const Topic& topic : roadmap_.topics()) {
      for (auto s = topic.section; s != no_index; s = sections[s].parent) has_topics[s] = true;
    }
    for (SectionIndex s = 0; s < sections.size(); ++s) {
      const auto resources = roadmap_.resources(sections[s].resources);
      if (has_topics[s] || resources.empty()) continue;
      ViewCard card;
      card.kind = CardKind::links;
      card.id = sections[s].id;
      card.title = resource_count(resources);
      card.detail = resource_types(resources);
      card.section = s;
      for (const Resource& resource : resources) card.tooltip.push_back(resource_line(resource));
      card.label = card.title + " in " + std::string(sections[s].title);
      draft_.add_card(std::move(card));
    }
  }

  void add_edges_of_topic(TopicIndex t) {
    const Topic& topic = roadmap_.topics()[t];
    const std::uint32_t card = card_of_topic_[t];
    add_entries(topic.requirements, card, topic.id, EdgeStyle::required);
    add_entries(topic.corequisites, card, topic.id, EdgeStyle::corequisite);
    add_entries(topic.recommendations, card, topic.id, EdgeStyle::recommended);
  }

  // `dependent` is the card the edges lead to, `to` the topic or goal whose requirement it is.
  void add_entries(IndexRange range, std::uint32_t dependent, std::string_view to,
                   EdgeStyle style) {
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      add_entry(r, dependent, to, style, false);
    }
  }

  void add_entry(RequirementIndex r, std::uint32_t dependent, std::string_view to, EdgeStyle style,
                 bool inside_one_of) {
    const Requirement& entry = roadmap_.requirements()[r];
    if (entry.kind != RequirementKind::topic) {
      const std::vector<RequirementIndex> inside = different_entries(roadmap_, r);
      if (!needs_no_junction(entry, inside.size(), style, inside_one_of)) {
        return add_junction(entry, inside, dependent, to, style);
      }
      for (const RequirementIndex i : inside) add_entry(i, dependent, to, style, inside_one_of);
    } else if (entry.topic != no_index) {
      add_topic(r, dependent, to, style);
    }
  }

  void add_topic(RequirementIndex r, std::uint32_t dependent, std::string_view to,
                 EdgeStyle style) {
    const Requirement& entry = roadmap_.requirements()[r];
    const std::uint32_t prerequisite = card_of_topic_[entry.topic];
    if (left_out_[r]) {
      draft_.redundant.emplace_back(prerequisite, dependent);
      return;
    }
    add_edge(prerequisite, dependent, style, entry.name, to, entry.because);
    say_sections(draft_.view.edges.back(), roadmap_.origin(r));
  }

  // A group without a choice is drawn as plain edges, and "one of" inside "one of" is one.
  static bool needs_no_junction(const Requirement& group, std::size_t entries, EdgeStyle outer,
                                bool inside_one_of) {
    if (outer != EdgeStyle::alternative) return group.least >= entries;
    return entries == 1 || (inside_one_of && group.kind == RequirementKind::any);
  }

  // The lines come from the different entries as they were written (roadmap.hpp).
  void add_junction(const Requirement& group, const std::vector<RequirementIndex>& entries,
                    std::uint32_t dependent, std::string_view to, EdgeStyle outer) {
    ViewCard card;
    card.kind = CardKind::junction;
    card.id = std::string(to) + "/" + std::to_string(++junctions_);
    card.title = group_words(group, entries.size());
    card.section = draft_.view.cards[dependent].section;
    const std::string id = card.id;
    const std::uint32_t junction = draft_.add_card(std::move(card));
    const bool no_choice = group.least >= entries.size();
    for (const RequirementIndex i : entries) {
      add_entry(i, junction, to, no_choice ? EdgeStyle::required : EdgeStyle::alternative,
                group.kind == RequirementKind::any);
    }
    add_edge(junction, dependent, outer, id, to, group.because);
  }

  void add_edge(std::uint32_t prerequisite, std::uint32_t dependent, EdgeStyle style,
                std::string_view from, std::string_view to, std::string_view because) {
    draft_.view.edges.push_back(
        {prerequisite, dependent, style, std::string(from), std::string(to), std::string(because)});
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  const std::vector<bool>& left_out_;
  Draft draft_;
  std::vector<std::uint32_t> card_of_topic_;
  std::vector<std::uint32_t> card_of_goal_;
  std::uint32_t junctions_ = 0;
};

}  // namespace

Draft draft_roadmap(const TopicGraph& graph, const std::vector<bool>& left_out) {
  return RoadmapDrafter(graph, left_out).make();
}

}  // namespace prereq
