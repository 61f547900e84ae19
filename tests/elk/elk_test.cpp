// That ELK is given what we draw, and that what it makes of it is understood.
#include <gtest/gtest.h>

#include <string>

#include "prereq/arrange.hpp"
#include "prereq/drawing_quality.hpp"
#include "support/drawing_checks.hpp"
#include "support/drawing_comparison.hpp"
#include "support/elk_peer.hpp"

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

TEST(Elk, LeadsEdgesToAndFromTheBoxesOfSections) {
  View view = view_named("skill-tree");
  ASSERT_GE(view.sections.size(), 2U);
  // From the whole of the first section to the whole of the last.
  ViewEdge edge = view.edges.front();
  edge.prerequisite = no_index;
  for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
    const std::uint32_t section = view.cards[c].section;
    if (section == 0 && edge.prerequisite == no_index) edge.prerequisite = c;
    if (section + 1 == view.sections.size()) edge.dependent = c;
  }
  Diagnostics diagnostics;
  const Drawing cards_only = arrange(view, {}, diagnostics);
  view.edges.push_back(edge);
  view.edges.back().prerequisite_section = 0;
  view.edges.back().dependent_section = static_cast<std::uint32_t>(view.sections.size() - 1);
  Drawing ours = cards_only;
  ours.edges.push_back(cards_only.edges.front());
  const testing::ElkTask task = {&view, &ours};
  const Drawing drawing = testing::draw_with_elk({&task, 1}).at(0);
  const DrawnEdge& drawn = drawing.edges.back();
  ASSERT_GE(drawn.curve.size(), 4U);
  EXPECT_NEAR(drawn.curve.front().y, drawing.sections.front().box.bottom(), 1.5);
  EXPECT_NEAR(drawn.curve.back().y, drawing.sections.back().box.y, 1.5);
}

}  // namespace
}  // namespace prereq
