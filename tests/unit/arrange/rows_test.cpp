// The built-in layout, step by step: order of the rows, ways of edges, places, and the whole.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "arrange/plan.hpp"
#include "arrange/reroute.hpp"
#include "arrange/row_layout.hpp"
#include "arrange/row_order.hpp"
#include "arrange/row_places.hpp"
#include "arrange/row_search.hpp"
#include "arrange/spaced.hpp"
#include "prereq/drawing_quality.hpp"
#include "support/realistic_roadmap.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/whole_rows.hpp"

namespace prereq {
namespace {

using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Random;
using testing::RoadmapShape;

double displeasure(const std::vector<SpacedPlace>& places, const std::vector<double>& at) {
  double sum = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    sum += places[i].weight * (at[i] - places[i].wanted) * (at[i] - places[i].wanted);
  }
  return sum;
}

std::vector<double> spaced(const std::vector<SpacedPlace>& places, double low, double high) {
  return Spacer().place(places, low, high);
}

TEST(Spacer, LeavesAloneWhatIsFarEnoughApart) {
  EXPECT_THAT(spaced({{10, 1, 0}, {30, 1, 5}, {36, 1, 5}}, 0, 100), ElementsAre(10, 30, 36));
  EXPECT_THAT(spaced({}, 0, 100), IsEmpty());
}

TEST(Spacer, SharesWhatIsTooNearByWeight) {
  EXPECT_THAT(spaced({{50, 1, 0}, {50, 1, 10}}, 0, 100), ElementsAre(45, 55));
  EXPECT_THAT(spaced({{50, 3, 0}, {50, 1, 8}}, 0, 100), ElementsAre(48, 56));
}

TEST(Spacer, KeepsInsideAsLongAsThereIsRoom) {
  EXPECT_THAT(spaced({{-20, 1, 0}, {150, 1, 10}}, 0, 100), ElementsAre(0, 100));
  EXPECT_THAT(spaced({{95, 1, 0}, {96, 1, 10}}, 0, 100), ElementsAre(90, 100));
  // Distances come before borders.
  EXPECT_THAT(spaced({{5, 1, 0}, {5, 1, 30}}, 0, 20), ElementsAre(0, 30));
}

TEST(Spacer, IsAsGoodAsAnyPlacesOnAGrid) {
  Random random(3);
  Spacer spacer;
  for (int run = 0; run < 200; ++run) {
    std::vector<SpacedPlace> places;
    for (int i = 0; i < 3; ++i) {
      places.push_back({static_cast<double>(random.below(12)),
                        1.0 + static_cast<double>(random.below(3)),
                        static_cast<double>(random.below(4))});
    }
    double least = std::numeric_limits<double>::infinity();
    for (double a = 0; a <= 12; a += 0.5) {
      for (double b = a + places[1].least; b <= 12; b += 0.5) {
        for (double c = b + places[2].least; c <= 12; c += 0.5) {
          least = std::min(least, displeasure(places, {a, b, c}));
        }
      }
    }
    const std::vector<double> found = spacer.place(places, 0, 12);
    EXPECT_LE(displeasure(places, found), least + 1e-9);
    EXPECT_GE(found[1] - found[0], places[1].least - 1e-9);
    EXPECT_GE(found[2] - found[1], places[2].least - 1e-9);
    EXPECT_GE(found.front(), 0);
    EXPECT_LE(found.back(), 12 + 1e-9);
  }
}

View realistic_view(RoadmapShape shape, std::uint32_t topics, std::uint64_t seed) {
  Random random(seed);
  return select_view(TopicGraph(testing::realistic_roadmap(random, shape, topics)));
}

std::size_t crossings_by_pairs(const RowGraph& graph) {
  std::vector<std::size_t> place(graph.nodes.size());
  for (const auto& row : graph.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = i;
  }
  std::size_t count = 0;
  for (const auto& row : graph.rows) {
    for (const std::uint32_t a : row) {
      for (const std::uint32_t b : row) {
        if (place[a] >= place[b]) continue;
        for (const std::uint32_t x : graph.nodes[a].below) {
          for (const std::uint32_t y : graph.nodes[b].below) count += place[x] > place[y] ? 1U : 0U;
        }
      }
    }
  }
  return count;
}

// Lines of a bundle branch but never come together again, and edges keep to their columns.
void expect_branching(const RowGraph& graph) {
  for (const RowNode& node : graph.nodes) {
    if (node.kind != RowNodeKind::pass) continue;
    EXPECT_EQ(std::set<std::uint32_t>(node.above.begin(), node.above.end()).size(), 1U);
    EXPECT_EQ(node.above.size(), node.below.size());
  }
  for (std::uint32_t e = 0; e < graph.nodes_of_edge.size(); ++e) {
    const auto& chain = graph.nodes_of_edge[e];
    for (std::size_t i = 1; i < chain.size(); ++i) {
      EXPECT_EQ(graph.nodes[chain[i]].row, graph.nodes[chain[i - 1]].row + 1);
      EXPECT_THAT(graph.nodes[chain[i - 1]].below, Contains(chain[i]));
      const RowNode& node = graph.nodes[chain[i]];
      EXPECT_TRUE(!graph.stays_inside[e] || node.column == graph.column_of(e));
      EXPECT_TRUE(i + 1 == chain.size() || node.index == graph.bundle_of_edge[e]);
    }
  }
}

class Rows : public ::testing::TestWithParam<int> {
 protected:
  const View view_ = realistic_view(static_cast<RoadmapShape>(GetParam() % 4),
                                    12 + 6 * static_cast<std::uint32_t>(GetParam()),
                                    static_cast<std::uint64_t>(GetParam()));
  const ArrangementPlan plan_ = plan_arrangement(view_, {});
};

TEST_P(Rows, AreOrderedWithFewerCrossingsAndByColumns) {
  ASSERT_TRUE(leads_down(view_, plan_));
  RowGraph graph = make_row_graph(view_, plan_);
  const std::size_t before = count_crossings(graph);
  EXPECT_EQ(before, crossings_by_pairs(graph));
  const std::size_t after = order_rows(graph);
  EXPECT_LE(after, before);
  EXPECT_EQ(after, crossings_by_pairs(graph));
  testing::expect_whole_rows(graph);
}

TEST_P(Rows, HaveOneLineForEdgesOfOneCardThatLookAlike) {
  const RowGraph graph = make_row_graph(view_, plan_);
  expect_branching(graph);
  for (std::uint32_t b = 0; b < graph.bundles.size(); ++b) {
    std::array<std::size_t, 2> longest = {0, 0};  // outside boxes, and inside
    for (const std::uint32_t e : graph.bundles[b]) {
      const ViewEdge& first = view_.edges[graph.bundles[b].front()];
      EXPECT_EQ(view_.edges[e].prerequisite, first.prerequisite);
      EXPECT_EQ(view_.edges[e].style, first.style);
      std::size_t& passed = longest[graph.stays_inside[e] ? 1 : 0];
      passed = std::max(passed, graph.nodes_of_edge[e].size() - 2);
    }
    const auto passes = std::ranges::count_if(graph.nodes, [&](const RowNode& node) {
      return node.kind == RowNodeKind::pass && node.index == b;
    });
    EXPECT_EQ(static_cast<std::size_t>(passes), longest[0] + longest[1]);
  }
}

TEST_P(Rows, StayWholeWhenEdgesAreLedAnew) {
  RowGraph graph = make_row_graph(view_, plan_);
  order_rows(graph);
  const std::size_t before = count_crossings(graph);
  RowPlaces places = place_in_rows(view_, plan_, graph);
  reroute_edges(graph, places);
  testing::expect_whole_rows(graph);
  expect_branching(graph);
  EXPECT_EQ(places.centre.size(), graph.nodes.size());
  // An edge may cross another to spare a long way around, but hardly ever does.
  EXPECT_LE(count_crossings(graph), before + before / 4 + 2);
}

TEST_P(Rows, KeepTheirDistances) {
  RowGraph graph = make_row_graph(view_, plan_);
  order_rows(graph);
  const RowPlaces places = place_in_rows(view_, plan_, graph);
  for (const auto& row : graph.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double half = graph.nodes[row[i]].width / 2;
      EXPECT_GE(places.centre[row[i]] - half, -1e-6);
      EXPECT_LE(places.centre[row[i]] + half, places.width + 1e-6);
      if (i == 0) continue;
      const double before = places.centre[row[i - 1]] + graph.nodes[row[i - 1]].width / 2;
      EXPECT_GE(places.centre[row[i]] - half - before, 6.9);
    }
  }
}

