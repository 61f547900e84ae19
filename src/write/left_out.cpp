// What the formats of other programs have no place for.
#include <algorithm>

#include "prereq/exchange.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

struct Contents {
  std::size_t groups = 0;          // requirements with a choice, outermost ones
  std::size_t reasons = 0;         // of requirements
  std::size_t resources = 0;       // all
  std::size_t more_resources = 0;  // beyond the first of a topic, and those of sections
  std::size_t without_edges = 0;   // topics
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
    for (const Requirement& entry : roadmap_.requirements()) {
      if (!entry.because.empty()) ++contents_.reasons;
      if (entry.kind != RequirementKind::topic && entry.least < entry.entries.size()) {
        ++contents_.groups;
      }
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

}  // namespace

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
  return list;
}

}  // namespace prereq
