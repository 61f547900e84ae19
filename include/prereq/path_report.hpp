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
#include "prereq/timetable.hpp"
#include "prereq/why.hpp"

namespace prereq {

struct TextOptions {
  std::size_t columns = 80;  // at least 40
  bool color = false;        // SGR escapes
  bool explain = false;      // path: what each step is needed for
};

// A timetable is that of the path, from make_timetable(); with one, each says when.
std::string path_text(const TopicGraph& graph, const Path& path, const TextOptions& options = {},
                      const Timetable* timetable = nullptr);
std::string path_json(const TopicGraph& graph, const Path& path,
                      const Timetable* timetable = nullptr);
// A checklist with links.
std::string path_markdown(const TopicGraph& graph, const Path& path,
                          const Timetable* timetable = nullptr);
// RFC 4180, a row for each step below a header: `step,topic,title,section,hours,guessed,
// running_total,resource,url`, with a timetable `start,finish` or `start_week,finish_week` before
// `resource`. The section is its id; the resource the first that serves. Text is not altered.
std::string path_csv(const TopicGraph& graph, const Path& path,
                     const Timetable* timetable = nullptr);
// RFC 5545: an event of whole days for each step, from its first day to its last. A topic keeps its
// UID, which is made of the roadmap's title and the topic's id, so that importing a new plan moves
// its event; DTSTAMP is the start. Requires: a timetable with a start.
std::string path_ics(const TopicGraph& graph, const Path& path, const Timetable& timetable);

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
