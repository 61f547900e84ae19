#include "support/drawing_comparison.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "prereq/arrange.hpp"
#include "prereq/read.hpp"
#include "support/plain_dot.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {

std::vector<ComparedRoadmap> compared_roadmaps() {
  std::vector<ComparedRoadmap> roadmaps = {{"turbo", "graphs/turbo.yaml"},
                                           {"self-study", "graphs/self-study.yaml"}};
  const auto add = [&](const std::string& name, RoadmapShape shape, std::uint32_t topics) {
    roadmaps.push_back({fmt::format("{} {}", name, topics), "", shape, topics,
                        2026 + 1000 * roadmaps.size() + topics});
  };
  for (const std::uint32_t topics : {10U, 25U, 50U, 100U, 200U}) {
    add("mixed", RoadmapShape::mixed, topics);
    add("chains", RoadmapShape::chains, topics);
    add("fans", RoadmapShape::fans, topics);
    add("hubs", RoadmapShape::hubs, topics);
  }
  add("mixed", RoadmapShape::mixed, 350);
  add("mixed", RoadmapShape::mixed, 500);
  return roadmaps;
}

Comparison compare_with_dot(const ComparedRoadmap& roadmap, Engine engine) {
  Sources sources;
  Diagnostics diagnostics;
  Roadmap read;
  if (roadmap.file.empty()) {
    Random random(roadmap.seed);
    read = realistic_roadmap(random, roadmap.shape, roadmap.topics);
  } else {
    const std::string path = std::string(PREREQ_SOURCE_DIR "/") + roadmap.file;
    read = read_roadmap(sources, sources.add(roadmap.file, read_text(path)), diagnostics);
  }
  const View view = select_view(TopicGraph(std::move(read)));
  const Drawing drawing = arrange(view, {.engine = engine}, diagnostics);
  const Drawing dot = draw_with_plain_dot(view, drawing);
  return {measure_quality(view, drawing), measure_quality(view, dot)};
}

double crossing_ratio(const DrawingQuality& ours, const DrawingQuality& dot) {
  if (dot.crossings == 0) return static_cast<double>(ours.crossings + 1);
  return static_cast<double>(ours.crossings) / static_cast<double>(dot.crossings);
}

}  // namespace prereq::testing
