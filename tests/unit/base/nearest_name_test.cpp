#include "base/nearest_name.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace prereq {
namespace {

// The definition, without a limit: exponential, for short words.
std::size_t slow_distance(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return std::max(one.size(), other.size());
  const std::size_t replaced =
      slow_distance(one.substr(1), other.substr(1)) + (one[0] == other[0] ? 0 : 1);
  std::size_t best = std::min(
      {replaced, slow_distance(one.substr(1), other) + 1, slow_distance(one, other.substr(1)) + 1});
  if (one.size() > 1 && other.size() > 1 && one[0] == other[1] && one[1] == other[0]) {
    best = std::min(best, slow_distance(one.substr(2), other.substr(2)) + 1);
  }
  return best;
}

TEST(EditDistance, IsTheDefinitionForAllShortWords) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; words[i].size() < 4; ++i) {
    for (const char c : {'a', 'b'}) words.push_back(words[i] + c);
  }
  words.insert(words.end(), {"abc", "cab", "acbd", "dbca"});
  for (const std::string& one : words) {
    for (const std::string& other : words) {
      const std::size_t distance = slow_distance(one, other);
      for (std::size_t limit = 0; limit <= 4; ++limit) {
        EXPECT_EQ(edit_distance(one, other, limit), std::min(distance, limit + 1))
            << one << ' ' << other << ' ' << limit;
      }
    }
  }
}

TEST(NearestName, TakesTheFirstOfTheClosest) {
  EXPECT_EQ(nearest_name("linear-algebr", {"algebra", "linear-algebra", "linear-algebru"}),
            "linear-algebra");
  EXPECT_EQ(nearest_name("ot", {"to", "of"}), "to");
}

TEST(NearestName, KeepsSilentAboutWhatIsFar) {
  EXPECT_EQ(nearest_name("python", {"statistics", "java"}), "");
  EXPECT_EQ(nearest_name("a", {"bcd"}), "");
  EXPECT_EQ(nearest_name("", {"a"}), "");
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(NearestName, OfASingleLetterIsNoOther) { EXPECT_EQ(nearest_name("b", {"a", "c"}), ""); }

TEST(NearestName, IsTheOneInAnotherCase) {
  EXPECT_EQ(nearest_name("CYCLE", {"syntax", "cycle"}), "cycle");
  EXPECT_EQ(nearest_name("Git", {"gin", "git", "Gin"}), "git");
  EXPECT_EQ(nearest_name("R", {"s", "r"}), "r");
}

TEST(NearestName, AsAnObjectAnswersLikeTheFunction) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; words[i].size() < 5; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  // Every third word is known, longer ones first, so that order and length disagree.
  std::vector<std::string_view> known;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (i % 3 == 0) known.push_back(words[i]);
  }
  NearestName names;
  for (const std::string_view name : known) names.add(name);
  for (const std::string& word : words)
    EXPECT_EQ(names.find(word), nearest_name(word, known)) << word;
}

TEST(NearestName, StopsAnsweringWhenItsBudgetIsSpent) {
  NearestName names(70);
  for (const std::string_view name : {"algebra", "calculus", "logic"}) names.add(name);
  EXPECT_EQ(names.find("algebr"), "algebra");  // one comparison and two looks
  EXPECT_EQ(names.find("logik"), "logic");     // the same, one look less
  EXPECT_EQ(names.find("algebr"), "");
  EXPECT_EQ(names.find("calculu"), "");
}

}  // namespace
}  // namespace prereq
