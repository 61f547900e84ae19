// One choice for all alternatives of a topic, where they have too many lines; and what labels say
// of long lists.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>

#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using testing::card;
using testing::edges;
using ::testing::EndsWith;
using ::testing::IsSupersetOf;
using testing::view_of;

// Topics t0, t1, … and one that requires `groups` times one of them all.
std::string choices_of_all(int topics, int groups) {
  std::string list;
  std::string yaml = "topics:\n";
  for (int i = 0; i < topics; ++i) {
    list += fmt::format("{}t{}", i == 0 ? "" : ", ", i);
    yaml += fmt::format("  t{}: {{}}\n", i);
  }
  yaml += "  z: {requires: [t0";
  for (int g = 0; g < groups; ++g) yaml += fmt::format(", {{any: [{}]}}", list);
  return yaml + "]}\n";
}

TEST(JoinedAlternatives, AreOneChoiceOfEachTopic) {
  const View view = view_of(choices_of_all(7'000, 3));
  const auto joined = with_joined_alternatives(view);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->cards.size(), view.cards.size() - 2);
  EXPECT_EQ(card(*joined, "z/1").title, "3 choices");
  EXPECT_EQ(joined->edges.size(), 7'002U);
  EXPECT_THAT(edges(*joined), IsSupersetOf({"t0 -> z", "t6999 or z/1", "z/1 -> z"}));
  ASSERT_EQ(joined->problems.size(), 1U);
  EXPECT_EQ(joined->problems[0], joined_alternatives_words);
}

TEST(JoinedAlternatives, AreOnlyMadeOfTooManyLines) {
  EXPECT_FALSE(with_joined_alternatives(view_of(choices_of_all(6'000, 3))));
  EXPECT_FALSE(with_joined_alternatives(view_of(choices_of_all(21'000, 1))));
}

// Where all topics require all others, labels were most of the picture.
TEST(Labels, SayHowManyMoreThereAre) {
  const View view = view_of(choices_of_all(2'000, 1));
  const std::string& label = card(view, "z").label;
  EXPECT_LT(label.size(), 9'000U);
  EXPECT_THAT(label, EndsWith(" more."));
}

}  // namespace
}  // namespace prereq
