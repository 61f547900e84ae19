// Roadmaps with the shape of real ones, for looking at drawings: sections of a handful of topics
// that mostly build on each other, hubs that much needs, chains, fans, a few alternatives, goals at
// the end. The same seed gives the same roadmap everywhere.
#pragma once

#include <cstdint>

#include "support/random_roadmap.hpp"

namespace prereq::testing {

enum class RoadmapShape : std::uint8_t {
  mixed,
  chains,  // in most sections one topic follows another
  fans,    // in most sections the first topics are needed by all others
  hubs,    // a few basics are needed all over
};

// Topics in order of declaration, each requiring only earlier ones.
Roadmap realistic_roadmap(Random& random, RoadmapShape shape, std::uint32_t topics);

}  // namespace prereq::testing
