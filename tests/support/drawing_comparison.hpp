// The roadmaps that drawings are compared on: what docs/drawing-quality.md shows and a test keeps.
#pragma once

#include <string>
#include <vector>

#include "prereq/drawing_quality.hpp"
#include "prereq/view.hpp"
#include "support/realistic_roadmap.hpp"

namespace prereq::testing {

struct ComparedRoadmap {
  std::string name;
  std::string file;  // of one that is kept; else made from what follows
  RoadmapShape shape = RoadmapShape::mixed;
  std::uint32_t topics = 0;
  std::uint64_t seed = 0;
};

// Both bundled roadmaps; those in tests/shapes, which have the shapes of documents that people
// wrote; and random ones of every shape, from 10 to 500 topics.
std::vector<ComparedRoadmap> compared_roadmaps();

Roadmap read_compared(const ComparedRoadmap& roadmap);

// What is drawn of it: by default without redundant edges, with some goals as pennants.
View view_of(const ComparedRoadmap& roadmap, bool all_edges = false);

// 1 where both have none; where only the other has none, as many as ours and one.
double crossing_ratio(const DrawingQuality& ours, const DrawingQuality& other);

// 0 for no values.
double median(std::vector<double> values);

}  // namespace prereq::testing
