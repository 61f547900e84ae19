#include <algorithm>

#include "prereq/exchange.hpp"
#include "read/markdown_words.hpp"
#include "write/page_pieces.hpp"
#include "write/page_text.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

constexpr std::size_t deepest_heading = 6;  // that Markdown has

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

// Names with their joints: brackets among them are syntax, also where they look like facts.
std::string with_plain_brackets(std::string names) {
  constexpr std::string_view entity = "&#40;";
  for (auto at = names.find(entity); at != std::string::npos; at = names.find(entity, at)) {
    names.replace(at, entity.size(), "(");
  }
  return names;
}

class Outline {
 public:
  explicit Outline(const TopicGraph& graph)
      : graph_(graph), roadmap_(graph.roadmap()), page_(PageFormat::markdown) {
    is_begun_.resize(roadmap_.sections().size());
    has_topics_.resize(roadmap_.sections().size());
    links_.resize(roadmap_.sections().size());
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      const Topic& topic = roadmap_.topics()[t];
      if (topic.section == no_index) continue;
      if (roadmap_.stands_for_section(t)) {
        links_[topic.section] = topic.resources;
      } else {
        has_topics_[topic.section] = true;
      }
    }
    for (SectionIndex s = 0; s < links_.size(); ++s) {
      if (links_[s].empty()) links_[s] = roadmap_.sections()[s].resources;
    }
  }

  std::string write() {
    if (!roadmap_.title().empty()) page_.paragraph("# " + page_.words(roadmap_.title()));
    if (!roadmap_.description().empty()) page_.paragraph(page_.words(roadmap_.description()));
    if (!roadmap_.note().empty()) page_.paragraph("Note: " + page_.words(roadmap_.note()));
    SectionIndex section = no_index;
    for (const TopicIndex t : topics_in_order(graph_)) {
      const SectionIndex of = roadmap_.topics()[t].section;
      if (of != section && (of != no_index || any_begun_)) go_to_section(section, of);
      section = of;
      if (!roadmap_.stands_for_section(t)) add_topic(roadmap_.topics()[t]);
    }
    for (SectionIndex s = 0; s < is_begun_.size(); ++s) {
      if (is_begun_[s] || links_[s].empty()) continue;
      go_to_section(section, s);
      section = s;
    }
    add_goals();
    if (roadmap_.roadmap_resources().empty()) return page_.take();
    page_.paragraph("## Resources");
    add_resources(roadmap_.roadmap_resources());
    return page_.take();
  }

 private:
  // The section and those around it, the outermost first.
  std::vector<SectionIndex> around(SectionIndex section) const {
    std::vector<SectionIndex> all;
    for (; section != no_index; section = roadmap_.sections()[section].parent) {
      all.push_back(section);
    }
    std::ranges::reverse(all);
    return all;
  }

  // The headings that are not open yet.
  void go_to_section(SectionIndex from, SectionIndex to) {
    any_begun_ = true;
    if (to == no_index) {
      page_.paragraph("## " + std::string(without_section_title));
      return;
    }
    const std::vector<SectionIndex> open = around(from);
    const std::vector<SectionIndex> wanted = around(to);
    const auto [first, ignored] =
        std::mismatch(wanted.begin(), wanted.end(), open.begin(), open.end());
    // Back from a section to the one around it: only a heading closes one.
    const std::size_t begin =
        std::min(static_cast<std::size_t>(first - wanted.begin()), wanted.size() - 1);
    for (std::size_t depth = begin; depth < wanted.size(); ++depth) {
      begin_section(wanted[depth], depth, depth + 1 == wanted.size());
    }
  }

  void begin_section(SectionIndex s, std::size_t depth, bool is_last) {
    const Section& section = roadmap_.sections()[s];
    const std::string level(std::min<std::size_t>(depth + 2, deepest_heading), '#');
    page_.paragraph(level + " " + page_.words(section.title) + (is_begun_[s] ? ", continued" : ""));
    if (is_begun_[s]) return;
    is_begun_[s] = true;
    if (!section.description.empty()) page_.paragraph(page_.words(section.description));
    if (!section.note.empty()) page_.paragraph("Note: " + page_.words(section.note));
    if (!section.requirements.empty()) {
      page_.paragraph("Requires: " + entries(section.requirements));
    }
    if (!section.recommendations.empty()) {
      page_.paragraph("Helpful before: " + entries(section.recommendations));
    }
    if (links_[s].empty()) return;
    page_.paragraph("Resources:");
    add_resources(roadmap_.resources(links_[s]));
    if (is_last && has_topics_[s]) page_.paragraph("Topics:");
  }

  void add_resources(std::span<const Resource> resources) {
    for (const Resource& each : resources) page_.item(resource_piece(page_, each));
  }

  void add_topic(const Topic& topic) {
    std::string facts = (topic.hours_guessed ? "~" : "") + format_hours(topic.hours);
    if (topic.level != Level::core) facts += ", " + std::string(to_string(topic.level));
    page_.box(page_.strong(page_.words(topic.title)) + " (" + facts + ")", resources_of(topic));
    if (!topic.description.empty()) page_.item("About: " + page_.words(topic.description), 1);
    add_entries("Requires: ", topic.requirements);
    add_entries("Together with: ", topic.corequisites);
    add_entries("Helpful before: ", topic.recommendations);
    if (!topic.note.empty()) page_.item("Note: " + page_.words(topic.note), 1);
  }

  std::string resources_of(const Topic& topic) const {
    std::string text;
    for (const Resource& each : roadmap_.resources(topic.resources)) {
      const char* const between = topic.choose == Choose::all ? " and " : " or ";
      text += (text.empty() ? ": " : between) + resource_piece(page_, each);
    }
    return text;
  }

  void add_entries(std::string_view lead, IndexRange range) {
    const std::string text = entries(range);
    if (!text.empty()) page_.item(std::string(lead) + text, 1);
  }

  // What a section says to all its topics stands below its heading. In a list of topics alone, a
  // section stands in place of its topics.
  std::string entries(IndexRange range) const {
    std::string text;
    SectionIndex last = no_index;
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      const Requirement& entry = roadmap_.requirements()[r];
      const RequirementOrigin origin = roadmap_.origin(r);
      if (origin.said_by != no_index) break;
      const bool is_more =
          entry.kind == RequirementKind::topic && origin.named != no_index && origin.named == last;
      last = origin.named;
      if (is_more) continue;
      const std::string words = with_plain_brackets(
          page_.words(origin.named == no_index ? entry_words(roadmap_, r)
                                               : section_in_words(roadmap_, origin.named)));
      // "A and B (why)" would give a reason for B.
      const bool joins_all = origin.named == no_index && roadmap_.written(r).size() > 1 &&
                             is_joined_by_and(roadmap_, r);
      const bool in_brackets = joins_all && !entry.because.empty();
      text += (text.empty() ? "" : "; ") + (in_brackets ? "(" + words + ")" : words);
      if (!entry.because.empty()) text += " (" + page_.words(entry.because) + ")";
    }
    return text;
  }

  void add_goals() {
    if (roadmap_.goals().empty()) return;
    page_.paragraph("## Goals");
    for (const Goal& goal : roadmap_.goals()) {
      std::string text = page_.strong(page_.words(goal.title));
      if (!goal.description.empty()) text += ": " + page_.words(goal.description);
      page_.item(text);
      page_.item(
          "Requires: " + (goal.requirements.empty() ? "nothing" : entries(goal.requirements)), 1);
    }
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  PageText page_;
  std::vector<IndexRange> links_;  // by section, those of the topic that stands for it too
  std::vector<bool> is_begun_;     // by section
  std::vector<bool> has_topics_;   // by section
  bool any_begun_ = false;
};

}  // namespace

std::string outline_markdown(const TopicGraph& graph) { return Outline(graph).write(); }

}  // namespace prereq
