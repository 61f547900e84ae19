// What curriculum designers and programs are told, byte for byte.
#include <gtest/gtest.h>

#include <string>

#include "prereq/read.hpp"
#include "prereq/stats_report.hpp"
#include "support/golden_file.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::expect_golden;
using testing::RoadmapBuilder;

constexpr std::string_view text = R"yaml(
sections:
  math:
    title: Mathematics
    topics:
      algebra: {hours: 40}
      linear-algebra: {hours: 30-40, requires: [algebra]}
    sections:
      chance:
        title: What happens by chance, and how one can be rather certain about it all the same
        topics:
          statistics: {requires: [algebra]}
  practice:
    title: Practice
    topics:
      python: {hours: 25}
      lab: {hours: 20min, corequisites: [deep-learning]}
topics:
  deep-learning:
    title: "Deep learning, \"深層学習\" and all that belongs to it in a title that is too long"
    hours: 40
    requires: [algebra, linear-algebra, {any: [statistics, python]}]
    corequisites: [lab]
  git: {hours: 2}
)yaml";

TopicGraph sample() {
  Sources sources;
  Diagnostics diagnostics;
  const FileId id = sources.add("sample.yaml", std::string(text));
  Roadmap roadmap = read_roadmap(sources, id, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return TopicGraph(std::move(roadmap));
}

TEST(StatsGolden, SampleAsTextJsonAndCsv) {
  const TopicGraph graph = sample();
  const Metrics metrics = curriculum_metrics(graph);
  expect_golden(stats_text(graph, metrics), "tests/golden/stats/sample.txt");
  expect_golden(stats_text(graph, metrics, {.columns = 60, .color = true, .all = true}),
                "tests/golden/stats/sample_all_narrow.txt");
  expect_golden(stats_json(graph, metrics), "tests/golden/stats/sample.json");
  expect_golden(stats_csv(graph, metrics), "tests/golden/stats/sample.csv");
}

// More paths than 128 bits can count, more of everything than is shown.
TEST(StatsGolden, NumbersThatDoNotFit) {
  RoadmapBuilder b;
  b.topic("end0", 1000);
  for (std::size_t i = 0; i < 130; ++i) {
    const std::string n = std::to_string(i);
    b.topic("left" + n, 1000, {"end" + n});
    b.topic("right" + n, 1000, {"end" + n});
    b.topic("end" + std::to_string(i + 1), 1000, {"end" + n, "left" + n, "right" + n});
  }
  const TopicGraph graph(b.build());
  const Metrics metrics = curriculum_metrics(graph, {.edge_visits = 100});
  expect_golden(stats_text(graph, metrics), "tests/golden/stats/large.txt");
  const std::string csv = stats_csv(graph, metrics);
  EXPECT_NE(csv.find("\nend1,end1,,1000,387,261,340282366920938463463374607431768211455,648,387000,"
                     "261000,true,false\n"),
            std::string::npos)
      << csv.substr(0, 500);
  EXPECT_NE(stats_json(graph, metrics)
                .find("\"centrality\": \"340282366920938463463374607431768211455\",\n"
                      "    \"saturated\": true"),
            std::string::npos);
}

TEST(StatsGolden, NothingToMeasure) {
  const TopicGraph graph{Roadmap()};
  EXPECT_EQ(stats_text(graph, curriculum_metrics(graph)), "The roadmap has no topics.\n");
}

}  // namespace
}  // namespace prereq
