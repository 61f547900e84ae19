// What only pictures of parts of a roadmap have in them.
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/digest.hpp"
#include "prereq/svg.hpp"
#include "sample_views.hpp"
#include "support/xml_document.hpp"

namespace prereq {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::parse_xml;
using testing::XmlElement;

enum Sample : std::uint8_t {
  path,
  known,
  around,
  collapsed,
  page,
  cycles,
  critical,
  blocking,
  blocking_sections,
  critical_sections,
};

XmlElement drawn(Sample sample) {
  const View view = testing::sample_views()[sample];
  Diagnostics diagnostics;
  return parse_xml(write_svg(view, arrange(view, {}, diagnostics)));
}

std::vector<const XmlElement*> with_class(const XmlElement& root, std::string_view name) {
  std::vector<const XmlElement*> result;
  for (const XmlElement* element : root.descendants()) {
    if (element->has_class(name)) result.push_back(element);
  }
  return result;
}

const XmlElement& topic(const XmlElement& root, std::string_view id) {
  for (const XmlElement* element : root.descendants()) {
    if (element->attribute("data-topic") == id) return *element;
  }
  ADD_FAILURE() << "no topic " << id;
  return root;
}

std::vector<std::string> texts(const XmlElement& root) {
  std::vector<std::string> words;
  for (const XmlElement* element : root.descendants()) {
    if (element->name == "text") words.push_back(element->text);
  }
  return words;
}

TEST(SvgViews, SayWhatTheyShowInTitleAndHeading) {
  const XmlElement root = drawn(path);
  const std::string shows = "The shortest path to Build one: 4 topics, 13 h";
  EXPECT_EQ(root.children[0].text, "Nets: " + shows);
  EXPECT_EQ(with_class(root, "subheading").at(0)->text, shows);
}

TEST(SvgViews, TellStatesApartByShapesWordsAndAttributes) {
  const XmlElement root = drawn(path);
  const auto expect = [&](const std::string& id, const std::string& state, std::string_view shape,
                          const std::string& label) {
    const XmlElement& card = topic(root, id);
    EXPECT_EQ(card.attribute("data-state"), state);
    EXPECT_TRUE(card.has_class(state));
    EXPECT_EQ(with_class(card, shape).size(), 1U) << id;
    EXPECT_THAT(card.attribute("aria-label"), HasSubstr(label));
  };
  expect("algebra", "done", "tick", "Done. ");
  expect("python", "ready", "play", "ready to start. ");
  expect("torch", "blocked", "lock", "needs others first. ");
  EXPECT_THAT(texts(root), ::testing::IsSupersetOf(
                               {"done", "ready to start", "needs others first"}));  // the legend
}

TEST(SvgViews, NumberTheStepsOfAPath) {
  const XmlElement root = drawn(path);
  EXPECT_EQ(with_class(root, "number").size(), 4U);
  const XmlElement& nets = topic(root, "nets");
  EXPECT_EQ(nets.attribute("data-step"), "4");
  EXPECT_EQ(with_class(nets, "number").at(0)->text, "4");
  EXPECT_THAT(nets.attribute("aria-label"), HasSubstr("Step 4 of 4, "));
}

TEST(SvgViews, LinkEachResourceAndSayWhatItCosts) {
  const XmlElement root = drawn(known);
  std::vector<std::string> links;
  for (const XmlElement* element : topic(root, "algebra").descendants()) {
    if (element->name == "a") links.push_back(element->attribute("href"));
  }
  EXPECT_THAT(links, ::testing::ElementsAre("https://book.example", "https://film.example"));
  EXPECT_EQ(with_class(root, "paid").at(0)->text, "paid");
  EXPECT_EQ(with_class(root, "free").at(0)->text, "free");
}

TEST(SvgViews, DrawACollapsedSectionOnceAndTwoHeadsWhereTwoNeedEachOther) {
  const XmlElement root = drawn(collapsed);
  EXPECT_EQ(with_class(root, "collapsed").size(), 2U);
  std::size_t math = 0;
  for (const XmlElement* element : root.descendants()) {
    if (element->attribute("id") == "prereq-section-math") ++math;
  }
  EXPECT_EQ(math, 1U);
  // math <-> code, math -> nets, code -> nets, and in the legend required, one of several (without
  // a head) and both ways.
  EXPECT_EQ(with_class(root, "edge").size(), 3U + 3);
  EXPECT_EQ(with_class(root, "tip").size(), 4U + 3);
}

TEST(SvgViews, KeepContextFaintAndLeadBack) {
  const XmlElement root = drawn(page);
  EXPECT_TRUE(topic(root, "algebra").has_class("context"));
  EXPECT_FALSE(topic(root, "python").has_class("context"));
  std::vector<std::string> links;
  for (const XmlElement* element : root.descendants()) {
    if (element->name == "a") links.push_back(element->attribute("href"));
  }
  EXPECT_THAT(links, ::testing::Contains("overview.svg"));
  EXPECT_THAT(links, ::testing::Contains("section-math.svg#section-math-topic-algebra"));
}

TEST(SvgViews, ShowCyclesByWidthAndBadgeNotByColourAlone) {
  const XmlElement root = drawn(cycles);
  EXPECT_EQ(with_class(topic(root, "a"), "alarm").size(), 1U);
  EXPECT_EQ(with_class(topic(root, "c"), "alarm").size(), 0U);
  EXPECT_TRUE(topic(root, "a").has_class("in-cycle"));
  EXPECT_EQ(with_class(root, "problem-text").at(0)->text, "Cycle: A → B → A (lines 3 and 4)");
}

TEST(SvgViews, HaveDigestsThatCoverWhatTheySay) {
  const View whole = testing::sample_views()[path];
  const auto digest = [](const View& view) { return source_digest(view, {}, {}); };
  const auto expect_another = [&](const std::string& what, auto&& change) {
    View view = whole;
    change(view);
    EXPECT_NE(digest(view), digest(whole)) << what;
  };
  expect_another("shows", [](View& view) { view.shows += "!"; });
  expect_another("problems", [](View& view) { view.problems.emplace_back("!"); });
  expect_another("links", [](View& view) { view.links.push_back({"a", "b", Cost::unstated}); });
  expect_another("number", [](View& view) { view.cards[0].number = 9; });
  expect_another("state", [](View& view) { view.cards[0].state = CardState::none; });
  expect_another("focus", [](View& view) { view.cards[0].focus = true; });
  expect_another("context", [](View& view) { view.cards[0].context = true; });
  expect_another("in cycle", [](View& view) { view.cards[0].in_cycle = true; });
  expect_another("colour", [](View& view) { view.cards[0].colour = 1; });
  expect_another("lines", [](View& view) { view.cards[0].lines.push_back({"a", "", Cost::free}); });
  expect_another("both ways", [](View& view) { view.edges[0].both_ways = true; });
  expect_another("edge in cycle", [](View& view) { view.edges[0].in_cycle = true; });
}

TEST(SvgViews, BringOutTheCriticalPathByWeightAndWords) {
  const XmlElement root = drawn(critical);
  EXPECT_TRUE(topic(root, "algebra").has_class("emphasized"));
  EXPECT_TRUE(topic(root, "proofs").has_class("quiet"));
  EXPECT_THAT(topic(root, "algebra").attribute("aria-label"), HasSubstr("on the critical path"));
  std::vector<std::string> strong;
  for (const XmlElement* edge : with_class(root, "edge")) {
    if (edge->has_class("emphasized") && !edge->attribute("data-to").empty()) {
      strong.push_back(edge->attribute("data-from") + " " + edge->attribute("data-to"));
    }
  }
  EXPECT_THAT(strong, ElementsAre("algebra calculus", "calculus nets"));
  for (const XmlElement* goal : with_class(root, "goal")) {
    if (goal->attribute("data-goal").empty()) continue;  // in the legend
    EXPECT_TRUE(goal->has_class("emphasized"));
  }
  EXPECT_THAT(texts(root), Contains("on the critical path"));
  EXPECT_THAT(root.children[2].text, HasSubstr(" .edge.emphasized{stroke-width:3.2}"));
}

// A quiet edge that shared its way with the critical path was drawn over it.
TEST(SvgViews, DrawWhatIsBroughtOutAboveOtherEdges) {
  const XmlElement root = drawn(critical);
  bool strong_ones = false;
  for (const XmlElement* edge : with_class(root, "edge")) {
    if (edge->attribute("data-to").empty()) continue;  // in the legend
    if (edge->has_class("emphasized")) strong_ones = true;
    EXPECT_EQ(edge->has_class("emphasized"), strong_ones);
  }
  EXPECT_TRUE(strong_ones);
}

TEST(SvgViews, SayHowManyTopicsEachBlocks) {
  const XmlElement root = drawn(blocking);
  const XmlElement& algebra = topic(root, "algebra");
  EXPECT_TRUE(algebra.has_class("b4"));
  EXPECT_EQ(algebra.attribute("data-blocks"), "6");
  EXPECT_EQ(with_class(algebra, "count").at(0)->text, "6");
  EXPECT_THAT(algebra.attribute("aria-label"), HasSubstr("blocks 6 topics"));
  EXPECT_TRUE(with_class(topic(root, "nets"), "count").empty());
  EXPECT_THAT(texts(root), Contains("number of topics that it blocks"));
}

// An arrow's head ended below the number.
TEST(SvgViews, PutTheNumberWhereNoArrowEnds) {
  View view;
  view.emphasizing = Emphasizing::blocking;
  Drawing drawing;
  for (int i = 0; i < 2; ++i) {
    view.cards.emplace_back();
    view.cards.back().id = std::to_string(i);
    view.cards.back().blocks = 1;
    drawing.cards.push_back({{100.0 * i, 50, 90, 40}, {}});
  }
  view.edges.push_back({0, 1, EdgeStyle::required, "0", "1", ""});
  drawing.edges.push_back({{{180, 20}, {180, 20}, {180, 42}, {180, 42}}, Point{180, 50}});
  const XmlElement root = parse_xml(write_svg(view, drawing));
  EXPECT_EQ(with_class(topic(root, "0"), "count").at(0)->attribute("x"), "80");
  EXPECT_EQ(with_class(topic(root, "1"), "count").at(0)->attribute("x"), "116");
}

TEST(SvgViews, BringOutCollapsedSections) {
  const XmlElement critical_root = drawn(critical_sections);
  EXPECT_EQ(with_class(critical_root, "collapsed").size(), 2U);
  EXPECT_THAT(with_class(critical_root, "collapsed").at(0)->attribute("aria-label"),
              HasSubstr("It has 2 topics on the critical path."));
  EXPECT_FALSE(with_class(drawn(blocking_sections), "count").empty());
}

TEST(SvgViews, WithEmphasisHaveADigestOfTheirOwn) {
  const auto views = testing::sample_views();
  const std::string one = source_digest(views[critical], {}, {});
  View other = views[critical];
  other.edges[0].emphasis = Emphasis::none;
  EXPECT_NE(source_digest(other, {}, {}), one);
  other = views[blocking];
  other.cards[0].blocks = 1;
  EXPECT_NE(source_digest(other, {}, {}), source_digest(views[blocking], {}, {}));
}

}  // namespace
}  // namespace prereq
