// The checks of drawings find what they look for: a sound drawing, harmed in one place at a time.
#include "support/drawing_checks.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using ::testing::AllOf;
using testing::Complaints;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DrawingChecks : public ::testing::Test {
 protected:
  DrawingChecks() { EXPECT_THAT(complaints(), IsEmpty()); }

  Complaints complaints() const { return testing::all_complaints(view_, drawing_); }
  Box& card(std::size_t number) { return drawing_.cards[number].box; }

  const View view_ = testing::view_of(R"(
title: Small
sections:
  s: {title: S, topics: {a: {}, b: {requires: [a]}}}
  t: {title: T, topics: {c: {requires: [b]}}}
)");
  Drawing drawing_ = testing::draw(view_);
};

TEST_F(DrawingChecks, MissACard) {
  drawing_.cards.pop_back();
  EXPECT_THAT(complaints(), Contains("3 cards are drawn as 2"));
}

TEST_F(DrawingChecks, MissANumber) {
  card(0).x = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(complaints(), Contains(HasSubstr("is nothing to see")));
}

TEST_F(DrawingChecks, FindACardOnAnother) {
  card(1) = card(0);
  EXPECT_THAT(testing::overlapping_cards(view_, drawing_),
              Contains(AllOf(HasSubstr("card 'a'"), HasSubstr("overlaps card 'b'"))));
  EXPECT_THAT(testing::upward_edges(view_, drawing_),
              Contains(HasSubstr("edge 'a' → 'b' does not lead down")));
}

TEST_F(DrawingChecks, FindATextThatIsTooWide) {
  drawing_.cards[0].lines[0].text = "much wider than the card";
  EXPECT_THAT(complaints(), Contains(HasSubstr("takes")));
  drawing_.cards[0].lines[0].width = 300;
  EXPECT_THAT(complaints(), Contains(HasSubstr("reaches out of card 'a'")));
}

TEST_F(DrawingChecks, FindAnEdgeThroughACard) {
  // Past b, and back up to it from c.
  const Point start = drawing_.edges[0].curve.front();
  const Point end = {card(2).x + 5, card(2).bottom()};
  drawing_.edges[0].curve = {start, start, end, end};
  EXPECT_THAT(testing::edges_through_cards(view_, drawing_),
              Contains(HasSubstr("edge 'a' → 'b' passes through card 'c'")));
}

TEST_F(DrawingChecks, FindACrossedTitle) {
  DrawnText& title = drawing_.sections[1].lines[0];
  const auto& curve = drawing_.edges[1].curve;
  title.baseline = {curve.front().x - title.width / 2, curve.front().y + 10};
  EXPECT_THAT(testing::crossed_titles(view_, drawing_),
              Contains(HasSubstr("edge 'b' → 'c' crosses title 'T'")));
}

TEST_F(DrawingChecks, FindACardOutsideItsSectionAndInsideAnother) {
  card(2).y = card(1).y;
  card(2).x = card(1).x;
  EXPECT_THAT(testing::misplaced_in_sections(view_, drawing_),
              AllOf(Contains(HasSubstr("is inside section 's'")),
                    Contains(HasSubstr("is not inside section 't'"))));
}

TEST_F(DrawingChecks, FindSectionsThatOverlap) {
  drawing_.sections[1].box = drawing_.sections[0].box;
  EXPECT_THAT(testing::misplaced_in_sections(view_, drawing_),
              Contains(HasSubstr("overlaps section 's'")));
}

TEST_F(DrawingChecks, FindWhatIsOffThePage) {
  drawing_.width = card(0).right() - 5;
  EXPECT_THAT(testing::outside_the_page(view_, drawing_),
              Contains(AllOf(HasSubstr("card 'a'"), HasSubstr("reaches out of the page"))));
}

TEST_F(DrawingChecks, FindALooseEnd) {
  drawing_.edges[0].arrow_tip->y -= 10;  // above the card
  EXPECT_THAT(testing::loose_ends(view_, drawing_), Contains(HasSubstr("edge 'a' → 'b' ends")));
  drawing_.edges[0].arrow_tip.reset();
  EXPECT_THAT(testing::loose_ends(view_, drawing_), Contains("edge 'a' → 'b' has no arrow"));
}

}  // namespace
}  // namespace prereq
