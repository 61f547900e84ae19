#include "prereq/learnable.hpp"

#include <gmock/gmock.h>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using ::testing::ElementsAre;
using testing::RoadmapBuilder;

TEST(Learnable, NeedsEnoughOfEachGroup) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("never", 1, {"never"});
  b.topic("one", 1, {any({"never", "a"})});
  b.topic("two", 1, {at_least(2, {"never", "a", "one"})});
  b.topic("three", 1, {at_least(3, {"never", "a", "one"})});
  b.topic("unnamed", 1, {"nowhere", any({"never", "nowhere"})});
  EXPECT_THAT(learnable_topics(TopicGraph(b.build())),
              ElementsAre(true, false, true, true, false, true));
}

TEST(Learnable, TakesCorequisitesTogetherButNotRequirementsAmongThem) {
  RoadmapBuilder b;
  b.topic("a", 1, {}, {"b"});
  b.topic("b", 1, {}, {"a"});
  b.topic("c", 1, {}, {"d"});
  b.topic("d", 1, {"c"});
  EXPECT_THAT(learnable_topics(TopicGraph(b.build())), ElementsAre(true, true, false, false));
}

TEST(Learnable, StartsFromWhatIsKnownAndKeepsOffWhatIsForbidden) {
  RoadmapBuilder b;
  b.topic("a", 1, {"a"});
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {"b"}, {"d"});
  b.topic("d", 1, {}, {"c"});
  const TopicGraph graph(b.build());
  EXPECT_THAT(learnable_topics(graph, {{0}, {}}), ElementsAre(true, true, true, true));
  EXPECT_THAT(learnable_topics(graph, {{0}, {1, 0}}), ElementsAre(true, false, false, false));
  EXPECT_THAT(learnable_topics(graph, {{0}, {3}}), ElementsAre(true, true, false, false));
  // A known corequisite is no longer learned together, so its own needs do not count.
  EXPECT_THAT(learnable_topics(graph, {{2}, {}}), ElementsAre(false, false, true, true));
}

TEST(ImpliedKnowledge, IsWhatEveryWayNeeds) {
  RoadmapBuilder b;
  b.topic("basics");
  b.topic("left", 1, {"basics"});
  b.topic("right", 1, {all({"basics"})});
  b.topic("top", 1, {any({"left", "right"})});
  b.topic("assumed").level = Level::assumed;
  b.topic("never", 1, {"never", "left"});
  const TopicGraph graph(b.build());
  EXPECT_THAT(implied_knowledge(graph, {3}), ElementsAre(true, false, false, true, true, false));
  EXPECT_THAT(implied_knowledge(graph, {5}), ElementsAre(false, false, false, false, true, true));
}

}  // namespace
}  // namespace prereq
