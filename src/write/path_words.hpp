// Words that the texts about paths share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "path/path_words.hpp"
#include "prereq/next.hpp"
#include "prereq/path.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

// `~1 h` where nobody stated it.
std::string hours_words(HoursRange hours, bool guessed);

// Seconds or topics, as `unit` says.
std::string cost_words(std::int64_t cost, PathUnit unit);

// An entry in words: `PyTorch or TensorFlow`, `2 of A, B, C`, `(A and B) or all of Mathematics`.
std::string entry_words(const Roadmap& roadmap, RequirementIndex entry);

// ` and 3 more`: those that a topic is learned together with, but does not name. Empty for none.
std::string more_together(const ReadyTopic& ready);

// Whether "and" stands between the entries of a group in words. Where more are wanted than count,
// because entries repeat one another, it does not: the group can never be met.
bool is_joined_by_and(const Roadmap& roadmap, RequirementIndex group);

// `all of Mathematics`.
std::string section_in_words(const Roadmap& roadmap, SectionIndex section);

// Which section an entry comes from: `section Practice requires all of section Mathematics`. Empty
// for what a topic or goal names itself. `kind` is that of the edges that the entry makes.
std::string section_words(const Roadmap& roadmap, RequirementIndex entry, EdgeKind kind);

// What `with` and the like changed against the path without them: topics by declaration.
struct PathDifference {
  std::vector<TopicIndex> added;
  std::vector<TopicIndex> dropped;
};
// Requires: path.unconstrained_total. O(n log n).
PathDifference difference_to_unconstrained(const Path& path);

// The resources that a learner of the topic needs: all of them, or the first that will do; without
// the paid ones if `free_only`.
std::vector<const Resource*> resources_to_use(const Roadmap& roadmap, const Topic& topic,
                                              bool free_only);

}  // namespace prereq
