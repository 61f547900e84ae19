// Many edges to or from the topics of a section as one that ends at its box.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using testing::card;
using testing::edges;
using ::testing::ElementsAre;
using testing::graph_of;
using testing::learner;
using testing::topics;
using testing::view_of;

TEST(BoxEdges, LeadToASectionAllOfWhoseTopicsNeedACard) {
  const View view = view_of(R"(
sections:
  s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {requires: [c]}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:s", "c -> d"));
  const ViewEdge& edge = view.edges[0];
  EXPECT_EQ(edge.from, "x");
  EXPECT_EQ(edge.to, "section:s");
  EXPECT_EQ(view.cards[edge.dependent].id, "b");
  ASSERT_EQ(edge.instead_of.size(), 2U);
  EXPECT_EQ(edge.instead_of[0].to, "b");
  EXPECT_EQ(edge.instead_of[1].to, "c");
  EXPECT_EQ(card(view, "x").label, "X: ~1 h. Unlocks B and C.");
}

TEST(BoxEdges, NeedTwoTopicsThatSaySo) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [b]}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> b", "b -> c"));
}

TEST(BoxEdges, NeedAllTopicsOfTheSection) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> b", "x -> c"));
}

TEST(BoxEdges, LookThroughTopicsOutsideToo) {
  // That x is needed for d is implied by y, so that no edge says it.
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {requires: [x, y]}}}}
topics: {x: {}, y: {requires: [x]}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:s", "y -> d", "x -> y"));
}

TEST(BoxEdges, LookThroughJunctionsAllOfWhoseAlternativesNeedTheCard) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {requires: [{any: [b, c]}]}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:s", "b or d/1", "c or d/1", "d/1 -> d"));
  const View other = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {requires: [{any: [b, y]}]}}}}
topics: {x: {}, y: {}}
)");
  EXPECT_EQ(edges(other)[0], "x -> b");
}

TEST(BoxEdges, LeadFromASectionToWhatNeedsAllOfIt) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {}, c: {requires: [b]}, d: {}}}}
topics: {y: {requires: [c, {topic: d, because: to draw}]}}
goals: {g: {requires: [c, d]}}
)");
  EXPECT_THAT(edges(view), ElementsAre("b -> c", "section:s -> y", "section:s -> g"));
  EXPECT_EQ(view.edges[1].because, "to draw");
  EXPECT_EQ(view.edges[1].from, "section:s");
  EXPECT_EQ(view.edges[1].to, "y");
}

TEST(BoxEdges, LeadFromBoxToBox) {
  const View view = view_of(R"(
sections:
  s: {topics: {a: {}, b: {}}}
  t: {topics: {c: {requires: [a, b]}, d: {requires: [a, b]}, e: {requires: [c]}}}
)");
  EXPECT_THAT(edges(view), ElementsAre("section:s -> section:t", "c -> e"));
  EXPECT_EQ(view.edges[0].instead_of.size(), 4U);
}

TEST(BoxEdges, PreferOuterSections) {
  const View view = view_of(R"(
sections:
  outer:
    topics: {a: {requires: [x]}}
    sections: {inner: {topics: {b: {requires: [x]}, c: {requires: [x]}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:outer"));
}

TEST(BoxEdges, LeadToInnerSectionsFromBesideThem) {
  const View view = view_of(R"(
sections:
  outer:
    topics: {x: {}}
    sections: {inner: {topics: {b: {requires: [x]}, c: {requires: [x]}}}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:inner"));
}

TEST(BoxEdges, LeaveOptionalTopicsOutUnlessAllTakePart) {
  const View all = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {level: optional, requires: [x]}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(all), ElementsAre("x -> section:s"));
  EXPECT_TRUE(all.edges[0].dependents_optional_too);
  const View some = view_of(R"(
sections:
  s:
    topics:
      b: {requires: [x]}
      c: {requires: [x]}
      d: {level: optional, requires: [x]}
      e: {level: optional}
topics: {x: {}}
)");
  EXPECT_THAT(edges(some), ElementsAre("x -> section:s", "x -> d"));
  EXPECT_FALSE(some.edges[0].dependents_optional_too);
}

TEST(BoxEdges, KeepStylesApart) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {recommends: [x], corequisites: [y]}, c: {recommends: [x], requires: [y]}}}}
topics: {x: {}, y: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("y with b", "x recommends section:s", "y -> c"));
}

TEST(BoxEdges, DoNotInferRecommendations) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {recommends: [x]}, c: {recommends: [x]}, d: {requires: [b]}}}}
topics: {x: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x recommends b", "x recommends c", "b -> d"));
}

