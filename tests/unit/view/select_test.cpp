// What of a roadmap is drawn, and what it says.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using testing::card;
using testing::edges;
using testing::view_of;

TEST(SelectView, LeavesRedundantEdgesOutUnlessToldOtherwise) {
  const std::string_view yaml =
      "topics: {a: {}, b: {requires: [a]}, c: {requires: [a, b], recommends: [a]}}";
  EXPECT_THAT(edges(view_of(yaml)), ElementsAre("a -> b", "b -> c", "a recommends c"));
  EXPECT_THAT(edges(view_of(yaml, {.all_edges = true})),
              ElementsAre("a -> b", "a -> c", "b -> c", "a recommends c"));
}

TEST(SelectView, CountsTheRedundantEdgesBetweenItsCards) {
  const std::string_view yaml = R"(
sections: {s: {topics: {a: {}, b: {requires: [a]}}}}
topics:
  c: {requires: [a, b]}
  d: {requires: [a, c], level: optional}
goals: {g: {requires: [a, c]}}
)";
  EXPECT_EQ(view_of(yaml).redundant_edges, 3U);
  EXPECT_EQ(view_of(yaml, {.all_edges = true}).redundant_edges, 0U);
  EXPECT_EQ(view_of(yaml, {.core_only = true}).redundant_edges, 2U);
  // What is merged into the edges of a section's card is no edge of its own.
  EXPECT_EQ(view_of(yaml, {.collapse_all = true}).redundant_edges, 0U);
}

TEST(SelectView, TellsEdgesApart) {
  const View view = view_of(R"(
topics:
  a: {}
  b: {corequisites: [a]}
  c: {requires: [{topic: b, because: practice first}], recommends: [a]}
  d: {}
goals: {g: {requires: [c, d]}}
)");
  EXPECT_THAT(edges(view), ElementsAre("a with b", "b -> c", "a recommends c", "c -> g", "d -> g"));
  EXPECT_EQ(view.edges[1].because, "practice first");
  EXPECT_EQ(view.edges[1].from, "b");
  EXPECT_EQ(view.edges[1].to, "c");
}

TEST(SelectView, JoinsAlternativesInAJunction) {
  const View view = view_of(R"(
sections: {s: {topics: {t: {requires: [{any: [a, b]}, {at-least: 2, of: [a, b, c]}]}}}}
topics: {a: {}, b: {}, c: {}}
)");
  EXPECT_EQ(card(view, "t/1").title, "one of");
  EXPECT_EQ(card(view, "t/2").title, "2 of 3");
  EXPECT_EQ(card(view, "t/1").kind, CardKind::junction);
  EXPECT_EQ(card(view, "t/1").section, 0U);  // stands with what it leads to
  EXPECT_THAT(edges(view), ElementsAre("a or t/1", "b or t/1", "t/1 -> t", "a or t/2", "b or t/2",
                                       "c or t/2", "t/2 -> t"));
  // Junctions looked through.
  EXPECT_EQ(view.edges[0].from, "a");
  EXPECT_EQ(view.edges[0].to, "t");
}

TEST(SelectView, DrawsALineForEachDifferentEntryOfAGroup) {
  const View view = view_of(R"(
topics:
  a: {}
  b: {}
  c: {}
  t: {requires: [{at-least: 2, of: [a, b, a, c]}]}
  u: {requires: [{at-least: 2, of: [a, b, a]}]}
  v: {requires: [{at-least: 2, of: [a, {all: [a, b]}, c]}]}
)");
  EXPECT_EQ(card(view, "t/1").title, "2 of 3");
  EXPECT_EQ(card(view, "v/2").title, "2 of 3");
  EXPECT_THAT(edges(view), ElementsAre("a or t/1", "b or t/1", "c or t/1", "t/1 -> t", "a -> u",
                                       "b -> u", "a or v/2", "a -> v/3", "b -> v/3", "v/3 or v/2",
                                       "c or v/2", "v/2 -> v"));
}

TEST(SelectView, DrawsGroupsWithoutAChoiceAsPlainEdges) {
  const View view = view_of(R"(
topics:
  a: {}
  b: {}
  c: {}
  t: {requires: [{all: [a, b]}, {any: [c]}]}
)");
  EXPECT_THAT(edges(view), ElementsAre("a -> t", "b -> t", "c -> t"));
}

TEST(SelectView, FlattensOneOfInsideOneOf) {
  const View view =
      view_of("topics: {a: {}, b: {}, c: {}, t: {requires: [{any: [a, {any: [b, c]}]}]}}");
  EXPECT_THAT(edges(view), ElementsAre("a or t/1", "b or t/1", "c or t/1", "t/1 -> t"));
}

TEST(SelectView, NestsOtherGroups) {
  const View view =
      view_of("topics: {a: {}, b: {}, c: {}, t: {requires: [{any: [a, {all: [b, c]}]}]}}");
  EXPECT_EQ(card(view, "t/2").title, "all of");
  EXPECT_THAT(edges(view),
              ElementsAre("a or t/1", "b -> t/2", "c -> t/2", "t/2 or t/1", "t/1 -> t"));
}

