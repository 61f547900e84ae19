// Roadmaps of every shape: whatever they are like, their drawings are sound.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using testing::bundled_view;
using testing::complaints_about;
using testing::draw;
using ::testing::IsEmpty;
using testing::topics_yaml;
using testing::view_of;

void expect_sound(const View& view) {
  EXPECT_THAT(complaints_about(view), IsEmpty());
  EXPECT_THAT(complaints_about(view, testing::unbounded), IsEmpty()) << "without a width";
  EXPECT_THAT(complaints_about(view, testing::rightwards), IsEmpty()) << "to the right";
}

TEST(Arrange, DrawsOneTopic) {
  const View view = view_of("topics: {a: {hours: 2}}\n");
  expect_sound(view);
  EXPECT_LT(draw(view).width, 200);
}

TEST(Arrange, DrawsNothingAtAll) {
  const Drawing drawing = draw(view_of("title: Empty\n"));
  EXPECT_TRUE(drawing.cards.empty());
  EXPECT_TRUE(drawing.legend.empty());
  expect_sound(view_of("title: Empty\n"));
  expect_sound(view_of("{}\n"));
}

// The boxes of sections were looked for where there were none.
TEST(Arrange, DrawsNothingOfSectionsThatAreEmpty) {
  const Drawing drawing = draw(view_of("sections:\n  a: {title: Empty}\n"));
  EXPECT_TRUE(drawing.cards.empty());
  ASSERT_EQ(drawing.sections.size(), 1U);
  EXPECT_TRUE(drawing.sections[0].lines.empty());
}

TEST(Arrange, DrawsTopicsWithoutSections) {
  expect_sound(view_of(topics_yaml(25, [](int i) {
    return i < 3 ? "hours: 2" : fmt::format("requires: [t{}, t{}]", i / 2, i - 3);
  })));
}

