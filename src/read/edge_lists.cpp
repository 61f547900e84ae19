#include "read/edge_lists.hpp"

namespace prereq {

IndexRange append_entries(RoadmapData& data, const std::vector<Requirement>& entries) {
  IndexRange range;
  range.first = static_cast<RequirementIndex>(data.requirements.size());
  data.requirements.insert(data.requirements.end(), entries.begin(), entries.end());
  range.last = static_cast<RequirementIndex>(data.requirements.size());
  return range;
}

void EdgeLists::add(TopicIndex topic, EdgeListKind kind, const Requirement& entry) {
  if (entry.kind == RequirementKind::topic && !named_.emplace(topic, kind, entry.name).second) {
    return;
  }
  if (lists_.size() <= topic) lists_.resize(topic + 1);
  lists_[topic][static_cast<std::size_t>(kind)].push_back(entry);
}

void EdgeLists::write(RoadmapData& data) const {
  for (TopicIndex t = 0; t < lists_.size(); ++t) {
    Topic& topic = data.topics[t];
    const std::array<IndexRange*, 3> ranges = {&topic.requirements, &topic.recommendations,
                                               &topic.corequisites};
    for (std::size_t kind = 0; kind < ranges.size(); ++kind) {
      *ranges[kind] = append_entries(data, lists_[t][kind]);
    }
  }
}

}  // namespace prereq
