// GraphML by Boost's writer, which escapes what XML has a meaning for; what XML cannot hold at all
// is replaced here.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <locale>
#include <sstream>

#include "base/utf8.hpp"
#include "base/xml.hpp"
#include "prereq/exchange.hpp"

namespace prereq {
namespace {

struct GraphmlNode {
  std::string id;
  std::string title;
  std::string kind;
  std::string section;
  std::string level;
  double hours = 0;
  bool guessed = false;
  std::string url;
};

struct GraphmlEdge {
  std::string kind;
  std::string because;
};

using GraphmlGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, GraphmlNode, GraphmlEdge>;

std::string_view kind_name(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::required: return "required";
    case EdgeKind::alternative: return "alternative";
    case EdgeKind::corequisite: return "corequisite";
    case EdgeKind::recommended: return "recommended";
  }
  return "";
}

GraphmlNode topic_node(const Roadmap& roadmap, const Topic& topic) {
  GraphmlNode node;
  node.id = xml_characters(topic.id);
  node.title = xml_characters(topic.title);
  node.kind = "topic";
  if (topic.section != no_index) {
    node.section = xml_characters(roadmap.sections()[topic.section].id);
  }
  node.level = to_string(topic.level);
  node.hours = topic.hours.midpoint().as_double();
  node.guessed = topic.hours_guessed;
  if (!topic.resources.empty()) {
    node.url = xml_characters(roadmap.resources(topic.resources).front().url);
  }
  return node;
}

class GraphmlBuilder {
 public:
  explicit GraphmlBuilder(const TopicGraph& graph)
      : roadmap_(graph.roadmap()), made_(roadmap_.topics().size() + roadmap_.goals().size()) {
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      made_[t] = topic_node(roadmap_, roadmap_.topics()[t]);
    }
    for (const Edge& edge : graph.edges()) {
      add_edge(edge.prerequisite, edge.dependent, edge.requirement, kind_name(edge.kind));
    }
    for (GoalIndex g = 0; g < roadmap_.goals().size(); ++g) add_goal(g);
  }

  const GraphmlGraph& made() const { return made_; }

 private:
  void add_goal(GoalIndex g) {
    const Goal& goal = roadmap_.goals()[g];
    const std::size_t vertex = roadmap_.topics().size() + g;
    made_[vertex].id = xml_characters(goal.id);
    made_[vertex].title = xml_characters(goal.title);
    made_[vertex].kind = "goal";
    add_entries(vertex, goal.requirements, false);
  }

  // As deep as requirements are nested.
  void add_entries(std::size_t goal, IndexRange range, bool has_choice) {
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      const Requirement& entry = roadmap_.requirements()[r];
      if (entry.kind != RequirementKind::topic) {
        add_entries(goal, entry.entries, has_choice || entry.least < entry.entries.size());
      } else if (entry.topic != no_index) {
        add_edge(entry.topic, goal, r,
                 kind_name(has_choice ? EdgeKind::alternative : EdgeKind::required));
      }
    }
  }

  void add_edge(std::size_t from, std::size_t to, RequirementIndex entry, std::string_view kind) {
    boost::add_edge(from, to,
                    {std::string(kind), xml_characters(roadmap_.requirements()[entry].because)},
                    made_);
  }

  const Roadmap& roadmap_;
  GraphmlGraph made_;
};

}  // namespace

std::string graphml(const TopicGraph& graph) {
  // The writer's property maps are of graphs that could be changed.
  GraphmlGraph made = GraphmlBuilder(graph).made();
  boost::dynamic_properties properties;
  properties.property("id", boost::get(&GraphmlNode::id, made));
  properties.property("title", boost::get(&GraphmlNode::title, made));
  properties.property("kind", boost::get(&GraphmlNode::kind, made));
  properties.property("section", boost::get(&GraphmlNode::section, made));
  properties.property("level", boost::get(&GraphmlNode::level, made));
  properties.property("hours", boost::get(&GraphmlNode::hours, made));
  properties.property("guessed", boost::get(&GraphmlNode::guessed, made));
  properties.property("url", boost::get(&GraphmlNode::url, made));
  properties.property("kind", boost::get(&GraphmlEdge::kind, made));
  properties.property("because", boost::get(&GraphmlEdge::because, made));
  std::ostringstream out;
  out.imbue(std::locale::classic());
  constexpr bool ordered_vertices = true;
  boost::write_graphml(out, made, boost::get(boost::vertex_index, made), properties,
                       ordered_vertices);
  return std::move(out).str();
}

}  // namespace prereq
