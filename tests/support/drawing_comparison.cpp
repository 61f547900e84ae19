#include "support/drawing_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "prereq/read.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {

std::vector<ComparedRoadmap> compared_roadmaps() {
  std::vector<ComparedRoadmap> roadmaps = {{"turbo", "graphs/turbo.yaml"},
                                           {"self-study", "graphs/self-study.yaml"}};
  // The seeds of the random ones are counted from here.
  std::uint64_t number = roadmaps.size();
  for (const char* name : {"catalogue", "courses", "degree", "five-topics", "frameworks",
                           "laboratory", "skill-tree", "web-developer"}) {
    roadmaps.push_back({name, fmt::format("tests/shapes/{}.yaml", name)});
  }
  roadmaps.push_back({"steps", "tests/shapes/steps.md"});
  const auto add = [&](const std::string& name, RoadmapShape shape, std::uint32_t topics) {
    roadmaps.push_back(
        {fmt::format("{} {}", name, topics), "", shape, topics, 2026 + 1000 * number++ + topics});
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

Roadmap read_compared(const ComparedRoadmap& roadmap) {
  if (roadmap.file.empty()) {
    Random random(roadmap.seed);
    return realistic_roadmap(random, roadmap.shape, roadmap.topics);
  }
  Sources sources;
  Diagnostics diagnostics;
  const std::string path = std::string(PREREQ_SOURCE_DIR "/") + roadmap.file;
  const FileId file = sources.add(roadmap.file, read_text(path));
  Roadmap read = read_roadmap(sources, file, diagnostics);
  if (read.topics().empty()) throw std::runtime_error("no topics in " + path);
  return read;
}

View view_of(const ComparedRoadmap& roadmap, bool all_edges) {
  ViewOptions options;
  options.all_edges = all_edges;
  return select_view(TopicGraph(read_compared(roadmap)), options);
}

double crossing_ratio(const DrawingQuality& ours, const DrawingQuality& other) {
  if (other.crossings == 0) return static_cast<double>(ours.crossings + 1);
  return static_cast<double>(ours.crossings) / static_cast<double>(other.crossings);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace prereq::testing
