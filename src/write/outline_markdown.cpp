#include <algorithm>

#include "prereq/exchange.hpp"
#include "write/page_pieces.hpp"
#include "write/page_text.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

// Topics in an order that can be followed: known ones first. By declaration where there is no such
// order, which is a mistake in the roadmap.
std::vector<TopicIndex> topics_in_order(const TopicGraph& graph) {
  std::vector<TopicIndex> order;
  Targets everything;
  everything.names = {"all"};
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) everything.topics.push_back(t);
  Diagnostics ignored;
  const auto path = shortest_path(graph, everything, {}, ignored);
  if (!path) return everything.topics;
  order = path->known;
  for (const PathStep& step : path->steps) order.push_back(step.topic);
  return order;
}

class Outline {
 public:
  explicit Outline(const TopicGraph& graph)
      : graph_(graph), roadmap_(graph.roadmap()), page_(PageFormat::markdown) {
    is_begun_.resize(roadmap_.sections().size());
    has_topics_.resize(roadmap_.sections().size());
    for (const Topic& topic : roadmap_.topics()) {
      if (topic.section != no_index) has_topics_[topic.section] = true;
    }
  }

  std::string write() {
    if (!roadmap_.title().empty()) page_.paragraph("# " + page_.words(roadmap_.title()));
    if (!roadmap_.description().empty()) page_.paragraph(page_.words(roadmap_.description()));
    SectionIndex section = no_index;
    for (const TopicIndex t : topics_in_order(graph_)) {
      const SectionIndex of = roadmap_.topics()[t].section;
      if (of != section && (of != no_index || any_begun_)) begin_section(of);
      section = of;
      add_topic(roadmap_.topics()[t]);
    }
    for (SectionIndex s = 0; s < is_begun_.size(); ++s) {
      if (!is_begun_[s] && !roadmap_.sections()[s].resources.empty()) begin_section(s);
    }
    add_goals();
    if (roadmap_.roadmap_resources().empty()) return page_.take();
    page_.paragraph("## Resources");
    add_resources(roadmap_.roadmap_resources());
    return page_.take();
  }

 private:
  void begin_section(SectionIndex s) {
    any_begun_ = true;
    if (s == no_index) {
      page_.paragraph("## Without a section");
      return;
    }
    const Section& section = roadmap_.sections()[s];
    const std::string_view again = is_begun_[s] ? ", continued" : "";
    page_.paragraph("## " + page_.words(section.title) + std::string(again));
    if (is_begun_[s]) return;
    is_begun_[s] = true;
    if (!section.description.empty()) page_.paragraph(page_.words(section.description));
    if (section.resources.empty()) return;
    add_resources(roadmap_.resources(section.resources));
    if (has_topics_[s]) page_.paragraph("Topics:");
  }

  void add_resources(std::span<const Resource> resources) {
    for (const Resource& each : resources) page_.item(resource_piece(page_, each));
  }

  void add_topic(const Topic& topic) {
    std::string facts = hours_words(topic.hours, topic.hours_guessed);
    if (topic.level != Level::core) facts += ", " + std::string(to_string(topic.level));
    page_.box(page_.words(topic.title) + " (" + facts + ")", resources_of(topic));
    add_entries("Requires ", topic.requirements);
    add_entries("Together with ", topic.corequisites);
    add_entries("Helpful before: ", topic.recommendations);
    if (!topic.note.empty()) page_.item(page_.words(topic.note), 1);
  }

  std::string resources_of(const Topic& topic) const {
    std::string text;
    for (const Resource& each : roadmap_.resources(topic.resources)) {
      const char* const between = topic.choose == Choose::all ? "; " : "; or ";
      text += (text.empty() ? ": " : between) + resource_piece(page_, each);
    }
    return text;
  }

  void add_entries(std::string_view lead, IndexRange range) {
    if (!range.empty()) page_.item(std::string(lead) + entries(range), 1);
  }

  std::string entries(IndexRange range) const {
    std::string text;
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      const Requirement& entry = roadmap_.requirements()[r];
      text += (text.empty() ? "" : "; ") + page_.words(entry_words(roadmap_, r));
      if (!entry.because.empty()) text += " (" + page_.words(entry.because) + ")";
    }
    return text;
  }

  void add_goals() {
    if (roadmap_.goals().empty()) return;
    page_.paragraph("## Goals");
    for (const Goal& goal : roadmap_.goals()) {
      std::string text = page_.strong(page_.words(goal.title));
      if (!goal.requirements.empty()) text += " requires " + entries(goal.requirements);
      if (!goal.description.empty()) text += ": " + page_.words(goal.description);
      page_.item(text);
    }
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  PageText page_;
  std::vector<bool> is_begun_;    // by section
  std::vector<bool> has_topics_;  // by section
  bool any_begun_ = false;
};

}  // namespace

std::string outline_markdown(const TopicGraph& graph) { return Outline(graph).write(); }

}  // namespace prereq
