// What the quality report counts: single things by hand, whole drawings against a slow reference.
#include "prereq/drawing_quality.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/quality_reference.hpp"
#include "support/random_roadmap.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using testing::Random;

// A drawing put together by hand; every edge has cards of its own for ends unless told otherwise.
struct Sketch {
  View view;
  Drawing drawing;

  std::uint32_t card(const Box& box) {
    view.cards.emplace_back();
    drawing.cards.push_back({box, {}});
    return static_cast<std::uint32_t>(view.cards.size() - 1);
  }
  void edge(std::uint32_t from, std::uint32_t to, const std::vector<Point>& curve) {
    ViewEdge& edge = view.edges.emplace_back();
    edge.prerequisite = from;
    edge.dependent = to;
    drawing.edges.push_back({curve, std::nullopt});
  }
  void edge(const std::vector<Point>& curve) {
    const double x = -900 - 4 * static_cast<double>(view.edges.size());
    const std::uint32_t from = card({x, -900, 1, 1});
    edge(from, card({x, -800, 1, 1}), curve);
  }
  void line(Point from, Point to) { edge({from, from, to, to}); }
  DrawingQuality quality() const { return measure_quality(view, drawing); }
};

DrawnText words(Point baseline, double width, TextRole role = TextRole::card_title) {
  return {"words", baseline, width, false, role};
}

TEST(Crossings, AreNoneWhereLinesPassBeside) {
  Sketch s;
  s.line({0, 0}, {100, 0});
  s.line({0, 5}, {100, 5});
  s.line({120, -50}, {120, 50});
  EXPECT_EQ(s.quality().crossings, 0U);
}

TEST(Crossings, AreOneWhereTwoLinesMeet) {
  Sketch s;
  s.line({0, 0}, {100, 100});
  s.line({0, 100}, {100, 0});
  EXPECT_EQ(s.quality().crossings, 1U);
}

TEST(Crossings, AreThreeWhereThreeLinesMeetInAPoint) {
  Sketch s;
  s.line({0, 0}, {100, 100});
  s.line({0, 100}, {100, 0});
  s.line({50, 0}, {50, 100});
  EXPECT_EQ(s.quality().crossings, 3U);
}

TEST(Crossings, AreAsManyAsPlacesOfTwoEdges) {
  Sketch s;
  s.edge({{0, 0}, {100, 240}, {200, -240}, {300, 0}});
  s.line({-10, 5}, {310, -5});
  EXPECT_EQ(s.quality().crossings, 3U);
}

TEST(Crossings, AreOneWhereALineGoesThroughTheJointOfAChain) {
  Sketch s;
  s.edge({{0, 0}, {10, 10}, {40, 40}, {50, 50}, {60, 60}, {90, 90}, {100, 100}});
  s.line({0, 100}, {100, 0});
  EXPECT_EQ(s.quality().crossings, 1U);
}

TEST(Crossings, LeaveOutWhereEdgesComeTogetherAtACard) {
  Sketch s;
  const auto a = s.card({0, 0, 100, 40});
  const auto b = s.card({0, 200, 40, 40});
  const auto c = s.card({60, 200, 40, 40});
  s.edge(a, b, {{51, 40}, {51, 40}, {20, 200}, {20, 200}});
  s.edge(a, c, {{49, 40}, {49, 40}, {80, 200}, {80, 200}});
  EXPECT_EQ(s.quality().crossings, 0U);
  // Further away it is one like any other.
  s.drawing.edges[0].curve = {{70, 40}, {70, 40}, {20, 200}, {20, 200}};
  s.drawing.edges[1].curve = {{30, 40}, {30, 40}, {80, 200}, {80, 200}};
  EXPECT_EQ(s.quality().crossings, 1U);
}

