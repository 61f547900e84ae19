// Builds roadmaps in a test without a file, one call a topic:
//
//   RoadmapBuilder b;
//   b.topic("a", 2);
//   b.topic("b", 1, {"a", any({"x", all({"y", "z"})}), at_least(2, {"p", "q", "r"})});
//   TopicGraph graph(b.build());
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "prereq/roadmap.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq::testing {

struct Need {
  RequirementKind kind = RequirementKind::topic;
  std::uint32_t least = 0;
  std::string name;
  std::vector<Need> entries;
  std::string because;

  Need(const char* id) : name(id) {}             // NOLINT(google-explicit-constructor)
  Need(std::string id) : name(std::move(id)) {}  // NOLINT(google-explicit-constructor)
  Need(RequirementKind k, std::uint32_t n, std::vector<Need> e)
      : kind(k), least(n), entries(std::move(e)) {}
};

inline Need any(std::vector<Need> entries) { return {RequirementKind::any, 1, std::move(entries)}; }
inline Need all(std::vector<Need> entries) {
  const auto least = static_cast<std::uint32_t>(entries.size());
  return {RequirementKind::all, least, std::move(entries)};
}
inline Need at_least(std::uint32_t least, std::vector<Need> entries) {
  return {RequirementKind::at_least, least, std::move(entries)};
}
inline Need because(Need need, std::string reason) {
  need.because = std::move(reason);
  return need;
}

class RoadmapBuilder {
 public:
  // Each element gets a line of its own, counted up, so that spans order as the calls do.
  Topic& topic(const std::string& id, double hours = 1, const std::vector<Need>& needs = {},
               const std::vector<Need>& corequisites = {},
               const std::vector<Need>& recommendations = {});
  Goal& goal(const std::string& id, const std::vector<Need>& needs);
  SectionIndex section(const std::string& id, SectionIndex parent = no_index);
  // What the section requires and recommends of its topics.
  void section_needs(SectionIndex section, const std::vector<Need>& needs,
                     const std::vector<Need>& recommendations = {});
  RoadmapData& data() { return data_; }

  // Leaves the builder empty.
  Roadmap build();
  Roadmap build(Diagnostics& diagnostics);

 private:
  IndexRange add(const std::vector<Need>& needs);
  Span next_span();

  RoadmapData data_;
  std::uint32_t line_ = 0;
};

}  // namespace prereq::testing
