#include "roadmap/title_id.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

TEST(IdFromTitle, KeepsWordsOfAnyScriptInLowerCase) {
  EXPECT_EQ(id_from_title("Linear Algebra"), "linear-algebra");
  EXPECT_EQ(id_from_title("  Let's build GPT: from scratch!  "), "lets-build-gpt-from-scratch");
  EXPECT_EQ(id_from_title("C++ & C# (2nd ed.)"), "c++-c#-2nd-ed");
  EXPECT_EQ(id_from_title("Größe Élan"), "größe-élan");
  EXPECT_EQ(id_from_title("Машинное обучение"), "машинное-обучение");
  EXPECT_EQ(id_from_title("機械学習 入門"), "機械学習-入門");
  EXPECT_EQ(id_from_title("***"), "untitled");
  EXPECT_EQ(id_from_title(""), "untitled");
}

TEST(IdFromTitle, IsValidHoweverLongTheTitle) {
  std::string many_words;
  for (int i = 0; i < 100; ++i) many_words += "word ";
  EXPECT_EQ(count_code_points(id_from_title(many_words)), 59U);
  EXPECT_TRUE(is_valid_id(id_from_title(std::string(1000, 'x'))));
  std::string han;
  for (int i = 0; i < 500; ++i) han += "学";
  EXPECT_TRUE(is_valid_id(id_from_title(han)));
  EXPECT_EQ(count_code_points(id_from_title(han)), max_id_length);
}

TEST(IdMaker, NumbersCollisionsInOrder) {
  IdMaker ids;
  EXPECT_EQ(ids.make("Project"), "project");
  EXPECT_EQ(ids.make("Project!"), "project-2");
  EXPECT_EQ(ids.make("Project 3"), "project-3");
  EXPECT_EQ(ids.make("project"), "project-4");
  ids.take("given");
  EXPECT_EQ(ids.make("Given"), "given-2");
}

TEST(IdMaker, MakesNoIdLongerThanIdsMayBe) {
  for (const std::string_view letter : {"a", "学"}) {
    std::string title;
    for (std::size_t i = 0; i < max_id_length; ++i) title += letter;
    IdMaker ids;
    EXPECT_EQ(ids.make(title + "x"), title);
    std::set<std::string> made = {title};
    for (int i = 0; i < 1000; ++i) {
      const std::string id = ids.make(title + "y");
      EXPECT_TRUE(is_valid_id(id)) << id;
      EXPECT_TRUE(made.insert(id).second) << id;
    }
  }
}

TEST(IdMaker, NumbersTitlesThatAreAlikeWhereTheyAreCutInTheSameRow) {
  const std::string alike(max_id_length - 11, 'a');
  IdMaker ids;
  EXPECT_EQ(ids.make(alike + "xx"), alike + "xx");
  EXPECT_EQ(ids.make(alike + "yy"), alike + "yy");
  EXPECT_EQ(ids.make(alike + "xx"), alike + "-2");
  EXPECT_EQ(ids.make(alike + "yy"), alike + "-3");
}

TEST(ComparableTitle, LeavesOutCasePunctuationAndSpellingOfNumbers) {
  EXPECT_EQ(comparable_title("Calculus, Part II"), comparable_title("calculus 2"));
  EXPECT_EQ(comparable_title("The Algorithms: Part 1"), comparable_title("algorithms I"));
  EXPECT_NE(comparable_title("Calculus I"), comparable_title("Calculus II"));
  EXPECT_EQ(comparable_title("I, Robot"), "i robot");
  EXPECT_EQ(comparable_title("The A"), "the a");
  EXPECT_EQ(comparable_title("?!"), "");
}

}  // namespace
}  // namespace prereq
