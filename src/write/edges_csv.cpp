#include <string_view>

#include "prereq/exchange.hpp"
#include "write/csv_text.hpp"

namespace prereq {
namespace {

// Empty for a kind that a list of edges cannot say.
std::string_view kind_name(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::required: return "requires";
    case EdgeKind::alternative: return "";
    case EdgeKind::corequisite: return "corequisite";
    case EdgeKind::recommended: return "recommends";
  }
  return "";
}

}  // namespace

std::string edges_csv(const TopicGraph& graph) {
  const Roadmap& roadmap = graph.roadmap();
  CsvText table;
  for (const std::string_view head : {"prerequisite", "topic", "kind", "because"}) table.add(head);
  table.end_row();
  for (const Edge& edge : graph.edges()) {
    const std::string_view kind = kind_name(edge.kind);
    if (kind.empty()) continue;
    table.add(roadmap.topics()[edge.prerequisite].id);
    table.add(roadmap.topics()[edge.dependent].id);
    table.add(kind);
    table.add(roadmap.requirements()[edge.requirement].because);
    table.end_row();
  }
  return table.take();
}

}  // namespace prereq
