// The requirements, recommendations and corequisites of topics, gathered edge by edge.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "roadmap/roadmap_data.hpp"

namespace prereq {

enum class EdgeListKind : std::uint8_t { requirement, recommendation, corequisite };

// Puts the entries behind the requirements that are there, and says where.
IndexRange append_entries(RoadmapData& data, const std::vector<Requirement>& entries);

class EdgeLists {
 public:
  // A topic that is in the list already is not repeated. The texts must outlive the lists.
  // O(log entries).
  void add(TopicIndex topic, EdgeListKind kind, const Requirement& entry);

  // Puts the lists behind the requirements that are there. Call once, when all topics are.
  void write(RoadmapData& data) const;

 private:
  std::vector<std::array<std::vector<Requirement>, 3>> lists_;  // by topic and kind
  std::set<std::tuple<TopicIndex, EdgeListKind, std::string_view>> named_;
};

}  // namespace prereq
