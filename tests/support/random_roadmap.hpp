// Random roadmaps for property tests: the same seed gives the same roadmap everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/roadmap_builder.hpp"

namespace prereq::testing {

// SplitMix64 (Steele, Lea and Flood 2014): unlike the standard's distributions, the same numbers
// with every library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // From 0 to `count` - 1. Requires: count > 0.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(next() % count); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

struct SmallRoadmapOptions {
  std::uint32_t topics = 8;
  std::uint32_t max_needs = 2;        // entries of `requires` of a topic
  std::uint32_t cycle_percent = 25;   // entries that may name any topic, not just an earlier one
  std::uint32_t choice_percent = 60;  // entries that are groups
  std::uint32_t corequisite_percent = 10;
  std::uint32_t max_hours = 4;  // whole hours from 0
};

// Topics t0, t1, … declared in a random order, and the goal `goal`.
Roadmap small_roadmap(Random& random, const SmallRoadmapOptions& options);

// The shape of real roadmaps: layers of topics in sections, a few hubs that much depends on, most
// requirements plain and `choices` of them with 2 to 6 alternatives, one with `widest`. A goal
// `goal` wants much of the last layers.
struct LayeredOptions {
  std::uint32_t topics = 1000;
  std::uint32_t layers = 12;
  std::uint32_t choices = 300;
  std::uint32_t widest = 150;
  std::uint32_t cycle_percent = 0;  // alternatives taken from later layers
};
Roadmap layered_roadmap(Random& random, const LayeredOptions& options);

// Minimum hitting set: a goal that wants one of three of `topics` topics, `choices` times.
Roadmap hitting_set_roadmap(Random& random, std::uint32_t topics, std::uint32_t choices,
                            std::uint32_t max_hours);

// The shape of the dependencies of a Linux distribution's packages: heavy-tailed popularity,
// requirements mostly on older topics, some on newer ones, `choices` groups of 2 to 4.
struct DistributionOptions {
  std::uint32_t topics = 60'000;
  std::uint32_t edges = 280'000;
  std::uint32_t choices = 8'000;
};
Roadmap distribution_roadmap(Random& random, const DistributionOptions& options);

}  // namespace prereq::testing
