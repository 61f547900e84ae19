#include "roadmap/resolve.hpp"

#include <string>

namespace prereq {
namespace {

void index_names(RoadmapData& data) {
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    data.section_by_id.try_emplace(data.sections[s].id, s);
  }
  for (TopicIndex t = 0; t < data.topics.size(); ++t) {
    data.topic_by_name.try_emplace(data.topics[t].id, t);
  }
  for (GoalIndex g = 0; g < data.goals.size(); ++g) {
    data.goal_by_id.try_emplace(data.goals[g].id, g);
  }
}

void resolve_requirements(RoadmapData& data, Diagnostics& diagnostics) {
  for (Requirement& entry : data.requirements) {
    if (entry.kind != RequirementKind::topic) continue;
    const auto found = data.topic_by_name.find(entry.name);
    if (found != data.topic_by_name.end()) {
      entry.topic = found->second;
    } else if (!data.incomplete) {
      diagnostics.add(Code::unknown_topic, entry.span,
                      "topic '" + std::string(entry.name) + "' is not defined");
    }
  }
}

}  // namespace

void resolve(RoadmapData& data, Diagnostics& diagnostics) {
  index_names(data);
  resolve_requirements(data, diagnostics);
}

}  // namespace prereq