TEST_P(Rows, AreDrawnSoundly) {
  EXPECT_THAT(testing::complaints_about(view_, {.engine = Engine::builtin}), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, Rows, ::testing::Range(0, 8));

TEST(RowOrder, SwapsBoxesSideBySideToSaveCrossings) {
  // a and b stand above; what they lead to is declared the other way round.
  const View view = testing::view_of(R"(
sections:
  a: {topics: {a1: {}, a2: {requires: [a1]}}}
  b: {topics: {b1: {}, b2: {requires: [b1]}}}
  y: {topics: {y1: {requires: [b2]}, y2: {requires: [b2, y1]}}}
  x: {topics: {x1: {requires: [a2]}, x2: {requires: [a2, x1]}}}
)");
  RowGraph graph = make_row_graph(view, plan_arrangement(view, {}));
  EXPECT_EQ(order_rows(graph), 0U);
}

TEST(RowSearch, FindsFewerCrossingsFromFurtherBeginningsAndTheSameEachTime) {
  std::size_t from_one = 0;
  std::size_t from_eight = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const View view = realistic_view(RoadmapShape::hubs, 40, seed);
    const ArrangementPlan plan = plan_arrangement(view, {});
    from_one += search_rows(view, plan, 0, 1).crossings;
    const FoundRows found = search_rows(view, plan, 1, 8);
    from_eight += found.crossings;
    EXPECT_EQ(found.crossings, crossings_by_pairs(found.graph));
    EXPECT_EQ(found.graph.rows, search_rows(view, plan, 1, 8).graph.rows);
    testing::expect_whole_rows(found.graph);
    expect_branching(found.graph);
  }
  EXPECT_LT(from_eight, from_one);
}