TEST(Arrange, DrawsTopicsBesideSections) {
  expect_sound(view_of(R"(
title: Beside
sections:
  one: {topics: {a: {}, b: {requires: [a]}}}
  two: {topics: {c: {requires: [x, b]}, d: {requires: [c]}}}
topics:
  x: {requires: [a]}
  y: {requires: [x, d]}
  z: {}
)"));
}

TEST(Arrange, DrawsGoalsOnly) {
  expect_sound(view_of("goals: {a: {title: First}, b: {title: Second}}\n"));
}

TEST(Arrange, DrawsSectionsInSections) {
  const View view = view_of(R"(
title: Nested
sections:
  outer:
    title: Outer
    topics: {a: {}, b: {requires: [a]}}
    sections:
      left: {title: Left, topics: {c: {requires: [b]}, d: {requires: [c]}}}
      right:
        title: Right
        topics: {e: {requires: [b]}}
        sections:
          inner: {title: Inner, topics: {f: {requires: [e]}, g: {requires: [e, d]}}}
  only-a-frame:
    title: Frame
    sections:
      within: {title: Within, topics: {h: {requires: [g]}, i: {requires: [a]}}}
goals: {all: {requires: [h, i, f]}}
)");
  expect_sound(view);
  EXPECT_EQ(view.sections.size(), 6U);
}

TEST(Arrange, LeavesOutSectionsThatHoldNothing) {
  const View view = view_of(R"(
sections:
  empty: {title: Nothing here}
  full: {title: Something here, topics: {a: {}, b: {requires: [a]}}}
)");
  expect_sound(view);
  EXPECT_EQ(draw(view).sections[0].box.width, 0);
}

TEST(Arrange, DrawsSectionsThatOnlyHoldLinks) {
  expect_sound(view_of(R"yaml(
sections:
  work: {title: Work, topics: {a: {}, b: {requires: [a]}, c: {requires: [a]}}}
  news:
    title: News from all over the world, every week, and much of it, in one place
    resources: ["[A](https://a.example)", "[B](https://b.example)"]
  more: {title: More, resources: ["[C](https://c.example)"]}
goals: {end: {requires: [b, c]}}
)yaml"));
}

TEST(Arrange, DrawsAlternativesInAlternatives) {
  const View view = view_of(R"(
title: Choices
sections:
  base: {topics: {a: {}, b: {}, c: {}, d: {}, e: {}}}
  use:
    topics:
      f: {requires: [{any: [a, {all: [b, c]}, {at-least: 2, of: [c, d, e]}]}]}
      g: {requires: [{any: [f, {any: [a, b]}]}, {any: [d, e]}]}
goals: {end: {requires: [{any: [f, g]}]}}
)");
  expect_sound(view);
  EXPECT_EQ(std::ranges::count(view.cards, CardKind::junction, &ViewCard::kind), 6);
}

TEST(Arrange, DrawsMilestonesSmall) {
  const View view = view_of(R"(
topics:
  start: {hours: 0}
  work: {hours: 5, requires: [start]}
  done: {hours: 0, requires: [work]}
)");
  expect_sound(view);
  const Drawing drawing = draw(view);
  EXPECT_LT(drawing.cards[0].box.height, drawing.cards[1].box.height);
}

TEST(Arrange, DrawsTopicsThatAreLearnedTogether) {
  expect_sound(view_of(R"(
topics:
  a: {corequisites: [b]}
  b: {corequisites: [a]}
  c: {requires: [a], corequisites: [d]}
  d: {corequisites: [e]}
  e: {corequisites: [c]}
)"));
}

TEST(Arrange, TurnsARecommendationRatherThanANeed) {
  // Declared so that a search from `a` meets the recommendations first.
  expect_sound(view_of(R"(
topics:
  a: {recommends: [d, c]}
  b: {requires: [a], recommends: [d]}
  c: {requires: [b]}
  d: {requires: [c]}
)"));
}

TEST(Arrange, DrawsACycleThatAlternativesAvoid) {
  const View view = view_of("topics: {a: {requires: [{any: [b, c]}]}, b: {requires: [a]}, c: {}}");
  EXPECT_THAT(testing::all_complaints(view, draw(view)), IsEmpty());
}

TEST(Arrange, DrawsATopicThatRequiresItself) {
  const View view = view_of("topics: {a: {requires: [a]}, b: {requires: [a]}}");
  EXPECT_THAT(testing::all_complaints(view, draw(view)), IsEmpty());
}

TEST(Arrange, DrawsAnEdgeTwice) {
  expect_sound(view_of("topics: {a: {}, b: {requires: [a], recommends: [a]}}"));
}

TEST(Arrange, DrawsManyTopicsInOneSection) {
  std::string yaml = "sections: {all: {title: Everything}}\n";
  yaml += topics_yaml(80, [](int i) {
    std::string fields = fmt::format("section: all, title: Topic number {}", i);
    if (i % 7 != 0) fields += fmt::format(", requires: [t{}]", i - 1 - i % 3 * (i % 7 > 3 ? 1 : 0));
    return fields;
  });
  const View view = view_of(yaml);
  EXPECT_THAT(testing::all_complaints(view, draw(view)), IsEmpty());
}

TEST(Arrange, DrawsManyTopicsThatHangTogetherByNothing) {
  expect_sound(view_of("sections: {all: {title: Everything}}\n" +
                       topics_yaml(80, [](int) { return "section: all"; })));
}

TEST(Arrange, DrawsAChain) {
  expect_sound(view_of(
      topics_yaml(60, [](int i) { return i == 0 ? "" : fmt::format("requires: [t{}]", i - 1); })));
}

TEST(Arrange, DrawsOneTopicThatAllNeed) {
  expect_sound(view_of(topics_yaml(40, [](int i) { return i == 0 ? "" : "requires: [t0]"; })));
}

TEST(Arrange, DrawsOneTopicThatNeedsAll) {
  expect_sound(view_of(topics_yaml(40, [](int i) {
    std::string needs;
    for (int t = 0; i == 39 && t < i; ++t) needs += fmt::format("{}t{}", t == 0 ? "" : ", ", t);
    return needs.empty() ? "" : "requires: [" + needs + "]";
  })));
}

TEST(Arrange, DrawsSectionsThatNeedEachOther) {
  expect_sound(view_of(R"(
sections:
  one: {topics: {a: {}, b: {requires: [x]}, c: {requires: [y]}}}
  two: {topics: {x: {requires: [a]}, y: {requires: [b]}, z: {requires: [c]}}}
)"));
}

TEST(Arrange, IsSoundOnANarrowPage) {
  // How narrow it gets, edges decide; they are what is in the way here.
  for (const char* name : {"self-study", "turbo"}) {
    const View view = bundled_view(name);
    const Drawing drawing = draw(view, {Direction::down, 600});
    EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty()) << name;
    EXPECT_LT(drawing.width, 800) << name;
  }
}

TEST(Arrange, KeepsToThePageWhereAnyPlanDoes) {
  const View turbo = bundled_view("turbo");
  for (const double width : {500.0, 590.0, 597.0}) {
    EXPECT_LE(draw(turbo, {Direction::down, width}).width, width);
  }
  EXPECT_LE(draw(bundled_view("self-study"), {Direction::down, 640}).width, 640);
}

}  // namespace
}  // namespace prereq
