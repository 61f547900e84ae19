#include "write/path_words.hpp"

#include <algorithm>
#include <iterator>

namespace prereq {
namespace {

constexpr int max_depth = 16;  // of a requirement in words; what is deeper is `…`

std::string words(const Roadmap& roadmap, RequirementIndex index, int depth) {
  const Requirement& entry = roadmap.requirements()[index];
  if (entry.kind == RequirementKind::topic) {
    return std::string(entry.topic == no_index ? entry.name : roadmap.topics()[entry.topic].title);
  }
  if (depth == max_depth) return "…";
  const bool all = entry.least == entry.entries.size();
  const bool any = entry.least == 1;
  std::string text = all || any ? "" : std::to_string(entry.least) + " of ";
  for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
    if (i > entry.entries.first) text += all ? " and " : any ? " or " : ", ";
    const bool is_group = roadmap.requirements()[i].entries.size() > 1;
    const std::string inner = words(roadmap, i, depth + 1);
    text += is_group ? "(" + inner + ")" : inner;
  }
  return text;
}

}  // namespace

std::string hours_words(HoursRange hours, bool guessed) {
  return (guessed ? "~" : "") + format_hours(hours.midpoint());
}

std::string cost_words(std::int64_t cost, PathUnit unit) {
  return unit == PathUnit::hours ? format_hours(Hours::from_seconds(cost))
                                 : counted(static_cast<std::uint64_t>(cost), "topic");
}

PathDifference difference_to_unconstrained(const Path& path) {
  std::vector<TopicIndex> topics;
  for (const PathStep& step : path.steps) topics.push_back(step.topic);
  std::ranges::sort(topics);
  PathDifference difference;
  std::ranges::set_difference(topics, path.unconstrained_topics,
                              std::back_inserter(difference.added));
  std::ranges::set_difference(path.unconstrained_topics, topics,
                              std::back_inserter(difference.dropped));
  return difference;
}

std::string entry_words(const Roadmap& roadmap, RequirementIndex entry) {
  return words(roadmap, entry, 0);
}

std::vector<const Resource*> resources_to_use(const Roadmap& roadmap, const Topic& topic,
                                              bool free_only) {
  std::vector<const Resource*> all;
  for (const Resource& resource : roadmap.resources(topic.resources)) {
    if (!free_only || resource.cost != Cost::paid) all.push_back(&resource);
  }
  if (topic.choose == Choose::one && all.size() > 1) all.resize(1);
  return all;
}

}  // namespace prereq
