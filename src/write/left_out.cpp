// What the formats of other programs have no place for.
#include <algorithm>

#include "prereq/exchange.hpp"
#include "roadmap/entries.hpp"
#include "roadmap/title_id.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

struct Contents {
  std::size_t groups = 0;          // requirements with a choice, outermost ones
  std::size_t reasons = 0;         // of requirements
  std::size_t inner_reasons = 0;   // of what stands in a choice
  std::size_t resources = 0;       // all
  std::size_t more_resources = 0;  // beyond the first of a topic, and those of sections
  std::size_t without_edges = 0;   // topics
  std::size_t of_sections = 0;     // requirements and recommendations of whole sections
  std::size_t on_sections = 0;     // entries that name a whole section
};

class Counter {
 public:
  explicit Counter(const TopicGraph& graph) : roadmap_(graph.roadmap()) {
    std::vector<bool> has_edge(graph.topic_count(), false);
    for (const Edge& edge : graph.edges()) {
      if (edge.kind == EdgeKind::alternative) continue;
      has_edge[edge.prerequisite] = has_edge[edge.dependent] = true;
    }
    contents_.without_edges = static_cast<std::size_t>(std::ranges::count(has_edge, false));
    for (const Topic& topic : roadmap_.topics()) {
      for (const IndexRange list :
           {topic.requirements, topic.recommendations, topic.corequisites}) {
        count_entries(list, false);
      }
    }
    for (const Goal& goal : roadmap_.goals()) count_entries(goal.requirements, false);
    for (const Section& section : roadmap_.sections()) {
      count_entries(section.requirements, true);
      count_entries(section.recommendations, true);
    }
    const auto count = [this](std::size_t resources, std::size_t shown) {
      contents_.resources += resources;
      contents_.more_resources += resources - std::min(resources, shown);
    };
    for (const Topic& topic : roadmap_.topics()) count(topic.resources.size(), 1);
    for (const Section& section : roadmap_.sections()) count(section.resources.size(), 0);
    count(roadmap_.roadmap_resources().size(), 0);
  }

  const Contents& contents() const { return contents_; }

 private:
  // As they were written: what a section says is counted there.
  void count_entries(IndexRange list, bool is_of_section) {
    SectionIndex last = no_index;
    for (RequirementIndex i = list.first; i < list.last; ++i) {
      const Requirement& outermost = roadmap_.requirements()[i];
      const RequirementOrigin origin = roadmap_.origin(i);
      if (origin.said_by != no_index) return;
      const bool is_more = outermost.kind == RequirementKind::topic && origin.named != no_index &&
                           origin.named == last;
      last = origin.named;
      if (is_more) continue;
      if (is_of_section) ++contents_.of_sections;
      if (origin.named != no_index && !is_of_section) ++contents_.on_sections;
      for (const RequirementIndex r : with_inner_entries(roadmap_, {i, i + 1})) {
        if (r != i && roadmap_.origin(r).named != no_index) continue;
        const Requirement& entry = roadmap_.requirements()[r];
        if (!entry.because.empty()) ++contents_.reasons;
        if (entry.kind == RequirementKind::topic || !entry.name.empty()) continue;
        for (const Requirement& inside : roadmap_.requirements(entry.entries)) {
          if (!inside.because.empty()) ++contents_.inner_reasons;
        }
        if (entry.least < entry.entries.size()) ++contents_.groups;
      }
    }
  }

  const Roadmap& roadmap_;
  Contents contents_;
};

void add_count(std::vector<std::string>& list, std::size_t count, std::string_view singular,
               std::string_view plural) {
  if (count == 0) return;
  list.push_back(std::to_string(count) + " " + std::string(count == 1 ? singular : plural));
}

void add_notes(std::vector<std::string>& list, const Roadmap& roadmap) {
  const auto has_note = [](const auto& each) {
    return !each.note.empty() || !each.description.empty();
  };
  const auto notes = std::ranges::count_if(roadmap.topics(), has_note) +
                     std::ranges::count_if(roadmap.sections(), has_note);
  add_count(list, static_cast<std::size_t>(notes), "note", "notes");
}

