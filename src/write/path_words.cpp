#include "write/path_words.hpp"

#include <algorithm>
#include <iterator>

namespace prereq {
namespace {

constexpr std::size_t max_names = 3;
constexpr std::size_t max_titles = 8;
constexpr int max_depth = 16;  // of a requirement in words; what is deeper is `…`

std::string target_name(const Roadmap& roadmap, std::string_view name) {
  if (const auto topic = roadmap.find_topic(name)) {
    return std::string(roadmap.topics()[*topic].title);
  }
  if (const auto goal = roadmap.find_goal(name)) return std::string(roadmap.goals()[*goal].title);
  if (name.starts_with("section:")) {
    const auto section = roadmap.find_section(name.substr(8));
    if (section) return "section " + std::string(roadmap.sections()[*section].title);
  }
  return name == "all" ? "everything" : std::string(name);
}

// The first `most` and how many more; one more than `most` are all named.
std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() > most + 1 ? most : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

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

std::string counted(std::uint64_t count, std::string_view singular) {
  return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

std::string hours_words(HoursRange hours, bool guessed) {
  return (guessed ? "~" : "") + format_hours(hours.midpoint());
}

std::string cost_words(std::int64_t cost, PathUnit unit) {
  return unit == PathUnit::hours ? format_hours(Hours::from_seconds(cost))
                                 : counted(static_cast<std::uint64_t>(cost), "topic");
}

std::string target_words(const Roadmap& roadmap, const Targets& targets) {
  std::vector<std::string> names;
  for (const std::string& name : targets.names) names.push_back(target_name(roadmap, name));
  if (names.empty()) {
    for (const TopicIndex t : targets.topics) names.emplace_back(roadmap.topics()[t].title);
    for (const GoalIndex g : targets.goals) names.emplace_back(roadmap.goals()[g].title);
  }
  return listed(names, max_names);
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

std::string condition_words(const Roadmap& roadmap, const Path& path) {
  std::string text;
  const auto add = [&text](const std::string& words) {
    text += (text.empty() ? "" : ", ") + words;
  };
  if (!path.with.empty()) add("with " + title_words(roadmap, path.with));
  if (!path.avoid.empty()) add("without " + title_words(roadmap, path.avoid));
  if (path.free_only) add("with free topics only");
  if (path.recommended) add("with what is recommended");
  if (!text.empty()) text[0] = 'W';
  return text;
}

std::string title_words(const Roadmap& roadmap, const std::vector<TopicIndex>& topics) {
  std::vector<std::string> names;
  for (const TopicIndex t : topics) names.emplace_back(roadmap.topics()[t].title);
  return listed(names, max_titles);
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
