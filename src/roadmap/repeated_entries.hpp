// Which entries of a group name all the topics that another one names.
#pragma once

#include <span>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

// The topics that an entry names at any depth: each once, ascending. None if a name in it is not
// defined.
std::vector<TopicIndex> named_topics(std::span<const Requirement> all, RequirementIndex entry);

// Whether the entry is met only when every topic that it names is learned.
bool needs_every_topic(std::span<const Requirement> all, RequirementIndex entry);

// Whether it is met when every topic that it names is learned: false for a mistake of its author.
// Requires: groups inside count as roadmap.hpp says.
bool can_be_met(std::span<const Requirement> all, RequirementIndex entry);

// `entry` names every topic that `other` names; the same ones, if `is_same`, and then stands behind
// it.
struct RepeatedEntry {
  RequirementIndex entry;
  RequirementIndex other;
  bool is_same;
};

// The entries of the range that contain others of it (roadmap.hpp), by entry and then by other. One
// that names the same topics as an earlier one is only told with the first of these. Near to
// O(n log n) in the topics that are named; more where many entries contain many others.
std::vector<RepeatedEntry> repeated_entries(std::span<const Requirement> all, IndexRange range);

// Of two entries that name the same topics: whether they also want the same of them. May be false
// for what would take long to tell. Requires: groups inside count as roadmap.hpp says.
bool says_the_same(std::span<const Requirement> all, RequirementIndex one, RequirementIndex other);

// The entries of a group as written, without those that say the same as an earlier one.
std::vector<RequirementIndex> different_entries(const Roadmap& roadmap, RequirementIndex group);

}  // namespace prereq
