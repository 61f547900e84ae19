#include "support/reference.hpp"

#include <algorithm>

namespace prereq::testing {
namespace {

using Matrix = std::vector<std::vector<bool>>;

// Which vertex leads to which by one edge or more.
Matrix closure(Matrix edges) {
  const std::size_t size = edges.size();
  for (std::size_t via = 0; via < size; ++via) {
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b < size; ++b) {
        if (edges[a][via] && edges[via][b]) edges[a][b] = true;
      }
    }
  }
  return edges;
}

Matrix empty_matrix(const TopicGraph& graph) {
  return Matrix(graph.topic_count(), std::vector<bool>(graph.topic_count(), false));
}

bool is_met(const Roadmap& roadmap, const Requirement& entry, const std::vector<bool>& learned) {
  if (entry.kind == RequirementKind::topic) return entry.topic == no_index || learned[entry.topic];
  std::uint32_t met = 0;
  for (const Requirement& part : roadmap.requirements(entry.entries)) {
    if (is_met(roadmap, part, learned)) ++met;
  }
  return met >= entry.least;
}

// Edges as (prerequisite, dependent), and which of them are `requires` edges.
struct ReferenceEdges {
  Matrix any;
  Matrix requires_edge;
};

void add_blocking(const Roadmap& roadmap, const Requirement& entry, TopicIndex dependent,
                  const std::vector<bool>& learned, ReferenceEdges& edges) {
  if (is_met(roadmap, entry, learned)) return;
  if (entry.kind == RequirementKind::topic) {
    edges.any[entry.topic][dependent] = true;
    edges.requires_edge[entry.topic][dependent] = true;
    return;
  }
  for (const Requirement& part : roadmap.requirements(entry.entries)) {
    add_blocking(roadmap, part, dependent, learned, edges);
  }
}

ReferenceEdges edges_of(const TopicGraph& graph, bool blocking) {
  const Roadmap& roadmap = graph.roadmap();
  const std::vector<bool> learned = reference_learnable(graph);
  ReferenceEdges edges{empty_matrix(graph), empty_matrix(graph)};
  for (const Edge& edge : graph.edges()) {
    const bool both = learned[edge.prerequisite] && learned[edge.dependent];
    const bool neither = !learned[edge.prerequisite] && !learned[edge.dependent];
    if (edge.kind == EdgeKind::recommended) continue;
    if (edge.kind == EdgeKind::corequisite) {
      if (blocking ? neither : both) edges.any[edge.prerequisite][edge.dependent] = true;
    } else if (!blocking && both) {
      edges.any[edge.prerequisite][edge.dependent] = true;
      edges.requires_edge[edge.prerequisite][edge.dependent] = true;
    }
  }
  if (!blocking) return edges;
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (learned[t]) continue;
    for (const Requirement& entry : roadmap.requirements(roadmap.topics()[t].requirements)) {
      add_blocking(roadmap, entry, t, learned, edges);
    }
  }
  return edges;
}

// Extends `path` to every simple cycle back to its first topic, and keeps the best.
void search_cycles(const ReferenceEdges& edges, const std::vector<bool>& allowed,
                   std::vector<TopicIndex>& path, std::vector<TopicIndex>& best) {
  for (TopicIndex to = 0; to < allowed.size(); ++to) {
    if (!allowed[to] || !edges.any[path.back()][to]) continue;
    path.push_back(to);
    if (to == path.front()) {
      bool has_requires = false;
      for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        has_requires = has_requires || edges.requires_edge[path[i]][path[i + 1]];
      }
      const bool is_better =
          best.empty() || path.size() < best.size() || (path.size() == best.size() && path < best);
      if (has_requires && is_better) best = path;
    } else if (std::count(path.begin(), path.end(), to) == 1) {
      search_cycles(edges, allowed, path, best);
    }
    path.pop_back();
  }
}

}  // namespace

bool reference_met(const Roadmap& roadmap, IndexRange range, const std::vector<bool>& learned,
                   const std::set<RequirementIndex>& struck) {
  for (RequirementIndex index = range.first; index < range.last; ++index) {
    if (struck.contains(index)) continue;
    if (!is_met(roadmap, roadmap.requirements()[index], learned)) return false;
  }
  return true;
}

std::vector<bool> reference_learnable(const TopicGraph& graph,
                                      const std::set<TopicIndex>& forbidden,
                                      const std::set<RequirementIndex>& struck) {
  const Roadmap& roadmap = graph.roadmap();
  const std::uint32_t count = graph.topic_count();
  Matrix corequisites = empty_matrix(graph);
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::corequisite) corequisites[edge.dependent][edge.prerequisite] = true;
  }
  const Matrix together = closure(corequisites);

  std::vector<bool> learned(count, false);
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (TopicIndex t = 0; t < count; ++t) {
      if (learned[t]) continue;
      std::vector<TopicIndex> unit = {t};
      for (TopicIndex other = 0; other < count; ++other) {
        if (other != t && together[t][other] && together[other][t]) unit.push_back(other);
      }
      std::vector<bool> after = learned;
      for (const TopicIndex member : unit) after[member] = true;
      const bool can = std::ranges::all_of(unit, [&](TopicIndex member) {
        const Topic& topic = roadmap.topics()[member];
        return !forbidden.contains(member) &&
               reference_met(roadmap, topic.requirements, learned, struck) &&
               reference_met(roadmap, topic.corequisites, after);
      });
      if (!can) continue;
      learned = after;
      has_changed = true;
    }
  }
  return learned;
}

std::vector<RequirementIndex> reference_redundant(const TopicGraph& graph) {
  const Roadmap& roadmap = graph.roadmap();
  const std::vector<bool> learnable = reference_learnable(graph);
  std::vector<RequirementIndex> redundant;
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (!learnable[t]) continue;
    const IndexRange range = roadmap.topics()[t].requirements;
    std::set<RequirementIndex> struck;
    for (RequirementIndex index = range.first; index < range.last; ++index) {
      const Requirement& entry = roadmap.requirements()[index];
      if (entry.kind != RequirementKind::topic || entry.topic == no_index) continue;
      struck.insert(index);
      const std::vector<bool> without = reference_learnable(graph, {entry.topic}, struck);
      if (reference_met(roadmap, range, without, struck)) {
        struck.erase(index);
      } else {
        redundant.push_back(index);
      }
    }
  }
  return redundant;
}

std::vector<std::vector<TopicIndex>> reference_cycles(const TopicGraph& graph, bool blocking) {
  const std::uint32_t count = graph.topic_count();
  const ReferenceEdges edges = edges_of(graph, blocking);
  const Matrix leads = closure(edges.any);
  std::vector<std::vector<TopicIndex>> cycles;
  std::vector<bool> is_done(count, false);
  for (TopicIndex first = 0; first < count; ++first) {
    if (is_done[first] || !leads[first][first]) continue;
    std::vector<bool> component(count, false);
    for (TopicIndex t = 0; t < count; ++t) component[t] = leads[first][t] && leads[t][first];
    for (TopicIndex t = 0; t < count; ++t) is_done[t] = is_done[t] || component[t];
    // Where no simple cycle through the first one has a `requires` edge, any other one serves.
    std::vector<TopicIndex> best;
    for (TopicIndex start = first; start < count && best.empty(); ++start) {
      std::vector<TopicIndex> path = {start};
      if (component[start]) search_cycles(edges, component, path, best);
    }
    if (!best.empty()) cycles.push_back(best);
  }
  return cycles;
}

}  // namespace prereq::testing
