// Words that the texts about paths share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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

// The resources that a learner of the topic needs: all of them, or the first that will do; without
// the paid ones if `free_only`.
std::vector<const Resource*> resources_to_use(const Roadmap& roadmap, const Topic& topic,
                                              bool free_only);

}  // namespace prereq
