// Graphviz's own SVG of a drawing: complete, well-formed, and with everything where the drawing has
// it.
#include "prereq/graphviz_svg.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/xml_document.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/hostile_texts.hpp"

namespace prereq {
namespace {

TEST(GraphvizRenderer, WritesWellFormedSvgOfHostileTexts) {
  for (const std::string& text : testing::hostile_texts()) {
    Diagnostics diagnostics;
    const auto svg = write_graphviz_svg(testing::view_with(text), {}, diagnostics);
    ASSERT_TRUE(svg && diagnostics.empty()) << text;
    std::string error;
    testing::parse_xml(*svg, error);
    EXPECT_EQ(error, "") << text;
  }
}

TEST(GraphvizRenderer, EscapesIdsThatLookLikeEntities) {
  const View view = testing::view_of(R"(
sections: {"&sect;": {topics: {"&colon;": {}, "&lt;b&gt;": {requires: ["&colon;"]}}}}
)");
  Diagnostics diagnostics;
  const auto svg = write_graphviz_svg(view, {}, diagnostics);
  ASSERT_TRUE(svg && diagnostics.empty());
  std::string error;
  const auto root = testing::parse_xml(*svg, error);
  EXPECT_EQ(error, "");
  std::set<std::string> titles;
  for (const auto* element : root.descendants()) {
    if (element->name == "title") titles.insert(element->text);
  }
  EXPECT_TRUE(titles.contains("&colon;"));
  EXPECT_TRUE(titles.contains("&lt;b&gt;"));
}

TEST(GraphvizRenderer, ShowsEveryTopicOfTheBundledRoadmaps) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    Diagnostics diagnostics;
    const auto svg = write_graphviz_svg(view, {}, diagnostics);
    ASSERT_TRUE(svg && diagnostics.empty());
    std::set<std::string> shown;
    const auto root = testing::parse_xml(*svg);
    for (const auto* element : root.descendants()) {
      if (element->name == "title") shown.insert(element->text);
    }
    for (const ViewCard& card : view.cards) {
      EXPECT_TRUE(card.kind != CardKind::topic || shown.contains(card.id)) << card.id;
    }
  }
}

// Of the first polygon or path in each group of that class: the middle of its points, from the top
// left.
std::vector<Point> middles(const testing::XmlElement& root, const std::string& name,
                           double height) {
  std::vector<Point> found;
  for (const auto* group : root.descendants()) {
    if (!group->has_class(name)) continue;
    for (const auto* shape : group->descendants()) {
      if (shape->name != "path" && shape->name != "polygon") continue;
      std::string numbers = shape->attribute(shape->name == "path" ? "d" : "points");
      for (char& c : numbers) {
        if (c == ',' || (c >= 'A' && c <= 'Z')) c = ' ';
      }
      std::istringstream in(numbers);
      double left = 1e9;
      double right = -1e9;
      double top = 1e9;
      double bottom = -1e9;
      for (double x = 0, y = 0; in >> x >> y;) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
      found.push_back({(left + right) / 2, height + (top + bottom) / 2});
      break;
    }
  }
  return found;
}

TEST(GraphvizRenderer, PutsCardsWhereTheDrawingHasThem) {
  for (const ArrangeOptions& options : {ArrangeOptions{}, testing::rightwards}) {
    const View view = testing::bundled_view("turbo");
    const Drawing drawing = testing::draw(view, options);
    Diagnostics diagnostics;
    const auto svg = write_graphviz_svg(view, options, diagnostics);
    ASSERT_TRUE(svg && diagnostics.empty());
    const auto root = testing::parse_xml(*svg);
    const std::vector<Point> at = middles(root, "node", drawing.height);
    // Pennants are nodes of their own, after the cards.
    ASSERT_GE(at.size(), view.cards.size());
    for (std::size_t c = 0; c < view.cards.size(); ++c) {
      if (!drawing.cards[c].pennants.empty()) continue;
      const Box& box = drawing.cards[c].box;
      EXPECT_NEAR(at[c].x, box.x + box.width / 2, 1) << view.cards[c].id;
      EXPECT_NEAR(at[c].y, box.y + box.height / 2, 1) << view.cards[c].id;
    }
    EXPECT_EQ(middles(root, "edge", drawing.height).size(), view.edges.size());
  }
}

// A head whose tip is where its line begins has no direction.
TEST(GraphvizRenderer, GivesEdgesBothWaysTwoHeads) {
  View view = testing::view_of("topics: {a: {}, b: {requires: [a]}}");
  view.edges[0].both_ways = true;
  Diagnostics diagnostics;
  const auto svg = write_graphviz_svg(view, {}, diagnostics);
  ASSERT_TRUE(svg && diagnostics.empty());
  const auto root = testing::parse_xml(*svg);
  std::size_t heads = 0;
  for (const auto* group : root.descendants()) {
    if (!group->has_class("edge")) continue;
    for (const auto* shape : group->descendants()) {
      if (shape->name != "polygon") continue;
      ++heads;
      const std::string points = shape->attribute("points");
      const std::string tip = points.substr(0, points.find(' '));
      EXPECT_EQ(points.find(tip + ' ', 1), std::string::npos) << points;
    }
  }
  EXPECT_EQ(heads, 2U);
}

TEST(GraphvizRenderer, DrawsPennantsAsGoals) {
  View view = testing::view_of("topics: {a: {}, b: {requires: [a]}}");
  ViewPennant& pennant = view.cards[1].pennants.emplace_back();
  pennant.id = "expert";
  pennant.title = "Expert";
  Diagnostics diagnostics;
  const auto svg = write_graphviz_svg(view, {}, diagnostics);
  ASSERT_TRUE(svg && diagnostics.empty());
  testing::parse_xml(*svg);
}

}  // namespace
}  // namespace prereq
