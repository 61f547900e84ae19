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
  if (!entry.name.empty()) return section_in_words(roadmap, roadmap.origin(index).named);
  if (depth == max_depth) return "…";
  const IndexRange written = roadmap.written(index);
  const bool all = is_joined_by_and(roadmap, index);
  const bool any = entry.least == 1;
  std::string text = all || any ? "" : std::to_string(entry.least) + " of ";
  for (RequirementIndex i = written.first; i < written.last; ++i) {
    if (i > written.first) text += all ? " and " : any ? " or " : ", ";
    const Requirement& inside = roadmap.requirements()[i];
    const bool is_group = roadmap.written(i).size() > 1 && inside.name.empty();
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

std::string more_together(const ReadyTopic& ready) {
  const std::size_t more = ready.together_count - ready.together.size();
  return more == 0 ? "" : " and " + std::to_string(more) + " more";
}

std::string entry_words(const Roadmap& roadmap, RequirementIndex entry) {
  return words(roadmap, entry, 0);
}

bool is_joined_by_and(const Roadmap& roadmap, RequirementIndex group) {
  const Requirement& entry = roadmap.requirements()[group];
  return entry.least == roadmap.written(group).size() && entry.least <= entry.entries.size();
}

std::string section_in_words(const Roadmap& roadmap, SectionIndex section) {
  return "all of " + std::string(roadmap.sections()[section].title);
}

std::string section_words(const Roadmap& roadmap, RequirementIndex entry, EdgeKind kind) {
  const RequirementOrigin origin = roadmap.origin(entry);
  const auto title = [&](SectionIndex section) {
    return "section " + std::string(roadmap.sections()[section].title);
  };
  const bool is_recommended = kind == EdgeKind::recommended;
  const std::string whole = origin.named == no_index ? "it" : "all of " + title(origin.named);
  if (origin.said_by != no_index) {
    return title(origin.said_by) + (is_recommended ? " recommends " : " requires ") + whole;
  }
  if (origin.named == no_index) return {};
  return whole + (is_recommended                  ? " is recommended"
                  : kind == EdgeKind::corequisite ? " goes with it"
                  : kind == EdgeKind::alternative ? " is one way"
                                                  : " is required");
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
