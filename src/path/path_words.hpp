// Words that say what a path is, wherever it is shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/path.hpp"

namespace prereq {

// `1 topic`, `3 topics`.
std::string counted(std::uint64_t count, std::string_view singular);

// `Deep learning`, `NLP engineer and Statistics`, `section Mathematics`, `everything`; the first
// three and how many more.
std::string target_words(const Roadmap& roadmap, const Targets& targets);

// `With PyTorch, without TensorFlow, with free topics only`; empty if nothing was asked for.
std::string condition_words(const Roadmap& roadmap, const Path& path);

// `A, B and C`; the first few and how many more.
std::string title_words(const Roadmap& roadmap, const std::vector<TopicIndex>& topics);

}  // namespace prereq