void add_whole_sections(std::vector<std::string>& list, const Contents& contents) {
  add_count(list, contents.of_sections + contents.on_sections,
            "section as a prerequisite or dependent, written out topic by topic",
            "sections as prerequisites or dependents, written out topic by topic");
}

// What only a roadmap file says.
void add_settings(std::vector<std::string>& list, const Roadmap& roadmap) {
  add_count(list, roadmap.aliases().size(), "alias", "aliases");
  add_count(list, roadmap.allowances().size(), "silenced code", "silenced codes");
}

// Ids that nobody would make from the titles.
std::size_t count_own_ids(const Roadmap& roadmap) {
  const auto is_own = [](const auto& each) { return id_from_title(each.title) != each.id; };
  const auto count = std::ranges::count_if(roadmap.topics(), is_own) +
                     std::ranges::count_if(roadmap.goals(), is_own) +
                     std::ranges::count_if(roadmap.sections(), is_own);
  return static_cast<std::size_t>(count);
}

// Sections below the deepest heading of Markdown.
std::size_t count_deep_sections(const Roadmap& roadmap) {
  constexpr int deepest = 5;
  std::size_t count = 0;
  for (const Section& section : roadmap.sections()) {
    int depth = 1;
    for (SectionIndex s = section.parent; s != no_index && depth <= deepest;
         s = roadmap.sections()[s].parent) {
      ++depth;
    }
    if (depth > deepest) ++count;
  }
  return count;
}

}  // namespace

std::vector<std::string> not_in_dot(const TopicGraph& graph) {
  const Contents contents = Counter(graph).contents();
  std::vector<std::string> list;
  add_notes(list, graph.roadmap());
  add_count(list, contents.more_resources, "further resource", "further resources");
  add_settings(list, graph.roadmap());
  return list;
}

std::vector<std::string> not_in_markdown(const TopicGraph& graph) {
  const Contents contents = Counter(graph).contents();
  std::vector<std::string> list;
  add_count(list, count_own_ids(graph.roadmap()), "id that its title does not give",
            "ids that their titles do not give");
  add_count(list, contents.inner_reasons, "reason within a choice", "reasons within choices");
  add_count(list, count_deep_sections(graph.roadmap()), "section's depth", "sections' depths");
  add_settings(list, graph.roadmap());
  return list;
}

std::vector<std::string> not_in_mermaid(const TopicGraph& graph) {
  const Contents contents = Counter(graph).contents();
  std::vector<std::string> list;
  add_notes(list, graph.roadmap());
  add_count(list, contents.reasons, "reason of a prerequisite", "reasons of prerequisites");
  add_count(list, contents.more_resources, "further resource", "further resources");
  return list;
}

std::vector<std::string> not_in_graphml(const TopicGraph& graph) {
  const Contents contents = Counter(graph).contents();
  std::vector<std::string> list;
  add_notes(list, graph.roadmap());
  add_count(list, contents.groups, "choice, whose alternatives are edges",
            "choices, whose alternatives are edges");
  add_count(list, contents.more_resources, "further resource", "further resources");
  add_whole_sections(list, contents);
  return list;
}

std::vector<std::string> not_in_csv(const TopicGraph& graph) {
  const Contents contents = Counter(graph).contents();
  const Roadmap& roadmap = graph.roadmap();
  std::vector<std::string> list;
  if (!roadmap.topics().empty()) list.emplace_back("titles, hours and levels of topics");
  add_notes(list, roadmap);
  add_count(list, roadmap.sections().size(), "section", "sections");
  add_count(list, roadmap.goals().size(), "goal", "goals");
  add_count(list, contents.resources, "resource", "resources");
  add_count(list, contents.groups, "choice between alternatives", "choices between alternatives");
  add_count(list, contents.without_edges, "topic without edges", "topics without edges");
  add_whole_sections(list, contents);
  add_settings(list, roadmap);
  return list;
}

}  // namespace prereq