TEST(BoxEdges, JoinReasonsEachOnce) {
  const View view = view_of(R"(
sections:
  s:
    topics:
      b: {requires: [{topic: x, because: one}]}
      c: {requires: [{topic: x, because: two}]}
      d: {requires: [{topic: x, because: one}]}
topics: {x: {}}
)");
  ASSERT_THAT(edges(view), ElementsAre("x -> section:s"));
  EXPECT_EQ(view.edges[0].because, "one; two");
}

TEST(BoxEdges, AreNotDrawnWhereEveryEdgeIs) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}}}}
topics: {x: {}}
)",
                            {.all_edges = true});
  EXPECT_THAT(edges(view), ElementsAre("x -> b", "x -> c"));
}

TEST(BoxEdges, LeaveEdgesOnACycleAlone) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {requires: [x]}}}}
topics: {x: {requires: [b]}}
)",
                            {.cycles = true});
  EXPECT_EQ(edges(view)[0], "x -> b");
  EXPECT_TRUE(view.edges[0].in_cycle);
}

constexpr std::string_view partly_shown = R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, d: {hours: 9}}}}
topics: {x: {}, y: {requires: [b, c]}}
goals: {g: {requires: [y]}}
)";

TEST(BoxEdges, DoNotSpeakForTopicsThatAreNotShown) {
  const TopicGraph graph = graph_of(partly_shown);
  ViewOptions options;
  options.around = Neighbourhood{topics(graph, {"x"})};
  EXPECT_THAT(edges(select_view(graph, options)), ElementsAre("x -> b", "x -> c"));
}

TEST(BoxEdges, OnAPathSpeakForWhatIsOnIt) {
  const TopicGraph graph = graph_of(partly_shown);
  ViewOptions options;
  options.learner = learner(graph, {"g"}, {});
  EXPECT_THAT(edges(select_view(graph, options)), ElementsAre("x -> section:s", "section:s -> y"));
}

TEST(BoxEdges, DoNotEndAtBoxesOfCollapsedSections) {
  const TopicGraph graph = graph_of(R"(
sections:
  outer:
    topics: {b: {requires: [x]}, c: {requires: [x]}}
    sections: {inner: {topics: {d: {requires: [x]}, e: {}}}}
topics: {x: {}}
)");
  ViewOptions options;
  options.collapse = {1};
  EXPECT_THAT(edges(select_view(graph, options)), ElementsAre("x -> b", "x -> c", "x -> inner"));
}

TEST(BoxEdges, LeadFromTheCardOfACollapsedSection) {
  const TopicGraph graph = graph_of(R"(
sections:
  s: {topics: {b: {requires: [x]}, c: {requires: [y]}}}
  t: {topics: {x: {}, y: {}}}
)");
  ViewOptions options;
  options.collapse = {1};
  EXPECT_THAT(edges(select_view(graph, options)), ElementsAre("t -> section:s"));
}

TEST(WithEveryLine, PartsEdgesThatEndAtBoxes) {
  const View view = with_every_line(view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [{topic: x, because: why}]}}}}
topics: {x: {}}
)"));
  EXPECT_THAT(edges(view), ElementsAre("x -> b", "x -> c"));
  EXPECT_EQ(view.edges[1].because, "why");
}

TEST(BoxEdges, LeadFromASectionThatIsRequiredAsAWhole) {
  // Only `c` would need an edge of its own; `o` is no part of what is required.
  const View view = view_of(R"(
sections:
  s: {topics: {b: {}, c: {requires: [b]}, o: {level: optional}}}
topics: {y: {requires: [{topic: section:s, because: it builds on it}]}}
goals: {g: {requires: [section:s, y]}}
)");
  EXPECT_THAT(edges(view), ElementsAre("b -> c", "section:s -> y"));
  const ViewEdge& edge = view.edges[1];
  EXPECT_EQ(edge.because, "it builds on it");
  EXPECT_EQ(edge.instead_of.size(), 1U);
  EXPECT_FALSE(edge.prerequisites_optional_too);
  EXPECT_EQ(view.redundant_edges, 3U);  // b -> y, b -> g, c -> g
}

