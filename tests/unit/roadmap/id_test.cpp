#include "roadmap/id.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(Id, IsAnythingWithoutSpacesCommasAndControls) {
  for (const char* id :
       {"a", "linear-algebra", "c#", "c++", "größe", "数学", "v1.0/α", "👩‍💻", "~"}) {
    EXPECT_TRUE(is_valid_id(id)) << id;
    EXPECT_EQ(id_complaint(id), "") << id;
  }
}

TEST(Id, SaysWhatIsWrongWithOthers) {
  EXPECT_EQ(id_complaint(""), "of at least one character");
  EXPECT_EQ(id_complaint("a b"), "without white space");
  EXPECT_EQ(id_complaint("a\u00A0b"), "without white space");
  EXPECT_EQ(id_complaint("a,b"), "without a comma");
  EXPECT_EQ(id_complaint("a\x7F"), "without control characters");
  EXPECT_EQ(id_complaint("a\u0081"), "without control characters");
  for (const char* id : {"", "a b", "a\u00A0b", "a,b", "a\x7F"})
    EXPECT_FALSE(is_valid_id(id)) << id;
}

TEST(Id, HasAtMost128CharactersWhateverTheirBytes) {
  std::string longest;
  for (int i = 0; i < 128; ++i) longest += "ä";
  EXPECT_TRUE(is_valid_id(longest));
  EXPECT_TRUE(is_valid_id(std::string(128, 'a')));
  EXPECT_EQ(id_complaint(longest + "a"), "of at most 128 characters");
  EXPECT_FALSE(is_valid_id(std::string(129, 'a')));
}

TEST(Id, BecomesATitle) {
  EXPECT_EQ(title_from_id("linear-algebra"), "Linear algebra");
  EXPECT_EQ(title_from_id("ökonomie"), "Ökonomie");
  EXPECT_EQ(title_from_id("c#"), "C#");
  EXPECT_EQ(title_from_id("3d-vision"), "3d vision");
}

TEST(Id, IsSuggestedForAText) {
  EXPECT_EQ(id_from_text("linear algebra"), "linear-algebra");
  EXPECT_EQ(id_from_text(" a,  b\t"), "a-b");
  EXPECT_EQ(id_from_text("Größe\u00A0x"), "Größe-x");
  EXPECT_EQ(id_from_text(" , "), "");
  EXPECT_EQ(id_from_text(std::string(500, 'a')), "");
}

}  // namespace
}  // namespace prereq
