// The rows of the table of codes, in the order of the codes.
#pragma once

#include <span>

#include "prereq/explain.hpp"

namespace prereq {

extern const std::span<const Explanation> explanations_of_texts;
extern const std::span<const Explanation> explanations_of_names;
extern const std::span<const Explanation> explanations_of_answers;
extern const std::span<const Explanation> explanations_of_warnings;

}  // namespace prereq