TEST(BoxEdges, LeadToASectionThatRequiresSomething) {
  const View view = view_of(R"(
sections:
  s: {requires: [{topic: x, because: of the basics}], recommends: [z], topics: {b: {}, c: {requires: [b]}, o: {level: optional}}}
topics: {x: {}, z: {}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> section:s", "z recommends section:s", "b -> c"));
  EXPECT_EQ(view.edges[0].because, "of the basics");
  EXPECT_TRUE(view.edges[0].dependents_optional_too);
}

TEST(BoxEdges, LeadFromTheSectionThatAnotherOneRequires) {
  const View view = view_of(R"(
sections:
  s: {topics: {a: {}, b: {requires: [a]}}}
  t: {requires: [section:s], topics: {c: {}, d: {requires: [c, b]}}}
)");
  EXPECT_THAT(edges(view), ElementsAre("a -> b", "section:s -> section:t", "c -> d"));
}

// Such an arrow led up, once behind a card.
TEST(BoxEdges, DoNotLeadFromABoxInWhichACardNeedsTheirEnd) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {}, c: {}, o: {level: optional, requires: [{any: [y, b]}]}}}}
topics: {x: {requires: [b, c]}, y: {requires: [x]}}
)");
  EXPECT_THAT(edges(view), ::testing::IsSupersetOf({"b -> x", "c -> x"}));
}

TEST(BoxEdges, DoNotLeadToABoxInWhichTheirStartNeedsACard) {
  const View view = view_of(R"(
sections: {s: {topics: {b: {requires: [x]}, c: {requires: [x]}, o: {level: optional}}}}
topics: {y: {requires: [o]}, x: {requires: [y]}}
)");
  EXPECT_THAT(edges(view), ::testing::IsSupersetOf({"x -> b", "x -> c"}));
}

TEST(BoxEdges, DoNotEndAtABoxAroundOneTopic) {
  const View view = view_of(R"(
sections:
  s: {topics: {a: {}}}
  t: {requires: [x], topics: {c: {}}}
topics: {x: {}, y: {requires: [section:s]}}
goals: {g: {requires: [section:s]}}
)");
  EXPECT_THAT(edges(view), ElementsAre("x -> c", "a -> y"));
  EXPECT_EQ(card(view, "a").pennants.size(), 1U);
}

TEST(BoxEdges, OfWholeSectionsAreDrawnOneByOneWithAllEdges) {
  const std::string yaml = R"(
sections: {s: {topics: {b: {}, c: {requires: [b]}}}}
topics: {y: {requires: [section:s]}}
)";
  EXPECT_THAT(edges(view_of(yaml, {.all_edges = true})), ElementsAre("b -> c", "b -> y", "c -> y"));
  EXPECT_THAT(edges(view_of(yaml, {.collapse = {0}})), ElementsAre("s -> y"));
}

TEST(BoxEdges, LeadFromTheWholeSectionToOneThatIsCollapsed) {
  const View view = view_of(R"(
sections:
  s: {topics: {a: {}, b: {requires: [a]}}}
  t: {requires: [section:s], topics: {c: {}, d: {requires: [c, b]}}}
)",
                            {.collapse = {1}});
  EXPECT_THAT(edges(view), ElementsAre("a -> b", "section:s -> t"));
}

TEST(BoxEdges, OfWholeSectionsAreDrawnOnPathsToo) {
  const TopicGraph graph = graph_of(R"(
sections: {s: {requires: [x], topics: {a: {}, b: {requires: [a]}}}}
topics: {x: {}, y: {requires: [a, section:s]}}
)");
  const View view = select_view(graph, {.learner = learner(graph, {"y"}, {})});
  EXPECT_THAT(edges(view), ElementsAre("x -> section:s", "a -> b", "section:s -> y"));
}

// A section of links alone is one card, not a box around it.
TEST(BoxEdges, LeadFromTheCardThatStandsForASection) {
  const std::string yaml = R"(
sections:
  outer: {topics: {a: {}}, sections: {links: {title: Links, resources: "https://x.example/"}}}
topics: {y: {requires: [section:links]}}
)";
  const View view = view_of(yaml);
  EXPECT_THAT(edges(view), ElementsAre("links -> y"));
  EXPECT_EQ(card(view, "links").section, 0U);
  EXPECT_EQ(card(view, "links").colour, 1U);
  EXPECT_EQ(card(view_of(yaml, {.collapse = {1}}), "links").kind, CardKind::section);
}

}  // namespace
}  // namespace prereq
