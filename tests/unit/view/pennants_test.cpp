// Goals that one line would lead to are pennants on the card that it would come from.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "prereq/split_view.hpp"
#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using testing::card;
using testing::edges;
using ::testing::ElementsAre;
using testing::graph_of;
using testing::ids;
using ::testing::IsEmpty;
using testing::learner;
using testing::topics;
using testing::view_of;
using testing::view_of_path;

std::vector<std::string> pennants(const ViewCard& card) {
  std::vector<std::string> ids;
  for (const ViewPennant& each : card.pennants) ids.push_back(each.id);
  return ids;
}

constexpr std::string_view pottery = R"(
sections:
  craft: {title: Craft, topics: {clay: {hours: 3}, glaze: {hours: 4, requires: [clay]}}}
topics: {kiln: {title: The kiln, hours: 5, requires: [glaze]}, shop: {hours: 1}}
goals:
  cups: {title: Cups, description: To drink from, requires: [{topic: glaze, because: raw clay leaks}]}
  bowls: {title: Bowls, requires: [glaze]}
  seller: {title: Seller, requires: [kiln, shop]}
  dealer: {title: Dealer, requires: [{any: [kiln, shop]}]}
)";

TEST(Pennants, HangOnTheTopicThatTheGoalRequires) {
  const View view = view_of(pottery);
  const ViewCard& glaze = card(view, "glaze");
  EXPECT_THAT(pennants(glaze), ElementsAre("cups", "bowls"));
  EXPECT_EQ(glaze.pennants[0].title, "Cups");
  EXPECT_EQ(glaze.pennants[0].label, "Goal: Cups. Requires Glaze.");
  EXPECT_EQ(glaze.pennants[0].because, "raw clay leaks");
  EXPECT_THAT(glaze.pennants[0].tooltip, ElementsAre("To drink from"));
  EXPECT_EQ(glaze.label,
            "Glaze: 4 h. Requires Clay. Unlocks The kiln. Reaches the goals Cups and "
            "Bowls.");
  EXPECT_THAT(ids(view),
              ElementsAre("clay", "glaze", "kiln", "shop", "seller", "dealer", "dealer/1"));
}

TEST(Pennants, AreCardsWhereEveryEdgeIsDrawn) {
  const View view = view_of(pottery, {.all_edges = true});
  EXPECT_THAT(card(view, "glaze").pennants, IsEmpty());
  EXPECT_EQ(card(view, "cups").kind, CardKind::goal);
}

TEST(Pennants, HangWhereAllElseThatTheGoalRequiresIsImplied) {
  const View view = view_of(R"(
topics: {a: {}, b: {requires: [a]}}
goals: {g: {requires: [a, b]}}
)");
  EXPECT_THAT(pennants(card(view, "b")), ElementsAre("g"));
}

TEST(Pennants, SayThatTheGoalIsReached) {
  const TopicGraph graph = graph_of(pottery);
  ViewOptions options;
  options.learner = learner(graph, {}, {"glaze"});
  const View view = select_view(graph, options);
  EXPECT_EQ(card(view, "glaze").pennants[0].state, CardState::done);
  EXPECT_EQ(card(view, "glaze").pennants[0].label, "Done. Goal: Cups. Requires Glaze.");
}

TEST(Pennants, HangAtTheEndOfAPath) {
  const View view = view_of_path(graph_of(pottery), {"cups"});
  EXPECT_THAT(ids(view), ElementsAre("clay", "glaze"));
  EXPECT_THAT(pennants(card(view, "glaze")), ElementsAre("cups"));
}

