// What can be started now, and how far the goals are.
//
// All take what is known as in path.hpp: implied and assumed knowledge is added by the caller's
// choice of `known_exactly`.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "prereq/path.hpp"

namespace prereq {

// ---- next ----

// A topic of the outer fringe (Falmagne and Doignon): not known, everything it requires is known.
struct ReadyTopic {
  TopicIndex topic = no_index;
  // Unknown topics (of the path, when there are targets) that depend on it, directly or through
  // others, alternatives included.
  std::uint32_t unlocks = 0;
  HoursRange hours;
  // How many others have to be learned together with it: corequisites of one another.
  std::uint32_t together_count = 0;
  // The first of them, by declaration: at most `most_together`, as each of them has all others.
  std::vector<TopicIndex> together;
};
inline constexpr std::uint32_t most_together = 20;

struct Next {
  std::vector<ReadyTopic> ready;   // most unlocks first, then fewest hours, then declaration
  std::optional<Path> path;        // with targets: what `ready` was taken from
  std::vector<TopicIndex> known;   // with what is implied or assumed, by declaration
  std::vector<GoalIndex> reached;  // goals whose requirements the known topics meet, by declaration
};

// Without targets: the whole roadmap. With targets: the topics of the shortest path that can be
// started now; nothing, and diagnostics as from shortest_path(), when they cannot be reached.
std::optional<Next> next_topics(const TopicGraph& graph, const Targets& targets,
                                const PathOptions& options, Diagnostics& diagnostics);

// ---- goals ----

struct GoalProgress {
  GoalIndex goal = no_index;
  bool reachable = true;
  // Proven shortest within the time limit, which counts for all goals together.
  bool optimal = true;
  std::uint32_t topics = 0;  // still to learn
  Hours hours;               // still to learn, midpoints
  std::uint32_t known = 0;   // known topics of the path of somebody who knows nothing yet
  Hours hours_from_nothing;  // of that path
  // How much less is left of that path's hours; of its topics where paths are by topics, or where
  // it has no hours. Rounded down.
  std::uint32_t percent_done = 0;
};

// One for each goal, by declaration. A goal that cannot be reached adds no diagnostic: it says so.
std::vector<GoalProgress> goal_progress(const TopicGraph& graph, const PathOptions& options);

// ---- show ----

struct ServedGoal {
  GoalIndex goal = no_index;
  bool always = false;  // it cannot be reached without the topic
};

struct TopicDetails {
  TopicIndex topic = no_index;
  std::vector<TopicIndex> unlocks;         // direct dependents, by declaration
  std::vector<TopicIndex> recommended_by;  // by declaration
  std::vector<TopicIndex> corequisite_of;  // by declaration
  std::uint32_t dependents = 0;            // direct or not, recommendations aside
  std::vector<ServedGoal> goals;           // by declaration
};

// O(V + E).
TopicDetails topic_details(const TopicGraph& graph, TopicIndex topic);

}  // namespace prereq
