// That ELK is given what we draw, and that what it makes of it is understood; and dot, as far as it
// is run in the same way.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "prereq/arrange.hpp"
#include "prereq/drawing_quality.hpp"
#include "support/drawing_checks.hpp"
#include "support/drawing_comparison.hpp"
#include "support/elk_peer.hpp"
#include "support/plain_dot.hpp"

namespace prereq {
namespace {

std::string together(const testing::Complaints& complaints) {
  std::string all;
  for (const std::string& complaint : complaints) all += complaint + "\n";
  return all;
}

void expect_sound(const View& view) {
  Diagnostics diagnostics;
  const Drawing ours = arrange(view, {}, diagnostics);
  const testing::ElkTask task = {&view, &ours};
  const Drawing drawing = testing::draw_with_elk({&task, 1}).at(0);
  EXPECT_EQ(together(testing::missing_parts(view, drawing)), "");
  EXPECT_EQ(together(testing::overlapping_cards(view, drawing)), "");
  EXPECT_EQ(together(testing::misplaced_in_sections(view, drawing)), "");
  EXPECT_EQ(together(testing::outside_the_page(view, drawing)), "");
  const DrawingQuality quality = measure_quality(view, drawing);
  EXPECT_EQ(quality.edges_through_cards, 0U);
  EXPECT_GT(quality.edge_length, 0);
}

View view_named(const std::string& name) {
  for (const testing::ComparedRoadmap& roadmap : testing::compared_roadmaps()) {
    if (roadmap.name == name) return testing::view_of(roadmap);
  }
  ADD_FAILURE() << "no roadmap " << name;
  return {};
}

TEST(Elk, KeepsCardsInNestedSections) { expect_sound(view_named("frameworks")); }

void expect_on_border(Point p, const Box& box) {
  const double inside = std::min({p.x - box.x, box.right() - p.x, p.y - box.y, box.bottom() - p.y});
  EXPECT_NEAR(inside, 0, 1.5) << p.x << ", " << p.y;
}

// A line from the whole of the first section to the whole of the last, as a view has it where all
// of the one need all of the other.
void expect_from_box_to_box(const Drawing& drawing) {
  const DrawnEdge& drawn = drawing.edges.back();
  ASSERT_GE(drawn.curve.size(), 4U);
  ASSERT_TRUE(drawn.arrow_tip);
  expect_on_border(drawn.curve.front(), drawing.sections.front().box);
  expect_on_border(*drawn.arrow_tip, drawing.sections.back().box);
}

TEST(Peers, LeadEdgesToAndFromTheBoxesOfSections) {
  View view = view_named("skill-tree");
  Diagnostics diagnostics;
  Drawing ours = arrange(view, {}, diagnostics);
  const auto last = static_cast<std::uint32_t>(view.sections.size() - 1);
  const auto first_card_in = [&](std::uint32_t section) {
    const auto found = std::ranges::find(view.cards, section, &ViewCard::section);
    return static_cast<std::uint32_t>(found - view.cards.begin());
  };
  ViewEdge edge = view.edges.front();
  edge.prerequisite = first_card_in(0);
  edge.dependent = first_card_in(last);
  edge.prerequisite_section = 0;
  edge.dependent_section = last;
  view.edges.push_back(edge);
  ours.edges.push_back(ours.edges.front());
  const testing::ElkTask task = {&view, &ours};
  expect_from_box_to_box(testing::draw_with_elk({&task, 1}).at(0));
  expect_from_box_to_box(testing::draw_with_plain_dot(view, ours, testing::DotSections::clusters));
}

}  // namespace
}  // namespace prereq
