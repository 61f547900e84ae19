#include "view/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "base/text_direction.hpp"
#include "path/path_words.hpp"
#include "roadmap/repeated_entries.hpp"

namespace prereq {
namespace {

std::string counted_type(std::size_t count, ResourceType type) {
  if (type == ResourceType::docs) return counted(count, "page") + " of docs";
  if (type == ResourceType::community && count != 1) return fmt::format("{} communities", count);
  return counted(count, to_string(type));
}

// Nobody listens to more of one list; and where all topics require all others, labels would be most
// of the picture.
constexpr std::size_t most_words_bytes = 4'000;

void say_how_many_more(std::size_t count, std::vector<std::string>& parts) {
  if (parts.size() < count) parts.push_back(fmt::format("{} more", count - parts.size()));
}

std::string title_of(const Roadmap& roadmap, const Requirement& entry) {
  return std::string(entry.topic == no_index ? entry.name : roadmap.topics()[entry.topic].title);
}

std::vector<std::string> titles_unlocked_by(const TopicGraph& graph, TopicIndex topic) {
  std::vector<TopicIndex> dependents;
  for (const EdgeIndex index : graph.dependents_of(topic)) {
    const Edge& edge = graph.edges()[index];
    if (edge.kind != EdgeKind::recommended) dependents.push_back(edge.dependent);
  }
  dependents.erase(std::unique(dependents.begin(), dependents.end()), dependents.end());
  std::vector<std::string> titles;
  std::size_t bytes = 0;
  for (const TopicIndex t : dependents) {
    titles.emplace_back(graph.roadmap().topics()[t].title);
    bytes += titles.back().size();
    if (bytes > most_words_bytes) break;
  }
  say_how_many_more(dependents.size(), titles);
  return titles;
}

}  // namespace

std::string isolated(std::string_view title) {
  if (text_direction(title) != TextDirection::right_to_left) return std::string(title);
  return fmt::format("\u2068{}\u2069", title);
}

std::string join_words(const std::vector<std::string>& parts, std::string_view last) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += i + 1 == parts.size() ? last : std::string_view(", ");
    joined += parts[i];
  }
  return joined;
}

std::string topics_and_hours(const Roadmap& roadmap, const std::vector<TopicIndex>& topics) {
  HoursRange hours;
  for (const TopicIndex t : topics) hours = hours + roadmap.topics()[t].hours;
  return fmt::format("{}, {}", counted(topics.size(), "topic"), format_hours(hours));
}

// Nesting is bounded by the reader, so recursion is as well.
std::string words_of_entry(const Roadmap& roadmap, RequirementIndex index) {
  const Requirement& entry = roadmap.requirements()[index];
  if (entry.kind == RequirementKind::topic) return title_of(roadmap, entry);
  std::vector<std::string> parts;
  const std::vector<RequirementIndex> entries = different_entries(roadmap, index);
  std::size_t bytes = 0;
  for (const RequirementIndex i : entries) {
    const Requirement& inner = roadmap.requirements()[i];
    const std::string words = words_of_entry(roadmap, i);
    parts.push_back(inner.kind == RequirementKind::topic ? words : "(" + words + ")");
    bytes += words.size();
    if (bytes > most_words_bytes) break;
  }
  say_how_many_more(entries.size(), parts);
  if (entry.kind == RequirementKind::all) return join_words(parts, " and ");
  if (entry.kind == RequirementKind::any) return "one of " + join_words(parts, " or ");
  return fmt::format("{} of {}", entry.least, join_words(parts, " or "));
}

std::string resource_count(std::span<const Resource> resources) {
  if (resources.empty()) return {};
  const bool all_link =
      std::ranges::none_of(resources, [](const Resource& r) { return r.url.empty(); });
  return counted(resources.size(), all_link ? "link" : "resource");
}

std::string resource_types(std::span<const Resource> resources) {
  std::map<ResourceType, std::size_t> of_type;
  for (const Resource& resource : resources) ++of_type[resource.type];
  const std::size_t others = std::exchange(of_type[ResourceType::unstated], 0);
  if (others == resources.size()) return {};
  std::vector<std::pair<ResourceType, std::size_t>> counts(of_type.begin(), of_type.end());
  std::ranges::stable_sort(counts, std::ranges::greater(),
                           &std::pair<ResourceType, std::size_t>::second);
  std::vector<std::string> parts;
  for (const auto& [type, count] : counts) {
    if (count > 0) parts.push_back(counted_type(count, type));
  }
  if (others > 0) parts.push_back(counted(others, "other"));
  return join_words(parts, ", ");
}

