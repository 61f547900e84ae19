#include "path/path_words.hpp"

namespace prereq {
namespace {

constexpr std::size_t max_names = 3;
constexpr std::size_t max_titles = 8;

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

}  // namespace

std::string counted(std::uint64_t count, std::string_view singular) {
  return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
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
  names.reserve(topics.size());
  for (const TopicIndex t : topics) names.emplace_back(roadmap.topics()[t].title);
  return listed(names, max_titles);
}

}  // namespace prereq