TEST(Crossings, LeaveOutWhereEdgesBranchOffALineTheyShare) {
  const std::vector<Point> left = {{50, 40},  {50, 80},  {50, 120}, {50, 160}, {50, 180},
                                   {20, 180}, {20, 200}, {20, 230}, {20, 270}, {20, 300}};
  const std::vector<Point> right = {{50, 40},  {50, 90},  {50, 150}, {50, 200}, {50, 220},
                                    {80, 220}, {80, 240}, {80, 260}, {80, 280}, {80, 300}};
  Sketch s;
  const auto a = s.card({0, 0, 100, 40});
  s.edge(a, s.card({0, 300, 40, 40}), left);
  s.edge(a, s.card({60, 300, 40, 40}), right);
  EXPECT_EQ(s.quality().crossings, 0U);
  EXPECT_EQ(testing::crossings_by_brute_force(s.view, s.drawing), 0U);
  // What meets further on does count.
  s.drawing.edges[0].curve.insert(s.drawing.edges[0].curve.end(),
                                  {{40, 300}, {70, 270}, {90, 240}});
  EXPECT_EQ(s.quality().crossings, 1U);
  EXPECT_EQ(testing::crossings_by_brute_force(s.view, s.drawing), 1U);
}

TEST(Crossings, CountEachEdgeOfALineThatIsShared) {
  Sketch s;
  const auto a = s.card({0, 0, 100, 40});
  const auto b = s.card({0, 300, 40, 40});
  const auto c = s.card({60, 300, 40, 40});
  s.edge(a, b, {{50, 40}, {50, 90}, {50, 150}, {50, 200}, {50, 250}, {20, 250}, {20, 300}});
  s.edge(a, c, {{50, 40}, {50, 90}, {50, 150}, {50, 200}, {50, 250}, {80, 250}, {80, 300}});
  s.line({-20, 120}, {120, 120});
  EXPECT_EQ(s.quality().crossings, 2U);
}

TEST(Crossings, IncludeTheHeadsOfArrows) {
  Sketch s;
  s.line({0, 0}, {0, 50});
  s.drawing.edges[0].arrow_tip = Point{0, 60};
  s.line({-20, 55}, {20, 55});
  EXPECT_EQ(s.quality().crossings, 1U);
}

TEST(Crossings, OfTenThousandEdgesAreCountedInNoTime) {
  Sketch s;
  for (int i = 0; i < 5000; ++i) {
    const Point at = {i % 100 * 100.0, i / 100 * 100.0};
    s.line(at, {at.x + 150, at.y + 50});
    s.line({at.x, at.y + 50}, {at.x + 60, at.y - 10});
  }
  const std::size_t crossings = s.quality().crossings;
  EXPECT_GE(crossings, 5000U);
  EXPECT_LE(crossings, 15000U);
}

