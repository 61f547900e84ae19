#include "read/fields.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace prereq {
namespace {

TEST(Fields, AreNumberedAsTheirEnumerators) {
  EXPECT_EQ(find_field(root_type, "resources"), static_cast<std::size_t>(RootField::resources));
  EXPECT_EQ(find_field(section_type, "topics"), static_cast<std::size_t>(SectionField::topics));
  EXPECT_EQ(find_field(topic_type, "requires"), static_cast<std::size_t>(TopicField::requirements));
  EXPECT_EQ(find_field(topic_type, "aliases"), static_cast<std::size_t>(TopicField::aliases));
  EXPECT_EQ(find_field(entry_type, "at-least"), static_cast<std::size_t>(EntryField::at_least));
  EXPECT_EQ(find_field(entry_type, "because"), static_cast<std::size_t>(EntryField::because));
  EXPECT_EQ(find_field(resource_type, "note"), static_cast<std::size_t>(ResourceField::note));
  EXPECT_EQ(find_field(goal_type, "requires"), static_cast<std::size_t>(GoalField::requirements));
  EXPECT_EQ(find_field(defaults_type, "level"), static_cast<std::size_t>(DefaultsField::level));
  EXPECT_EQ(find_field(topic_type, "topics"), std::nullopt);
}

TEST(Fields, AreSuggestedByNearnessAndMeaning) {
  EXPECT_EQ(nearest_field(topic_type, "require"), "requires");
  EXPECT_EQ(nearest_field(topic_type, "prerequisites"), "requires");
  EXPECT_EQ(nearest_field(topic_type, "name"), "title");
  EXPECT_EQ(nearest_field(resource_type, "link"), "url");
  EXPECT_EQ(nearest_field(goal_type, "link"), "");
}

TEST(QuotedList, ReadsLikeASentence) {
  using Names = std::vector<std::string_view>;
  EXPECT_EQ(quoted_list(Names{"a"}), "'a'");
  EXPECT_EQ(quoted_list(Names{"a", "b"}), "'a' or 'b'");
  EXPECT_EQ(quoted_list(Names{"a", "b", "c"}, "and"), "'a', 'b' and 'c'");
}

}  // namespace
}  // namespace prereq
