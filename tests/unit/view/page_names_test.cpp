#include "view/page_names.hpp"

#include <gmock/gmock.h>

#include <set>

namespace prereq {
namespace {

using ::testing::EndsWith;
using ::testing::Not;
using ::testing::StartsWith;

TEST(PageName, IsTheSectionsIdWhileThatFits) {
  EXPECT_EQ(page_name_of("math", 251), "section-math");
  EXPECT_EQ(page_name_of("c#", 251), "section-c_23_");
  EXPECT_EQ(page_name_of(std::string(32, 'a'), 40), "section-" + std::string(32, 'a'));
}

TEST(PageName, IsCutBetweenEscapesAndEndsInAHash) {
  std::string id;
  for (int i = 0; i < 128; ++i) id += "é";
  EXPECT_EQ(page_name_of(id, 40), "section-_E9__E9__E9__0e95369293b26d25");
  EXPECT_LE(page_name_of(id, 251).size(), 251U);
  EXPECT_GT(page_name_of(id, 251).size(), 245U);
}

TEST(PageName, DiffersWhereOnlyWhatIsCutDoes) {
  std::set<std::string> names;
  const std::string same(100, 'a');
  for (const std::string end : {"", "a", "b", "ä", "ab"})
    names.insert(page_name_of(same + end, 60));
  EXPECT_EQ(names.size(), 5U);
  // As an id, a name that was cut gives another one.
  for (const std::string& name : names) {
    EXPECT_THAT(name, StartsWith("section-aaa"));
    EXPECT_THAT(page_name_of(name.substr(8), 251), Not(EndsWith(name)));
  }
}

}  // namespace
}  // namespace prereq