TEST(SelectView, SaysHoursAndLinksOnCards) {
  const View view = view_of(R"yaml(
topics:
  a: {hours: 30-40, resources: ["[A](https://a.example)", "[B](https://b.example)"]}
  b: {resources: [A book]}
  c: {hours: 20min}
)yaml");
  EXPECT_EQ(card(view, "a").detail, "30–40 h · 2 links");
  EXPECT_EQ(card(view, "a").url, "https://a.example");
  EXPECT_THAT(card(view, "a").tooltip, ElementsAre("A", "B"));
  EXPECT_EQ(card(view, "b").detail, "~1 h · 1 resource");
  EXPECT_EQ(card(view, "b").url, "");
  EXPECT_EQ(card(view, "c").detail, "20 min");
}

TEST(SelectView, TellsKindsAndLevelsOfTopicsApart) {
  const View view = view_of(R"(
topics: {a: {hours: 0}, b: {level: optional}, c: {level: assumed, requires: [a]}}
goals: {g: {title: The end, description: Where it leads, requires: [b, c]}}
)");
  EXPECT_EQ(card(view, "a").kind, CardKind::milestone);
  EXPECT_EQ(card(view, "a").detail, "");
  EXPECT_EQ(card(view, "b").kind, CardKind::topic);
  EXPECT_TRUE(card(view, "b").optional);
  EXPECT_FALSE(card(view, "b").assumed);
  EXPECT_TRUE(card(view, "c").assumed);
  EXPECT_EQ(card(view, "g").kind, CardKind::goal);
  EXPECT_EQ(card(view, "g").title, "The end");
  EXPECT_EQ(card(view, "g").section, no_index);
  EXPECT_THAT(card(view, "g").tooltip, ElementsAre("Where it leads"));
}

TEST(SelectView, SumsHoursOfSectionsWithAllTheyHold) {
  const View view = view_of(R"(
sections:
  outer: {topics: {a: {hours: 1}}, sections: {inner: {topics: {b: {hours: 2.5}}}}}
  other: {resources: [News, Views]}
  empty: {}
)");
  ASSERT_EQ(view.sections.size(), 4U);
  EXPECT_EQ(view.sections[0].detail, "3.5 h");
  EXPECT_EQ(view.sections[1].detail, "2.5 h");
  EXPECT_EQ(view.sections[1].parent, 0U);
  EXPECT_EQ(view.sections[2].detail, "");
  EXPECT_EQ(card(view, "other").kind, CardKind::links);
  EXPECT_EQ(card(view, "other").title, "2 resources");
  EXPECT_EQ(card(view, "other").section, 2U);
  EXPECT_EQ(card(view, "other").label, "2 resources in Other");
  EXPECT_EQ(view.sections[3].detail, "");
}

TEST(SelectView, SaysInWordsWhatACardRequiresAndUnlocks) {
  const View view = view_of(R"(
topics:
  a: {title: Algebra, hours: 2}
  b: {title: Books, hours: 1}
  t: {title: Tensors, hours: 3, level: optional, requires: [a, {any: [a, b]}], corequisites: [b],
      recommends: [m]}
  m: {title: Middle, hours: 0}
goals: {g: {title: Goal, requires: [t]}}
)");
  EXPECT_EQ(card(view, "a").label, "Algebra: 2 h. Unlocks Tensors.");
  EXPECT_EQ(card(view, "t").label,
            "Tensors: 3 h, optional. Requires Algebra and one of Algebra or Books. Together with "
            "Books. Helped by Middle. Reaches the goal Goal.");
  EXPECT_EQ(card(view, "m").label, "Middle: milestone.");
  EXPECT_EQ(card(view, "t").pennants.at(0).label, "Goal: Goal. Requires Tensors.");
}

TEST(SelectView, DescribesThePictureInWords) {
  const View view = view_of(R"(
title: T
description: Why.
sections: {s: {title: S, topics: {a: {hours: 2}}}}
topics: {b: {hours: 1, requires: [a]}}
goals: {g: {title: G, requires: [b]}}
)");
  EXPECT_EQ(view.title, "T");
  EXPECT_EQ(view.description,
            "Why. A prerequisite graph of 2 topics, 3 h in all, in the sections S. Arrows lead "
            "from a prerequisite to what depends on it. It leads to the goals G.");
}

TEST(SelectView, OfNothingIsEmpty) {
  const View view = view_of("{}");
  EXPECT_THAT(view.cards, IsEmpty());
  EXPECT_THAT(view.edges, IsEmpty());
  EXPECT_THAT(view.sections, IsEmpty());
}

TEST(SelectView, SaysWhatTheLinksOfASectionAre) {
  const View view = view_of(R"yaml(
sections:
  mixed:
    resources: ["A (book)", "B (channel)", C, "D (docs)", "E (channel)", "F (docs)"]
  plain: {resources: [One, Two]}
)yaml");
  EXPECT_EQ(card(view, "mixed").title, "6 resources");
  EXPECT_EQ(card(view, "mixed").detail, "2 pages of docs, 2 channels, 1 book, 1 other");
  EXPECT_EQ(card(view, "plain").detail, "");
}

}  // namespace
}  // namespace prereq