std::string card_detail(const Roadmap& roadmap, const Topic& topic) {
  const auto resources = roadmap.resources(topic.resources);
  const bool milestone = resources.empty() && topic.hours.high == Hours();
  if (milestone) return {};
  std::string detail = (topic.hours_guessed ? "~" : "") + format_hours(topic.hours);
  if (!resources.empty()) detail += " · " + resource_count(resources);
  return detail;
}

std::string resource_line(const Resource& resource) {
  std::string line(resource.title);
  if (!resource.by.empty()) line += fmt::format(" by {}", resource.by);
  std::vector<std::string> facts;
  if (!resource.part.empty()) facts.emplace_back(resource.part);
  if (resource.cost != Cost::unstated) facts.emplace_back(to_string(resource.cost));
  if (resource.type != ResourceType::unstated) facts.emplace_back(to_string(resource.type));
  if (resource.hours) facts.push_back(format_hours(*resource.hours));
  if (!resource.note.empty()) facts.emplace_back(resource.note);
  if (!facts.empty()) line += fmt::format(" ({})", join_words(facts, ", "));
  return line;
}

std::string group_words(const Requirement& group, std::size_t entries) {
  if (group.kind == RequirementKind::any) return "one of";
  if (group.kind == RequirementKind::all) return "all of";
  return fmt::format("{} of {}", group.least, entries);
}

std::string requirement_words(const Roadmap& roadmap, IndexRange requirements) {
  std::vector<std::string> parts;
  std::size_t bytes = 0;
  for (RequirementIndex i = requirements.first; i < requirements.last; ++i) {
    parts.push_back(words_of_entry(roadmap, i));
    bytes += parts.back().size();
    if (bytes > most_words_bytes) break;
  }
  say_how_many_more(requirements.size(), parts);
  return join_words(parts, parts.size() == 2 ? " and " : ", and ");
}

std::string topic_label(const TopicGraph& graph, TopicIndex index) {
  const Roadmap& roadmap = graph.roadmap();
  const Topic& topic = roadmap.topics()[index];
  std::string label = fmt::format("{}", topic.title);
  const std::string detail = card_detail(roadmap, topic);
  label += detail.empty() ? ": milestone" : ": " + detail;
  if (topic.level != Level::core) label += fmt::format(", {}", to_string(topic.level));
  label += ".";
  const auto say = [&](std::string_view what, const std::string& whom) {
    if (!whom.empty()) label += fmt::format(" {} {}.", what, whom);
  };
  say("Requires", requirement_words(roadmap, topic.requirements));
  say("Together with", requirement_words(roadmap, topic.corequisites));
  say("Helped by", requirement_words(roadmap, topic.recommendations));
  say("Unlocks", join_words(titles_unlocked_by(graph, index), " and "));
  return label;
}

std::string goal_label(const Roadmap& roadmap, const Goal& goal) {
  std::string label = fmt::format("Goal: {}.", goal.title);
  const std::string needs = requirement_words(roadmap, goal.requirements);
  if (!needs.empty()) label += fmt::format(" Requires {}.", needs);
  return label;
}

std::string roadmap_summary(const Roadmap& roadmap) {
  HoursRange hours;
  for (const Topic& topic : roadmap.topics()) hours = hours + topic.hours;
  std::string total = format_hours(hours);
  if (total.ends_with(" h")) total += total == "1 h" ? "our" : "ours";
  return fmt::format("{}, {}", counted(roadmap.topics().size(), "topic"), total);
}

std::string roadmap_description(const Roadmap& roadmap) {
  HoursRange hours;
  for (const Topic& topic : roadmap.topics()) hours = hours + topic.hours;
  std::string words = fmt::format("A prerequisite graph of {}, {} in all",
                                  counted(roadmap.topics().size(), "topic"), format_hours(hours));
  std::vector<std::string> sections;
  for (const Section& section : roadmap.sections()) sections.emplace_back(section.title);
  if (!sections.empty())
    words += fmt::format(", in the sections {}", join_words(sections, " and "));
  std::vector<std::string> goals;
  for (const Goal& goal : roadmap.goals()) goals.emplace_back(goal.title);
  words += ". Arrows lead from a prerequisite to what depends on it.";
  if (!goals.empty())
    words += fmt::format(" It leads to the goals {}.", join_words(goals, " and "));
  return words;
}

}  // namespace prereq