bool is_straight(const DrawnEdge& edge) {
  return std::ranges::all_of(edge.curve, [&](Point p) { return p.x == edge.curve.front().x; });
}

// Lines once went around the row of the section's title, to enter it from its side.
TEST(RowSearch, LeadsStraightIntoASectionPastItsTitle) {
  const View view = testing::view_of(R"(
sections:
  a: {title: A, topics: {x1: {}, x2: {}, x3: {}}}
  b:
    title: B
    topics: {y1: {requires: [x1]}, y2: {requires: [x2]}, y3: {requires: [x3]}}
)");
  const Drawing drawing = testing::draw(view);
  ASSERT_EQ(drawing.edges.size(), 3U);
  for (const DrawnEdge& edge : drawing.edges) EXPECT_TRUE(is_straight(edge));
  EXPECT_EQ(measure_quality(view, drawing).edges_through_titles, 0U);
}

// A line between two that were inside the section once counted as outside, and so did all of them
// in the end.
TEST(RowSearch, LeadsLinesSideBySideIntoASectionPastItsTitle) {
  const View view = testing::view_of(R"(
sections:
  base: {title: Base, topics: {c: {}, cpp: {}, rust: {}, go: {}, stats: {}, logic: {}, calculus: {}}}
  use:
    title: Use
    topics:
      systems: {requires: [{any: [c, cpp, rust]}]}
      theory: {requires: [{at-least: 2, of: [stats, logic, calculus]}]}
      nested: {requires: [{any: [go, {all: [c, stats]}, {at-least: 2, of: [rust, logic, calculus]}]}]}
)");
  const ArrangementPlan plan = plan_arrangement(view, {});
  const RowGraph graph = search_rows(view, plan, 0, 1).graph;
  const std::uint32_t title_row = graph.nodes[graph.node_of_title[1]].row;
  std::size_t lines = 0;
  std::size_t inside = 0;
  for (const std::uint32_t n : graph.rows[title_row]) {
    if (graph.nodes[n].kind != RowNodeKind::pass) continue;
    ++lines;
    inside += graph.nodes[n].column != no_index ? 1U : 0U;
  }
  EXPECT_GE(lines, 8U);
  EXPECT_GE(inside + 3, lines);  // some have a shorter way beside the section
}

TEST(Reroute, LeadsAnEdgeAroundWhatItCrosses) {
  // One edge passes a row on the wrong side of a chain.
  RowGraph graph;
  const auto add = [&](RowNodeKind kind, std::uint32_t row) {
    graph.nodes.push_back({kind, 0, row, no_index, kind == RowNodeKind::card ? 40.0 : 0, {}, {}});
    graph.rows.resize(std::max<std::size_t>(graph.rows.size(), row + 1));
    graph.rows[row].push_back(static_cast<std::uint32_t>(graph.nodes.size() - 1));
    return static_cast<std::uint32_t>(graph.nodes.size() - 1);
  };
  const auto top = add(RowNodeKind::card, 0);
  const auto top_right = add(RowNodeKind::card, 0);
  const auto middle = add(RowNodeKind::card, 1);
  const auto pass = add(RowNodeKind::pass, 1);
  const auto bottom = add(RowNodeKind::card, 2);
  const auto bottom_right = add(RowNodeKind::card, 2);
  for (const auto& chain : {std::vector<std::uint32_t>{top, pass, bottom},
                            std::vector<std::uint32_t>{top_right, middle},
                            std::vector<std::uint32_t>{middle, bottom_right}}) {
    for (std::size_t i = 1; i < chain.size(); ++i) {
      graph.nodes[chain[i - 1]].below.push_back(chain[i]);
      graph.nodes[chain[i]].above.push_back(chain[i - 1]);
    }
    const auto e = static_cast<std::uint32_t>(graph.nodes_of_edge.size());
    if (chain.size() > 2) graph.nodes[chain[1]].index = e;
    graph.nodes_of_edge.push_back(chain);
    graph.bundles.push_back({e});
    graph.bundle_of_edge.push_back(e);
    graph.stays_inside.push_back(false);
  }
  ASSERT_EQ(count_crossings(graph), 2U);
  graph.band_of_row = {0, 0, 0};
  RowPlaces places = {{20, 120, 60, 140, 20, 120}, {{}}, 160};
  reroute_edges(graph, places);
  EXPECT_EQ(count_crossings(graph), 0U);
  EXPECT_THAT(graph.rows[1], ElementsAre(pass, middle));
  EXPECT_THAT(places.centre[pass], DoubleNear(20, 20));
}

}  // namespace
}  // namespace prereq
