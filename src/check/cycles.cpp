#include "check/cycles.hpp"

#include <algorithm>
#include <utility>

#include "graph/and_or_graph.hpp"
#include "graph/components.hpp"

namespace prereq {
namespace {

constexpr EdgeIndex no_edge = UINT32_MAX;

bool is_requires(const Edge& edge) {
  return edge.kind == EdgeKind::required || edge.kind == EdgeKind::alternative;
}

// Breadth-first searches inside components. A state is a topic together with whether the walk to it
// has taken a `requires` edge; components share the marks, as no search leaves its own.
class CycleSearch {
 public:
  CycleSearch(const TopicGraph& graph, const std::vector<bool>& considered,
              const std::vector<std::uint32_t>& component)
      : graph_(graph),
        considered_(considered),
        component_(component),
        came_by_(std::size_t{graph.topic_count()} * 2) {}

  // The component of `first` must have a cycle with a `requires` edge.
  Cycle through(TopicIndex first) {
    const State start = state(first, false);
    queue_.assign(1, start);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      const State at = queue_[next];
      for (const EdgeIndex index : graph_.dependents_of(at / 2)) {
        const Edge& edge = graph_.edges()[index];
        if (!considered_[index] || component_[edge.dependent] != component_[first]) continue;
        const bool has_requires = at % 2 != 0 || is_requires(edge);
        if (edge.dependent == first && has_requires) return walk_back(at, index);
        const State to = state(edge.dependent, has_requires);
        if (came_by_[to].edge != no_edge || to == start) continue;
        came_by_[to] = {index, at};
        queue_.push_back(to);
      }
    }
    return {};
  }

 private:
  using State = std::uint32_t;
  struct Step {
    EdgeIndex edge = no_edge;
    State from = 0;
  };

  static State state(TopicIndex topic, bool has_requires) {
    return topic * 2 + (has_requires ? 1 : 0);
  }

  // The walk that ends with `last`, taken from state `at`.
  Cycle walk_back(State at, EdgeIndex last) const {
    Cycle cycle;
    cycle.edges.push_back(last);
    for (; at != queue_.front(); at = came_by_[at].from) cycle.edges.push_back(came_by_[at].edge);
    std::ranges::reverse(cycle.edges);
    return cycle;
  }

  const TopicGraph& graph_;
  const std::vector<bool>& considered_;
  const std::vector<std::uint32_t>& component_;
  std::vector<Step> came_by_;  // for each state
  std::vector<State> queue_;
};

// A shortest walk passes a topic twice only where corequisites alone lead back to `first`: then the
// part between the two visits is the cycle, and it starts at its own first-declared topic.
void cut_to_simple(const TopicGraph& graph, Cycle& cycle) {
  const auto edges = graph.edges();
  const auto size = cycle.edges.size();
  std::vector<std::pair<TopicIndex, std::size_t>> visits;
  for (std::size_t i = 0; i < size; ++i) visits.emplace_back(edges[cycle.edges[i]].prerequisite, i);
  std::ranges::sort(visits);
  std::size_t first = 0;
  std::size_t last = size;
  for (std::size_t i = 1; i < size; ++i) {
    if (visits[i].first != visits[i - 1].first) continue;
    if (visits[i].second - visits[i - 1].second >= last - first) continue;
    first = visits[i - 1].second;
    last = visits[i].second;
  }
  if (last - first == size) return;
  cycle.edges.assign(cycle.edges.begin() + static_cast<std::ptrdiff_t>(first),
                     cycle.edges.begin() + static_cast<std::ptrdiff_t>(last));
  const auto first_declared = std::ranges::min_element(
      cycle.edges, {}, [&](EdgeIndex index) { return edges[index].prerequisite; });
  std::rotate(cycle.edges.begin(), first_declared, cycle.edges.end());
}

// Flags the entries of unlearnable topics that are neither met nor in a group that is.
std::vector<bool> blocking_entries(const Roadmap& roadmap, const AndOrGraph& nodes,
                                   const std::vector<bool>& met) {
  std::vector<bool> met_group(roadmap.requirements().size(), false);
  for (NodeIndex n = nodes.topic_count(); n < nodes.node_count(); ++n) {
    if (nodes.group(n) != no_index) met_group[nodes.group(n)] = met[n];
  }
  std::vector<bool> blocking(roadmap.requirements().size(), false);
  std::vector<IndexRange> stack;
  for (TopicIndex t = 0; t < nodes.topic_count(); ++t) {
    if (met[t]) continue;
    stack = {roadmap.topics()[t].requirements, roadmap.topics()[t].corequisites};
    while (!stack.empty()) {
      const IndexRange range = stack.back();
      stack.pop_back();
      for (RequirementIndex index = range.first; index < range.last; ++index) {
        const Requirement& entry = roadmap.requirements()[index];
        if (entry.kind == RequirementKind::topic) {
          blocking[index] = entry.topic != no_index && !met[entry.topic];
        } else if (!met_group[index]) {
          stack.push_back(entry.entries);
        }
      }
    }
  }
  return blocking;
}

}  // namespace

std::vector<Cycle> shortest_cycles(const TopicGraph& graph, const std::vector<bool>& considered) {
  std::vector<std::pair<TopicIndex, TopicIndex>> ends;
  for (EdgeIndex index = 0; index < graph.edges().size(); ++index) {
    const Edge& edge = graph.edges()[index];
    if (considered[index]) ends.emplace_back(edge.prerequisite, edge.dependent);
  }
  if (ends.empty()) return {};
  const Components components = strong_components(graph.topic_count(), ends);

  std::vector<bool> has_cycle(components.count, false);
  for (EdgeIndex index = 0; index < graph.edges().size(); ++index) {
    const Edge& edge = graph.edges()[index];
    const std::uint32_t component = components.of[edge.dependent];
    if (considered[index] && is_requires(edge) && components.of[edge.prerequisite] == component) {
      has_cycle[component] = true;
    }
  }
  std::vector<Cycle> cycles;
  CycleSearch search(graph, considered, components.of);
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (!has_cycle[components.of[t]]) continue;
    has_cycle[components.of[t]] = false;
    cycles.push_back(search.through(t));
    cut_to_simple(graph, cycles.back());
  }
  return cycles;
}

CycleEdges cycle_edges(const TopicGraph& graph) {
  const AndOrGraph nodes(graph);
  const std::vector<bool> met = met_nodes(nodes);
  const std::vector<bool> blocking = blocking_entries(graph.roadmap(), nodes, met);
  // Where nothing is to be chosen from and no topics are learned together, what can be learned can
  // be put in order.
  const bool any_avoidable = nodes.node_count() > nodes.topic_count();
  CycleEdges result;
  result.blocking.reserve(graph.edges().size());
  result.avoidable.reserve(graph.edges().size());
  for (const Edge& edge : graph.edges()) {
    const bool counts = edge.kind != EdgeKind::recommended;
    result.blocking.push_back(counts && blocking[edge.requirement]);
    result.avoidable.push_back(counts && any_avoidable && met[edge.prerequisite] &&
                               met[edge.dependent]);
  }
  return result;
}

}  // namespace prereq
