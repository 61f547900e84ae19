// Drawings of prereq beside those of plain `dot`: what docs/drawing-quality.md shows and a test
// keeps.
#pragma once

#include <string>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/drawing_quality.hpp"
#include "support/realistic_roadmap.hpp"

namespace prereq::testing {

struct ComparedRoadmap {
  std::string name;
  std::string file;  // of a bundled one; else made from what follows
  RoadmapShape shape = RoadmapShape::mixed;
  std::uint32_t topics = 0;
  std::uint64_t seed = 0;
};

// Both bundled roadmaps, and random ones of every shape, from 10 to 500 topics.
std::vector<ComparedRoadmap> compared_roadmaps();

struct Comparison {
  DrawingQuality ours;
  DrawingQuality dot;
};

// Of the whole roadmap, as `prereq render --engine` draws it without other options.
Comparison compare_with_dot(const ComparedRoadmap& roadmap, Engine engine);

// 1 where both have none; where only dot has none, as many as ours and one.
double crossing_ratio(const DrawingQuality& ours, const DrawingQuality& dot);

}  // namespace prereq::testing
