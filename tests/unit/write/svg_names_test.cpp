#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/safe_names.hpp"

namespace prereq {
namespace {

TEST(EscapeId, KeepsLettersDigitsAndHyphens) {
  EXPECT_EQ(escape_id("linear-algebra-2"), "linear-algebra-2");
  EXPECT_EQ(escape_id("Über"), "_DC_ber");
  EXPECT_EQ(escape_id("c#"), "c_23_");
  EXPECT_EQ(escape_id("a_b.c:d"), "a_5F_b_2E_c_3A_d");
  EXPECT_EQ(escape_id("\xFF\uFFFD"), "_xFF__FFFD_");
}

TEST(EscapeId, GivesDifferentIdsDifferentNames) {
  // All words of up to four of the characters that an escape is made of, and some more.
  const std::string alphabet = "_2x3#F\xC3\xBC-";
  std::map<std::string, std::string> seen;
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto [entry, is_new] = seen.emplace(escape_id(words[i]), words[i]);
    ASSERT_TRUE(is_new) << "'" << words[i] << "' and '" << entry->second << "'";
    if (words[i].size() == 4) continue;
    for (const char c : alphabet) words.push_back(words[i] + c);
  }
  EXPECT_EQ(seen.size(), 1U + 9U + 81U + 729U + 6561U);
}

TEST(RootId, StartsAsIdsAndSelectorsMust) {
  EXPECT_EQ(root_id("turbo"), "turbo");
  EXPECT_EQ(root_id("2nd map"), "_32_nd_20_map");
  EXPECT_EQ(root_id("-x"), "_2D_x");
  EXPECT_EQ(root_id("ü"), "_FC_");
  EXPECT_EQ(root_id(""), "prereq");
}

}  // namespace
}  // namespace prereq
