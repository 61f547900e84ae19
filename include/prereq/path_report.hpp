// Paths, chains and the like for people and programs.
//
// Text is for a terminal: lines of at most `columns` cells (an unbreakable word may be longer),
// control characters in author text made visible, `~` before hours that nobody stated. Every
// function returns the whole output, ending in a line break. JSON has `"version": 1`, members as in
// the guide, hours as numbers, numbers above 2^53 as strings; ids are always the topics' own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "prereq/next.hpp"
#include "prereq/path.hpp"
#include "prereq/why.hpp"

namespace prereq {

struct TextOptions {
  std::size_t columns = 80;  // at least 40
  bool color = false;        // SGR escapes
  bool explain = false;      // path: what each step is needed for
};

std::string path_text(const TopicGraph& graph, const Path& path, const TextOptions& options = {});
std::string path_json(const TopicGraph& graph, const Path& path);
// A checklist with links.
std::string path_markdown(const TopicGraph& graph, const Path& path);

// `why` from why_topic() or why_goal() with the same ends.
std::string why_text(const TopicGraph& graph, const Why& why, std::string_view prerequisite,
                     std::string_view dependent, const TextOptions& options = {});
std::string why_json(const TopicGraph& graph, const Why& why);

std::string next_text(const TopicGraph& graph, const Next& next, const TextOptions& options = {});
std::string next_json(const TopicGraph& graph, const Next& next);

std::string goals_text(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                       const TextOptions& options = {});
std::string goals_json(const TopicGraph& graph, const std::vector<GoalProgress>& goals);

std::string topic_text(const TopicGraph& graph, const TopicDetails& details,
                       const TextOptions& options = {});
std::string topic_json(const TopicGraph& graph, const TopicDetails& details);

}  // namespace prereq