// Every meeting of two lines looked again for where they part: 44 s.
TEST(Crossings, OfManyEdgesOnOneLineAreCountedInNoTime) {
  Sketch s;
  const auto hub = s.card({0, 0, 100, 40});
  for (int i = 0; i < 1000; ++i) {
    const double x = 200 + 20.0 * i;
    const double y = 40 + 2.0 * (i % 30);
    // Down, along a trunk of one of thirty heights, down again.
    s.edge(hub, s.card({x, 300, 10, 10}),
           {{50, 40},
            {50, 40},
            {50, y},
            {50, y},
            {50, y},
            {x, y},
            {x, y},
            {x, y},
            {x, 300},
            {x, 300}});
  }
  // Each edge turns down through the trunks below its own, wherever these go on.
  const std::size_t crossings = s.quality().crossings;
  EXPECT_GT(crossings, 200'000U);
  EXPECT_LT(crossings, 500'000U);
}

TEST(Crossings, LeaveOutWhereEdgesComeTogetherAtABox) {
  Sketch s;
  s.view.sections.resize(1);
  s.drawing.sections.push_back({{0, 200, 200, 200}, 0, {}});
  const auto inner = s.card({80, 260, 40, 40});
  s.edge(s.card({0, 0, 40, 40}), inner, {{20, 40}, {20, 40}, {101, 200}, {101, 200}});
  s.edge(s.card({160, 0, 40, 40}), inner, {{180, 40}, {180, 40}, {99, 200}, {99, 200}});
  for (ViewEdge& edge : s.view.edges) edge.dependent_section = 0;
  EXPECT_EQ(s.quality().crossings, 0U);
  EXPECT_EQ(testing::crossings_by_brute_force(s.view, s.drawing), 0U);
  // Deep in the box they may not be, and further away it is one like any other.
  for (const double y : {260.0, 150.0}) {
    s.drawing.edges[0].curve = {{20, y - 20}, {20, y - 20}, {101, y + 20}, {101, y + 20}};
    s.drawing.edges[1].curve = {{101, y - 20}, {101, y - 20}, {20, y + 20}, {20, y + 20}};
    EXPECT_EQ(s.quality().crossings, 1U) << y;
    EXPECT_EQ(testing::crossings_by_brute_force(s.view, s.drawing), 1U) << y;
  }
}

TEST(EdgesThroughCards, CountTheCardThatStandsForABox) {
  Sketch s;
  s.view.sections.resize(1);
  s.drawing.sections.push_back({{0, 80, 200, 200}, 0, {}});
  const auto inner = s.card({80, 100, 40, 40});
  s.edge(s.card({80, 0, 40, 40}), inner, {{100, 40}, {100, 40}, {100, 80}, {100, 80}});
  s.view.edges[0].dependent_section = 0;
  EXPECT_EQ(s.quality().edges_through_cards, 0U);
  s.drawing.edges[0].curve = {{100, 40}, {100, 40}, {100, 120}, {100, 120}};
  EXPECT_EQ(s.quality().edges_through_cards, 1U);
  EXPECT_EQ(testing::edges_through_cards_by_brute_force(s.view, s.drawing), 1U);
}

TEST(Overlaps, CountPennantsThatDoNotFit) {
  Sketch s;
  s.card({0, 0, 100, 70});
  s.drawing.cards[0].lines = {words({14, 20}, 40)};
  s.drawing.cards[0].pennants = {{{5, 40, 88, 21}, {words({14, 55}, 40, TextRole::pennant)}}};
  EXPECT_EQ(s.quality().overlaps, 0U);
  s.drawing.cards[0].pennants[0].box = {5, 10, 88, 21};  // on the title, and its words below it
  EXPECT_EQ(s.quality().overlaps, 2U);
}

TEST(EdgesThroughCards, CountPairs) {
  Sketch s;
  s.card({10, 0, 20, 40});
  s.card({50, 0, 20, 40});
  s.line({0, 10}, {100, 10});
  s.line({0, 20}, {40, 20});
  s.line({0, 39.5}, {100, 39.5});  // along the border
  EXPECT_EQ(s.quality().edges_through_cards, 3U);
}

TEST(EdgesThroughCards, LeaveOutAnEdgesOwnEnds) {
  Sketch s;
  const auto a = s.card({0, 0, 50, 50});
  const auto b = s.card({0, 100, 50, 50});
  s.edge(a, b, {{25, 25}, {25, 25}, {25, 125}, {25, 125}});
  EXPECT_EQ(s.quality().edges_through_cards, 0U);
}

TEST(EdgesThroughTitles, CountATitleOfSeveralLinesOnce) {
  Sketch s;
  s.view.sections.resize(1);
  s.drawing.sections.push_back(
      {{0, 0, 200, 200},
       0,
       {words({10, 20}, 80, TextRole::section_title), words({10, 37}, 60, TextRole::section_title),
        words({74, 37}, 20, TextRole::section_detail)}});
  s.line({30, 0}, {30, 200});
  s.line({72, 30}, {72, 200});  // between the second line and the detail
  s.line({95, 0}, {95, 200});
  EXPECT_EQ(s.quality().edges_through_titles, 1U);
}

TEST(Overlaps, CountPairsOfCardsTitlesAndLegend) {
  Sketch s;
  s.card({0, 0, 50, 50});
  s.card({49.5, 0, 50, 50});  // half a pixel, which nobody sees
  s.card({40, 40, 50, 50});   // on both
  EXPECT_EQ(s.quality().overlaps, 2U);
  s.view.sections.resize(1);
  s.drawing.sections.push_back(
      {{0, 0, 200, 200}, 0, {words({0, 90}, 60, TextRole::section_title)}});
  EXPECT_EQ(s.quality().overlaps, 3U);
  s.drawing.legend.push_back(
      {LegendSample::required, {0, 150, 30, 16}, words({37, 162}, 50, TextRole::legend)});
  s.drawing.legend.push_back(
      {LegendSample::goal, {80, 150, 30, 16}, words({117, 162}, 50, TextRole::legend)});
  EXPECT_EQ(s.quality().overlaps, 4U);
}

TEST(Overlaps, CountTextsThatDoNotFitTheirCard) {
  Sketch s;
  s.card({0, 0, 50, 50});
  s.drawing.cards[0].lines = {words({5, 15}, 40), words({5, 32}, 40)};
  EXPECT_EQ(s.quality().overlaps, 0U);
  s.drawing.cards[0].lines[1].width = 60;
  EXPECT_EQ(s.quality().overlaps, 1U);
  s.drawing.cards[0].lines[1] = words({5, 20}, 40);
  EXPECT_EQ(s.quality().overlaps, 1U);
}

TEST(Bends, CountSwingsOfAnEdgesDirection) {
  const auto bends = [](const std::vector<Point>& curve) {
    Sketch s;
    s.edge(curve);
    return s.quality().bends;
  };
  EXPECT_EQ(bends({{0, 0}, {10, 10}, {20, 20}, {30, 30}}), 0U);
  EXPECT_EQ(bends({{0, 0}, {0, 100}, {0, 100}, {100, 100}}), 1U);
  EXPECT_EQ(bends({{0, 0}, {0, 100}, {100, 0}, {100, 100}}), 2U);
  EXPECT_EQ(bends({{0, 0}, {100, 10}, {200, -10}, {300, 0}}), 0U);  // hardly to be seen
  // A stair: right, down, right, down; and around in one turn.
  EXPECT_EQ(bends({{0, 0},
                   {5, 0},
                   {9, 0},
                   {10, 0},
                   {10, 1},
                   {10, 9},
                   {10, 10},
                   {11, 10},
                   {19, 10},
                   {20, 10},
                   {20, 11},
                   {20, 19},
                   {20, 20}}),
            3U);
  EXPECT_EQ(bends({{0, 0}, {50, 0}, {50, 50}, {0, 50}, {-50, 50}, {-50, 0}, {0, 0}}), 1U);
}

TEST(EdgeLength, AddsUpLinesAndArrows) {
  Sketch s;
  s.line({0, 0}, {300, 400});
  s.drawing.edges[0].arrow_tip = Point{300, 410};
  s.line({0, 0}, {0, 100});
  EXPECT_NEAR(s.quality().edge_length, 610, 0.001);
}

TEST(DrawingQuality, IsThatOfThePage) {
  Sketch s;
  s.card({0, 0, 100, 50});
  s.card({0, 100, 100, 50});
  s.view.cards[1].kind = CardKind::goal;
  s.drawing.cards[0].lines = {words({5, 15}, 40), words({5, 32}, 40, TextRole::card_detail)};
  s.drawing.heading = {words({0, 190}, 40, TextRole::heading)};
  s.drawing.width = 1250;
  s.drawing.height = 200;
  const DrawingQuality quality = s.quality();
  EXPECT_EQ(quality.topics, 1U);
  EXPECT_EQ(quality.cards, 2U);
  EXPECT_EQ(quality.width, 1250);
  EXPECT_EQ(quality.height, 200);
  EXPECT_DOUBLE_EQ(quality.card_share, 0.04);
  EXPECT_EQ(quality.smallest_text, 11);
  EXPECT_DOUBLE_EQ(quality.smallest_text_at(1000), 8.8);
  EXPECT_EQ(quality.smallest_text_at(1250), 11);
  EXPECT_EQ(quality.smallest_text_at(2000), 11) << "nothing is scaled up";
}

TEST(DrawingQuality, OfNothingIsNothing) {
  const DrawingQuality quality = measure_quality({}, {});
  EXPECT_EQ(quality.crossings + quality.overlaps + quality.edges + quality.bends, 0U);
  EXPECT_EQ(quality.smallest_text, 0);
  EXPECT_EQ(quality.card_share, 0);
}

void expect_as_by_brute_force(const View& view, const Drawing& drawing, const std::string& what) {
  const DrawingQuality quality = measure_quality(view, drawing);
  // Where lines all but touch, or meet just where they begin to count, samples beside the curves
  // may decide otherwise: seen for three places in 31, where Graphviz lays three lines out of one
  // card a fraction of a pixel beside one another.
  const auto sampled = static_cast<double>(testing::crossings_by_brute_force(view, drawing));
  EXPECT_NEAR(static_cast<double>(quality.crossings), sampled, 1 + sampled / 10) << what;
  EXPECT_EQ(quality.edges_through_cards, testing::edges_through_cards_by_brute_force(view, drawing))
      << what;
  EXPECT_EQ(quality.edges_through_titles, testing::edges_through_titles_by_brute_force(drawing))
      << what;
}

TEST(DrawingQuality, OfDrawingsIsWhatBruteForceFinds) {
  const View view = testing::bundled_view("turbo");
  for (const ArrangeOptions& options : {ArrangeOptions{}, testing::rightwards}) {
    expect_as_by_brute_force(view, testing::draw(view, options), "turbo");
  }
}

TEST(DrawingQuality, OfScribblesIsWhatBruteForceFinds) {
  Random random(11);
  std::size_t crossings = 0;
  for (int run = 0; run < 12; ++run) {
    Sketch s;
    s.view.sections.resize(1);
    s.drawing.sections.emplace_back();
    const auto point = [&] { return Point{random.below(4000) / 10.0, random.below(4000) / 10.0}; };
    for (int c = 0; c < 8; ++c) {
      const Point at = point();
      s.card({at.x, at.y, 10.0 + random.below(50), 10.0 + random.below(30)});
      s.drawing.sections[0].lines.push_back(words(point(), 20, TextRole::section_title));
    }
    for (int e = 0; e < 10; ++e) {
      const std::uint32_t from = random.below(8);
      std::vector<Point> curve = {point()};
      for (std::uint32_t n = 3 * (1 + random.below(2)); n > 0; --n) curve.push_back(point());
      s.edge(from, (from + 1 + random.below(7)) % 8, curve);
    }
    expect_as_by_brute_force(s.view, s.drawing, std::to_string(run));
    crossings += s.quality().crossings;
  }
  EXPECT_GT(crossings, 200U);
}

TEST(QualityJson, NamesEveryMember) {
  DrawingQuality quality;
  quality.topics = 33;
  quality.cards = 42;
  quality.edges = 50;
  quality.crossings = 31;
  quality.edges_through_cards = 1;
  quality.edges_through_titles = 2;
  quality.overlaps = 3;
  quality.edge_length = 13366.3571;
  quality.bends = 40;
  quality.engine = PlacedBy::graphviz;
  quality.width = 1250;
  quality.height = 1385;
  quality.smallest_text = 11;
  quality.card_share = 0.168642;
  EXPECT_EQ(quality_json(quality), R"({
  "version": 1,
  "engine": "graphviz",
  "topics": 33,
  "cards": 42,
  "edges": 50,
  "crossings": 31,
  "edges_through_cards": 1,
  "edges_through_titles": 2,
  "overlaps": 3,
  "edge_length": 13366.36,
  "bends": 40,
  "width": 1250.0,
  "height": 1385.0,
  "smallest_text": 11.0,
  "smallest_text_at_800": 7.04,
  "smallest_text_at_1000": 8.8,
  "card_share": 0.1686
}
)");
}

}  // namespace
}  // namespace prereq
