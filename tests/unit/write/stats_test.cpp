#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "prereq/metrics.hpp"
#include "prereq/stats_report.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;

// As long and as laborious as a file of 1,200 topics with 2,000 resources of 1000000 h each.
TopicGraph laborious_chain() {
  constexpr double hours = 2e9;
  testing::RoadmapBuilder b;
  b.topic("t0", hours);
  for (int i = 1; i < 1200; ++i) {
    b.topic("t" + std::to_string(i), hours, {"t" + std::to_string(i - 1)});
  }
  return TopicGraph(b.build());
}

TEST(StatsText, AddsUpHoursThatOverflowSixtyFourBitsOfSeconds) {
  const TopicGraph graph = laborious_chain();
  EXPECT_THAT(stats_text(graph, curriculum_metrics(graph)),
              HasSubstr("In hours: blocking 1438800000000000 h, delay 2880000000000000 h\n"));
}

TEST(StatsJson, AddsUpHoursThatOverflowSixtyFourBitsOfSeconds) {
  const TopicGraph graph = laborious_chain();
  Metrics metrics = curriculum_metrics(graph);
  const auto delay_hours = [&] {
    const auto stats = nlohmann::json::parse(stats_json(graph, metrics));
    return stats.at("totals").at("delay_hours");
  };
  EXPECT_EQ(delay_hours(), 2'880'000'000'000'000);
  metrics.totals.delay_hours.seconds = {1, 0};
  EXPECT_EQ(delay_hours(), 5'124'095'576'030'431);
  metrics.totals.delay_hours.seconds = {3600, 0};
  EXPECT_EQ(delay_hours(), "18446744073709551616");
}

}  // namespace
}  // namespace prereq
