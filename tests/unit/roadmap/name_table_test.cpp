#include "roadmap/name_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prereq {
namespace {

TEST(NameTable, FindsWhatWasInserted) {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("name-" + std::to_string(i * 7919));
  for (const std::size_t reserved : {0U, 100U, 5000U}) {
    NameTable table;
    table.reserve(reserved);
    for (std::uint32_t i = 0; i < names.size(); ++i) EXPECT_EQ(table.insert(names[i], i), i);
    EXPECT_EQ(table.size(), names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) EXPECT_EQ(table.find(names[i]), i);
    EXPECT_EQ(table.find("name-1"), std::nullopt);
  }
}

TEST(NameTable, KeepsTheFirstValueOfAName) {
  NameTable table;
  EXPECT_EQ(table.insert("a", 3), 3U);
  EXPECT_EQ(table.insert("a", 4), 3U);
  EXPECT_EQ(table.find("a"), 3U);
  EXPECT_EQ(table.size(), 1U);
}

TEST(NameTable, IsEmptyAtFirst) {
  EXPECT_EQ(NameTable().find("a"), std::nullopt);
  EXPECT_EQ(NameTable().find(""), std::nullopt);
}

// "é" as one character, and as "e" with an accent that combines.
TEST(NameTable, TakesComposedAndDecomposedLettersForTheSame) {
  NameTable table;
  EXPECT_EQ(table.insert("caf\u00e9", 1), 1U);
  EXPECT_EQ(table.insert("cafe\u0301", 2), 1U);
  EXPECT_EQ(table.find("cafe\u0301"), 1U);
  EXPECT_EQ(table.insert("\u1112\u1161\u11ab", 3), 3U);
  EXPECT_EQ(table.find("\ud55c"), 3U);
  EXPECT_EQ(table.find("cafe"), std::nullopt);
  EXPECT_EQ(table.size(), 2U);
}

}  // namespace
}  // namespace prereq
