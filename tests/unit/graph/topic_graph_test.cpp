#include "prereq/topic_graph.hpp"

#include <gmock/gmock.h>

#include <boost/graph/topological_sort.hpp>
#include <future>
#include <iterator>
#include <vector>

#include "prereq/boost_graph.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using ::testing::ElementsAre;
using testing::RoadmapBuilder;

TEST(TopicGraph, TellsWhatIsNeededFromWhatIsAChoice) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b");
  b.topic("c", 1, {"a", any({"a", all({"b"})}), at_least(2, {"a", "b"}), any({"b"})});
  const TopicGraph graph(b.build());

  std::vector<EdgeKind> kinds;
  for (const Edge& edge : graph.prerequisites_of(2)) kinds.push_back(edge.kind);
  EXPECT_THAT(kinds, ElementsAre(EdgeKind::required, EdgeKind::alternative, EdgeKind::alternative,
                                 EdgeKind::required, EdgeKind::required, EdgeKind::required));
}

TEST(TopicGraph, LeavesOutNamesThatAreNotDefined) {
  RoadmapBuilder b;
  b.topic("a", 1, {"nowhere"});
  Diagnostics diagnostics;
  const TopicGraph graph(b.build(diagnostics));
  EXPECT_EQ(graph.edges().size(), 0U);
  EXPECT_EQ(diagnostics.items().at(0).code, Code::unknown_topic);
}

TEST(TopicGraph, HandsItselfToBoostAlgorithms) {
  RoadmapBuilder b;
  b.topic("c", 1, {"b"});
  b.topic("b", 1, {"a"});
  b.topic("a");
  const TopicGraph graph(b.build());

  std::vector<TopicIndex> dependents_first;
  boost::topological_sort(boost_graph(graph), std::back_inserter(dependents_first));
  EXPECT_THAT(dependents_first, ElementsAre(0, 1, 2));
  EXPECT_EQ(graph.dependents_of(2).size(), 1U);
}

TEST(TopicGraph, MakesOneGraphForBoostHoweverManyThreadsAsk) {
  RoadmapBuilder b;
  b.topic("b", 1, {"a"});
  b.topic("a");
  const TopicGraph graph(b.build());

  std::vector<std::future<const BoostGraph*>> asked;
  for (int i = 0; i < 8; ++i) {
    asked.push_back(std::async(std::launch::async, [&] { return &boost_graph(graph); }));
  }
  for (auto& each : asked) EXPECT_EQ(each.get(), &boost_graph(graph));
  EXPECT_EQ(boost::num_edges(boost_graph(graph)), 1U);
}

}  // namespace
}  // namespace prereq
