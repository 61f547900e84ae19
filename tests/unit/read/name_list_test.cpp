// Lists of names as people write them.
#include "read/name_list.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace prereq {
namespace {

std::string written(const std::vector<NamedEntry>& entries, const char* between) {
  std::string text;
  for (const NamedEntry& entry : entries) {
    text += text.empty() ? "" : between;
    switch (entry.kind) {
      case RequirementKind::topic: text += "<" + entry.name + ">"; break;
      case RequirementKind::all: text += "(" + written(entry.entries, " and ") + ")"; break;
      case RequirementKind::any: text += "(" + written(entry.entries, " or ") + ")"; break;
      case RequirementKind::at_least:
        text += fmt::format("({} of {})", entry.least, written(entry.entries, ", "));
        break;
    }
    if (!entry.because.empty()) text += "[" + entry.because + "]";
  }
  return text;
}

std::string read(std::string_view text) {
  static const std::set<std::string, std::less<>> names = {
      "A", "B", "C", "Supply and demand", "CS50, the start", "Sets (naive)", "A or B?"};
  return written(read_names(text,
                            [](std::string_view name, NameLook look) {
                              static_cast<void>(look);
                              return names.contains(name);
                            }),
                 "; ");
}

TEST(NameList, IsSplitAtCommasSemicolonsAndWords) {
  EXPECT_EQ(read("A, B and C"), "<A>; <B>; <C>");
  EXPECT_EQ(read("A; B & C"), "<A>; <B>; <C>");
  EXPECT_EQ(read("A, B, and C"), "<A>; <B>; <C>");
  EXPECT_EQ(read("A\nB\n"), "<A>; <B>");
  EXPECT_EQ(read("- A; and B –"), "<A>; <B>");
  EXPECT_EQ(read("A and school algebra"), "<A>; <school algebra>");
}

TEST(NameList, GivesNothingForNothing) {
  for (const char* text : {"", "none", "None", "nothing", "N/A", "-", "—", ";,"}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(NameList, OrJoinsAGroup) {
  EXPECT_EQ(read("A or B"), "(<A> or <B>)");
  EXPECT_EQ(read("A, B or C"), "<A>; (<B> or <C>)");
  EXPECT_EQ(read("A, B, or C"), "(<A> or <B> or <C>)");
  EXPECT_EQ(read("A or B; C"), "(<A> or <B>); <C>");
  EXPECT_EQ(read("A and B or C"), "<A>; (<B> or <C>)");
}

TEST(NameList, NumbersCountAndBracketsJoin) {
  EXPECT_EQ(read("2 of A, B, C"), "(2 of <A>, <B>, <C>)");
  EXPECT_EQ(read("2 of A, (B or C), A; B"), "(2 of <A>, (<B> or <C>), <A>); <B>");
  EXPECT_EQ(read("A or (B and C)"), "(<A> or (<B> and <C>))");
  EXPECT_EQ(read("A; (B or C); A"), "<A>; (<B> or <C>); <A>");
}

TEST(NameList, BracketsBehindANameAreTheReason) {
  EXPECT_EQ(read("A (you need it; really, or not), B"), "<A>[you need it; really, or not]; <B>");
  EXPECT_EQ(read("A or B (either will do)"), "(<A> or <B>)[either will do]");
  EXPECT_EQ(read("2 of A, B, C (any two)"), "(2 of <A>, <B>, <C>)[any two]");
  EXPECT_EQ(read("(A and B) (both)"), "(<A> and <B>)[both]");
}

TEST(NameList, KeepsNamesThatLookLikeSeveral) {
  EXPECT_EQ(read("Supply and demand, A"), "<Supply and demand>; <A>");
  EXPECT_EQ(read("CS50, the start (weeks 1, 2), A or B?"),
            "<CS50, the start>[weeks 1, 2]; <A or B?>");
  EXPECT_EQ(read("Sets (naive) (first)"), "<Sets (naive)>[first]");
  EXPECT_EQ(read("A or Supply and demand"), "(<A> or <Supply and demand>)");
}

TEST(NameList, EndsWhateverTheBrackets) {
  EXPECT_EQ(read("A (why"), "<A (why>");
  EXPECT_EQ(read("A) or B"), "(<A)> or <B>)");
  const std::string deep = std::string(500, '(') + "A or B" + std::string(500, ')');
  EXPECT_NE(read(deep), "");
  std::string many = "A";
  for (int i = 0; i < 500; ++i) many += " (x)";
  EXPECT_NE(read(many), "");
}

}  // namespace
}  // namespace prereq
