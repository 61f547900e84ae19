#include "read/edge_lists.hpp"

namespace prereq {

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
      const std::vector<Requirement>& list = lists_[t][kind];
      ranges[kind]->first = static_cast<RequirementIndex>(data.requirements.size());
      data.requirements.insert(data.requirements.end(), list.begin(), list.end());
      ranges[kind]->last = static_cast<RequirementIndex>(data.requirements.size());
    }
  }
}

}  // namespace prereq
