#include "read/topic_limit.hpp"

#include <fmt/format.h>

namespace prereq {

void drop_topics_over_limit(RoadmapData& data, const ReadLimits& limits, Diagnostics& diagnostics) {
  if (data.topics.size() <= limits.topics) return;
  diagnostics.add(Code::too_large, data.topics[limits.topics].span,
                  fmt::format("there are more than {} topics", limits.topics));
  data.topics.resize(limits.topics);
  data.has_hours.resize(limits.topics);
  data.has_level.resize(limits.topics);
  data.incomplete = true;
}

}  // namespace prereq
