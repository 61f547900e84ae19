// Everything that a roadmap says, but where: two that are described alike are equal.
#pragma once

#include <cstdint>
#include <string>

#include "prereq/roadmap.hpp"

namespace prereq::testing {

enum class TopicOrder : std::uint8_t { declared, by_id };

// Names stand for indices, so that sections and requirements may be stored in another order; the
// order of topics counts only if it is `declared`.
std::string described(const Roadmap& roadmap, TopicOrder order = TopicOrder::declared);

}  // namespace prereq::testing
