// The two bundled roadmaps, as the documentation shows them.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "prereq/drawing_quality.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using ::testing::IsEmpty;

class BundledRoadmap : public ::testing::TestWithParam<const char*> {
 protected:
  const View view_ = testing::bundled_view(GetParam());
};

TEST_P(BundledRoadmap, IsSoundAndFitsTheColumnOfAPage) {
  EXPECT_THAT(testing::complaints_about(view_), IsEmpty());
  const DrawingQuality quality = measure_quality(view_, testing::draw(view_));
  EXPECT_EQ(quality.overlaps, 0U);
  EXPECT_EQ(quality.edges_through_cards, 0U);
  EXPECT_EQ(quality.edges_through_titles, 0U);
  EXPECT_GE(quality.smallest_text_at(1000), 11);
}

// More room once made turbo half as tall again, for fewer crossings on a page of 600 px.
// A page of 800 px once had turbo half as tall again as one of 600.
TEST_P(BundledRoadmap, IsNoTallerOnAWiderPage) {
  const auto height = [&](double px) { return testing::draw(view_, {Direction::down, px}).height; };
  const double narrow = height(700);
  for (const double px : {750, 800, 850, 900, 1000}) EXPECT_LE(height(px), narrow) << px;
}

TEST_P(BundledRoadmap, IsSoundRunningToTheRight) {
  EXPECT_THAT(testing::complaints_about(view_, testing::rightwards), IsEmpty());
  const Drawing drawing = testing::draw(view_, testing::rightwards);
  EXPECT_GT(drawing.width, drawing.height);
}

TEST_P(BundledRoadmap, IsSoundWithoutAWidth) {
  EXPECT_THAT(testing::complaints_about(view_, testing::unbounded), IsEmpty());
}

TEST_P(BundledRoadmap, ShowsEveryTopicGoalAndSection) {
  EXPECT_GT(view_.cards.size(), 20U);
  std::size_t goals = 0;
  for (const ViewCard& card : view_.cards) {
    goals += card.pennants.size() + (card.kind == CardKind::goal ? 1 : 0);
  }
  EXPECT_GE(goals, 5U);
  const Drawing drawing = testing::draw(view_);
  ASSERT_EQ(drawing.cards.size(), view_.cards.size());
  for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
    // The title's words, wherever they are broken, and all of them.
    std::string title;
    for (const DrawnText& line : drawing.cards[c].lines) {
      if (line.role == TextRole::card_detail) continue;
      title += (title.empty() ? "" : " ") + line.text;
    }
    const auto letters = [](std::string text) {
      std::erase(text, ' ');
      return text;
    };
    EXPECT_EQ(letters(title), letters(view_.cards[c].title));
  }
  std::set<std::uint32_t> colours;
  for (const DrawnSection& section : drawing.sections) {
    EXPECT_GT(section.box.width, 0);
    EXPECT_TRUE(colours.insert(section.colour).second);
  }
}

TEST_P(BundledRoadmap, DoesNotSprawl) {
  const Drawing drawing = testing::draw(view_);
  double cards = 0;
  for (const DrawnCard& card : drawing.cards) cards += card.box.width * card.box.height;
  // Sprawling is what a reader cannot take in: cards fill an eighth of the picture at least.
  EXPECT_GT(cards, drawing.width * drawing.height / 8);
}

// They wait for one another's sections, so that bands of both must not grow together into a wide
// one.
TEST(BothBundledRoadmaps, AreOneSoundPictureThatFitsTheColumnOfAPage) {
  for (const auto& [first, second] : {std::pair("self-study", "turbo"), {"turbo", "self-study"}}) {
    SCOPED_TRACE(first);
    const View view = testing::joined_view({first, second});
    EXPECT_THAT(testing::complaints_about(view), IsEmpty());
  }
}

// Each has topics on mathematics and on programming, which are in one box where both are drawn.
TEST(BothBundledRoadmaps, ShareTheSectionsThatMeanTheSame) {
  const View view = testing::joined_view({"self-study", "turbo"});
  std::map<std::string, std::string> section_of;
  for (const ViewCard& card : view.cards) {
    if (card.section != no_index) section_of[card.id] = view.sections[card.section].id;
  }
  for (const char* topic : {"algebra", "linear-algebra", "probability", "statistics"}) {
    EXPECT_EQ(section_of[topic], "math") << topic;
  }
  for (const char* topic : {"cs50", "python", "pandas", "pytorch"}) {
    EXPECT_EQ(section_of[topic], "programming") << topic;
  }
}

INSTANTIATE_TEST_SUITE_P(Both, BundledRoadmap, ::testing::Values("self-study", "turbo"),
                         [](const auto& roadmap) {
                           std::string name = roadmap.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace prereq
