// The shortest path by trying every set of topics: slow and obvious, to compare with.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "prereq/path.hpp"

namespace prereq::testing {

struct ReferencePath {
  std::vector<TopicIndex> topics;  // by declaration
  std::int64_t total = 0;          // seconds or topics
};

// Requires: at most 20 topics. Knows exactly `known`; obeys `with`, `avoid` and `unit`.
std::optional<ReferencePath> reference_path(const Roadmap& roadmap, const Targets& targets,
                                            const PathOptions& options);

// Whether the steps are a plan for the targets, in an order that can be followed.
bool can_be_followed(const Roadmap& roadmap, const Targets& targets,
                     const std::vector<TopicIndex>& known, const std::vector<TopicIndex>& steps);

}  // namespace prereq::testing
