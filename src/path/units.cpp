#include "path/units.hpp"

#include <numeric>
#include <utility>

#include "graph/components.hpp"

namespace prereq {

std::vector<TopicIndex> learned_together(const Roadmap& roadmap,
                                         const std::vector<Standing>& standing) {
  const auto topics = roadmap.topics();
  std::vector<TopicIndex> lowest(topics.size());
  std::iota(lowest.begin(), lowest.end(), 0U);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (TopicIndex t = 0; t < topics.size(); ++t) {
    if (standing[t] == Standing::known) continue;
    for (const Requirement& entry : roadmap.requirements(topics[t].corequisites)) {
      if (entry.topic == no_index || standing[entry.topic] == Standing::known) continue;
      edges.emplace_back(t, entry.topic);
    }
  }
  if (edges.empty()) return lowest;

  const Components components = strong_components(static_cast<std::uint32_t>(topics.size()), edges);
  std::vector<TopicIndex> lowest_of(components.count, no_index);
  for (TopicIndex t = 0; t < topics.size(); ++t) {
    TopicIndex& of = lowest_of[components.of[t]];
    if (of == no_index) of = t;
    lowest[t] = of;
  }
  return lowest;
}

}  // namespace prereq
