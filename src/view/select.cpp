#include <string>
#include <utility>

#include "prereq/redundancy.hpp"
#include "prereq/view.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

class Selection {
 public:
  Selection(const TopicGraph& graph, const ViewOptions& options)
      : graph_(graph),
        roadmap_(graph.roadmap()),
        left_out_(graph.roadmap().requirements().size(), false) {
    if (options.all_edges) return;
    for (const auto& redundant : redundant_prerequisites(graph).found) {
      left_out_[redundant.entry] = true;
    }
  }

  View make() {
    view_.title = roadmap_.title();
    view_.summary = roadmap_summary(roadmap_);
    view_.description = roadmap_description(roadmap_);
    if (!roadmap_.description().empty()) {
      view_.description = std::string(roadmap_.description()) + " " + view_.description;
    }
    add_sections();
    add_topic_cards();
    add_goal_cards();
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) add_edges_of_topic(t);
    for (GoalIndex g = 0; g < roadmap_.goals().size(); ++g) {
      const Goal& goal = roadmap_.goals()[g];
      add_entries(goal.requirements, card_of_goal_[g], goal.id, EdgeStyle::required);
    }
    return std::move(view_);
  }

 private:
  void add_sections() {
    const auto sections = roadmap_.sections();
    std::vector<HoursRange> hours(sections.size());
    std::vector<bool> has_topics(sections.size(), false);
    for (const Topic& topic : roadmap_.topics()) {
      for (auto s = topic.section; s != no_index; s = sections[s].parent) {
        hours[s] = hours[s] + topic.hours;
        has_topics[s] = true;
      }
    }
    for (SectionIndex s = 0; s < sections.size(); ++s) {
      ViewSection section;
      section.id = sections[s].id;
      section.title = sections[s].title;
      section.parent = sections[s].parent;
      const auto resources = roadmap_.resources(sections[s].resources);
      if (has_topics[s]) {
        section.detail = format_hours(hours[s]);
        if (!resources.empty()) section.detail += " · " + resource_count(resources);
      } else if (!resources.empty()) {
        add_links_card(s, resources);
      }
      view_.sections.push_back(std::move(section));
    }
  }

  void add_links_card(SectionIndex section, std::span<const Resource> resources) {
    ViewCard card;
    card.kind = CardKind::links;
    card.id = roadmap_.sections()[section].id;
    card.title = resource_count(resources);
    card.section = section;
    for (const Resource& resource : resources) card.tooltip.push_back(resource_line(resource));
    card.label = card.title + " in " + std::string(roadmap_.sections()[section].title);
    view_.cards.push_back(std::move(card));
  }

  void add_topic_cards() {
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      const Topic& topic = roadmap_.topics()[t];
      ViewCard card;
      card.id = topic.id;
      card.title = topic.title;
      card.detail = card_detail(roadmap_, topic);
      card.kind = card.detail.empty() ? CardKind::milestone : CardKind::topic;
      card.section = topic.section;
      card.optional = topic.level == Level::optional;
      card.assumed = topic.level == Level::assumed;
      for (const Resource& resource : roadmap_.resources(topic.resources)) {
        if (card.url.empty()) card.url = resource.url;
        card.tooltip.push_back(resource_line(resource));
      }
      card.label = topic_label(graph_, t);
      card_of_topic_.push_back(static_cast<std::uint32_t>(view_.cards.size()));
      view_.cards.push_back(std::move(card));
    }
  }

  void add_goal_cards() {
    for (const Goal& goal : roadmap_.goals()) {
      ViewCard card;
      card.kind = CardKind::goal;
      card.id = goal.id;
      card.title = goal.title;
      if (!goal.description.empty()) card.tooltip.emplace_back(goal.description);
      card.label = goal_label(roadmap_, goal);
      card_of_goal_.push_back(static_cast<std::uint32_t>(view_.cards.size()));
      view_.cards.push_back(std::move(card));
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
  void add_entries(IndexRange range, std::uint32_t dependent, std::string_view to, EdgeStyle style,
                   bool inside_one_of = false) {
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      const Requirement& entry = roadmap_.requirements()[r];
      if (entry.kind == RequirementKind::topic) {
        if (entry.topic == no_index || left_out_[r]) continue;
        add_edge(card_of_topic_[entry.topic], dependent, style, entry.name, to, entry.because);
      } else if (needs_no_junction(entry, style, inside_one_of)) {
        add_entries(entry.entries, dependent, to, style, inside_one_of);
      } else {
        add_junction(entry, dependent, to, style);
      }
    }
  }

  // A group without a choice is drawn as plain edges, and "one of" inside "one of" is one.
  static bool needs_no_junction(const Requirement& group, EdgeStyle outer, bool inside_one_of) {
    if (outer != EdgeStyle::alternative) return group.least >= group.entries.size();
    return group.entries.size() == 1 || (inside_one_of && group.kind == RequirementKind::any);
  }

  void add_junction(const Requirement& group, std::uint32_t dependent, std::string_view to,
                    EdgeStyle outer) {
    ViewCard card;
    card.kind = CardKind::junction;
    card.id = std::string(to) + "/" + std::to_string(++junctions_);
    card.title = group_words(group);
    card.section = view_.cards[dependent].section;
    const auto junction = static_cast<std::uint32_t>(view_.cards.size());
    const std::string id = card.id;
    view_.cards.push_back(std::move(card));
    const bool no_choice = group.least >= group.entries.size();
    add_entries(group.entries, junction, to,
                no_choice ? EdgeStyle::required : EdgeStyle::alternative,
                group.kind == RequirementKind::any);
    add_edge(junction, dependent, outer, id, to, group.because);
  }

  void add_edge(std::uint32_t prerequisite, std::uint32_t dependent, EdgeStyle style,
                std::string_view from, std::string_view to, std::string_view because) {
    view_.edges.push_back(
        {prerequisite, dependent, style, std::string(from), std::string(to), std::string(because)});
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  std::vector<bool> left_out_;  // redundant entries, by RequirementIndex
  View view_;
  std::vector<std::uint32_t> card_of_topic_;
  std::vector<std::uint32_t> card_of_goal_;
  std::uint32_t junctions_ = 0;
};

}  // namespace

View select_view(const TopicGraph& graph, const ViewOptions& options) {
  return Selection(graph, options).make();
}

std::string picture_alt(const View& view) {
  std::string alt = view.title.empty() ? "Roadmap" : view.title;
  if (!view.summary.empty()) alt += ": " + view.summary;
  return alt;
}

}  // namespace prereq
