// Words that the texts about paths share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/path.hpp"

namespace prereq {

// `1 topic`, `3 topics`.
std::string counted(std::uint64_t count, std::string_view singular);

// `~1 h` where nobody stated it.
std::string hours_words(HoursRange hours, bool guessed);

// Seconds or topics, as `unit` says.
std::string cost_words(std::int64_t cost, PathUnit unit);

// `Deep learning`, `NLP engineer and Statistics`, `section Mathematics`, `everything`; the first
// three and how many more.
std::string target_words(const Roadmap& roadmap, const Targets& targets);

// An entry in words: `PyTorch or TensorFlow`, `2 of A, B, C`, `(A and B) or C`.
std::string entry_words(const Roadmap& roadmap, RequirementIndex entry);

// What `with` and the like changed against the path without them: topics by declaration.
struct PathDifference {
  std::vector<TopicIndex> added;
  std::vector<TopicIndex> dropped;
};
// Requires: path.unconstrained_total. O(n log n).
PathDifference difference_to_unconstrained(const Path& path);

// `With PyTorch, without TensorFlow, with free topics only`; empty if nothing was asked for.
std::string condition_words(const Roadmap& roadmap, const Path& path);

// `A, B and C`; the first few and how many more.
std::string title_words(const Roadmap& roadmap, const std::vector<TopicIndex>& topics);

// The resources that a learner of the topic needs: all of them, or the first that will do; without
// the paid ones if `free_only`.
std::vector<const Resource*> resources_to_use(const Roadmap& roadmap, const Topic& topic,
                                              bool free_only);

}  // namespace prereq