// What the picture does not show, it must not deny.
TEST(Pennants, DoNotHangWhereTheGoalRequiresWhatIsNotShown) {
  const TopicGraph graph = graph_of(pottery);
  ViewOptions options;
  options.around = Neighbourhood{topics(graph, {"kiln"})};
  const View view = select_view(graph, options);
  EXPECT_EQ(card(view, "seller").kind, CardKind::goal);
  EXPECT_THAT(card(view, "kiln").pennants, IsEmpty());
  options.around = Neighbourhood{topics(graph, {"glaze"})};
  EXPECT_THAT(pennants(card(select_view(graph, options), "glaze")), ElementsAre("cups", "bowls"));
}

TEST(Pennants, AreNotShownByWhatIsOnlyUpstream) {
  const TopicGraph graph = graph_of(pottery);
  ViewOptions options;
  options.around = Neighbourhood{topics(graph, {"glaze"}), 1, true, false};
  EXPECT_THAT(card(select_view(graph, options), "glaze").pennants, IsEmpty());
}

TEST(Pennants, HangOnTheCardOfACollapsedSection) {
  const TopicGraph graph = graph_of(pottery);
  ViewOptions options;
  options.collapse_all = true;
  const View view = select_view(graph, options);
  const ViewCard& craft = card(view, "craft");
  EXPECT_EQ(craft.kind, CardKind::section);
  EXPECT_THAT(pennants(craft), ElementsAre("cups", "bowls"));
  EXPECT_EQ(craft.label, "Section Craft: 2 topics, 7 h. Reaches the goals Cups and Bowls.");
}

TEST(Pennants, HangInPicturesOfCycles) {
  const View view = view_of(R"(
topics: {a: {requires: [b]}, b: {requires: [a]}}
goals: {g: {requires: [b]}}
)",
                            {.cycles = true});
  EXPECT_TRUE(card(view, "b").in_cycle);
  EXPECT_THAT(pennants(card(view, "b")), ElementsAre("g"));
}

TEST(Pennants, AreOnThePagesOfTheirSections) {
  const TopicGraph graph = graph_of(pottery);
  for (const ViewPage& page : split_view(graph, {}, ".svg")) {
    const std::string foot = page.name == "overview" ? "craft" : "glaze";
    EXPECT_THAT(pennants(card(page.view, foot)), ElementsAre("cups", "bowls")) << page.name;
  }
}

TEST(WithEveryLine, GivesPennantsTheirCardsAndEdgesBack) {
  const View view = with_every_line(view_of(pottery));
  EXPECT_THAT(ids(view), ElementsAre("clay", "glaze", "kiln", "shop", "cups", "bowls", "seller",
                                     "dealer", "dealer/1"));
  EXPECT_THAT(edges(view), ElementsAre("clay -> glaze", "glaze -> kiln", "kiln -> seller",
                                       "shop -> seller", "kiln or dealer/1", "shop or dealer/1",
                                       "dealer/1 -> dealer", "glaze -> cups", "glaze -> bowls"));
  EXPECT_EQ(card(view, "cups").kind, CardKind::goal);
  EXPECT_EQ(card(view, "cups").label, "Goal: Cups. Requires Glaze.");
  EXPECT_EQ(view.edges[7].because, "raw clay leaks");
  EXPECT_EQ(view.edges[7].from, "glaze");
  EXPECT_EQ(view.edges[7].to, "cups");
}

TEST(WithEveryLine, KeepsGoalsInOrder) {
  const View view = with_every_line(view_of(R"(
topics: {a: {}, b: {}}
goals:
  g1: {requires: [b]}
  g2: {requires: [a, b]}
  g3: {requires: [a]}
  g4: {}
  g5: {requires: [{any: [a, b]}]}
  g6: {requires: [b]}
)"));
  EXPECT_THAT(ids(view), ElementsAre("a", "b", "g1", "g2", "g3", "g4", "g5", "g6", "g5/1"));
  EXPECT_THAT(edges(view), ElementsAre("a -> g2", "b -> g2", "a or g5/1", "b or g5/1", "g5/1 -> g5",
                                       "b -> g1", "a -> g3", "b -> g6"));
}

}  // namespace
}  // namespace prereq
