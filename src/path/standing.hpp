// What is known, what may be learned and how long it takes, as options say.
#pragma once

#include <string_view>
#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// Known: what the options list, what is assumed, and unless `known_exactly` what these imply. The
// rest is open.
std::vector<Standing> what_is_known(const TopicGraph& graph, const PathOptions& options);

inline constexpr std::string_view avoided_reason = "avoided";
inline constexpr std::string_view paid_reason = "paid";

// Excludes what is to be avoided and, with `free_only`, what has nothing free to learn from. By
// topic, why it is excluded; empty for the others.
std::vector<std::string_view> exclude(const Roadmap& roadmap, const PathOptions& options,
                                      std::vector<Standing>& standing);

// What a topic takes: its hours, unless they are those of resources of which `free_only` leaves
// some out; then as if only the others were there.
struct StudyHours {
  HoursRange hours;
  bool guessed = false;  // nobody stated them
};
StudyHours study_hours(const Roadmap& roadmap, TopicIndex topic, bool free_only);

}  // namespace prereq
