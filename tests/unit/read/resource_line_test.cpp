#include "read/resource_line.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prereq {
namespace {

TEST(ResourceLine, IsALinkWithItsMakerAndABracket) {
  const ResourceLine line = parse_resource_line(
      "[Google's Python Class by Google](https://example.org) (free, course, 12 h, weeks 0–6, if "
      "you need a refresher, or not)");
  EXPECT_EQ(line.title, "Google's Python Class");
  EXPECT_EQ(line.by, "Google");
  EXPECT_EQ(line.url, "https://example.org");
  EXPECT_EQ(line.cost, Cost::free);
  EXPECT_EQ(line.type, ResourceType::course);
  EXPECT_EQ(line.hours, parse_hours("12"));
  EXPECT_EQ(line.part, "weeks 0–6");
  EXPECT_EQ(line.note, "if you need a refresher, or not");
  EXPECT_EQ(line.rest, "");
}

TEST(ResourceLine, TakesTheLastByAsTheMaker) {
  const ResourceLine line = parse_resource_line("[Step by Step to SageMaker by AWS](u)");
  EXPECT_EQ(line.title, "Step by Step to SageMaker");
  EXPECT_EQ(line.by, "AWS");
}

TEST(ResourceLine, NeedsNoSpaceBeforeTheBracketAndNoCase) {
  for (const char* text :
       {"[A](u)(Free)", "[A](u) (FREE)", " [A](u)   ( free ) ", "[A](u) (free,)"}) {
    const ResourceLine line = parse_resource_line(text);
    EXPECT_EQ(line.cost, Cost::free) << text;
    EXPECT_EQ(line.title, "A") << text;
    EXPECT_EQ(line.note, "") << text;
  }
}

TEST(ResourceLine, ReadsBalancedBracketsEscapesAndMarkdownAddresses) {
  EXPECT_EQ(parse_resource_line("[A [b] c](u)").title, "A [b] c");
  EXPECT_EQ(parse_resource_line("[A \\] c](u)").title, "A ] c");
  EXPECT_EQ(parse_resource_line("[A](https://x/y_(z))").url, "https://x/y_(z)");
  EXPECT_EQ(parse_resource_line("[A](<https://x y>)").url, "https://x y");
  EXPECT_EQ(parse_resource_line("[A](https://x \"tip\")").url, "https://x");
}

TEST(ResourceLine, WithoutALinkIsATitle) {
  const ResourceLine plain = parse_resource_line("Learning by doing (with friends)");
  EXPECT_EQ(plain.title, "Learning by doing (with friends)");
  EXPECT_EQ(plain.by, "");
  const ResourceLine priced = parse_resource_line("A book (paid, book, chapters 1-3)");
  EXPECT_EQ(priced.title, "A book");
  EXPECT_EQ(priced.cost, Cost::paid);
  EXPECT_EQ(priced.type, ResourceType::book);
  EXPECT_EQ(priced.part, "chapters 1-3");
  const ResourceLine address = parse_resource_line("https://example.org/x (free)");
  EXPECT_EQ(address.title, "");
  EXPECT_EQ(address.url, "https://example.org/x");
  EXPECT_EQ(address.cost, Cost::free);
}

TEST(ResourceLine, TakesBrokenLinksAsTitles) {
  for (const char* text : {"[A", "[A]", "[A](", "[A](u", "[A] (u)", "[", "()", ")", "(", "[]"}) {
    const ResourceLine line = parse_resource_line(text);
    EXPECT_EQ(line.title, text);
    EXPECT_EQ(line.url, "");
  }
}

TEST(ResourceLine, TellsPartsFromNotes) {
  EXPECT_EQ(parse_resource_line("[A](u) (up to week 6)").part, "up to week 6");
  EXPECT_EQ(parse_resource_line("[A](u) (Lecture 3)").part, "Lecture 3");
  EXPECT_EQ(parse_resource_line("[A](u) (if new to Python)").note, "if new to Python");
  EXPECT_EQ(parse_resource_line("[A](u) (weekly)").note, "weekly");
  EXPECT_EQ(parse_resource_line("[A](u) (12)").note, "12");
  EXPECT_EQ(parse_resource_line("[A](u) (free, paid)").note, "paid");
}

TEST(ResourceLine, LeavesWhatFollowsToTheCaller) {
  EXPECT_EQ(parse_resource_line("[A](u) by B").rest, "by B");
  EXPECT_EQ(parse_resource_line("[A](u) (free) and more").rest, "and more");
  EXPECT_EQ(parse_resource_line("[A](u) (free").rest, "(free");
  EXPECT_EQ(parse_resource_line("[A](u) (free) (course)").rest, "");
}

TEST(ResourceLine, IsMarkdownInItsAddressToo) {
  const ResourceLine line = parse_resource_line(R"([A\]b](https://example.org/a\(b\)c))");
  EXPECT_EQ(line.title, "A]b");
  EXPECT_EQ(line.url, "https://example.org/a(b)c");
}

TEST(ResourceLine, KeepsTheBackslashesOfALinkThatWasReadAlready) {
  EXPECT_EQ(resource_of_link(R"(a\*b by c\_d)", "x").title, R"(a\*b)");
  EXPECT_EQ(resource_of_link(R"(a\*b by c\_d)", "x").by, R"(c\_d)");
}

TEST(ResourceLine, NamesEveryCostAndType) {
  EXPECT_EQ(find_cost("paid"), Cost::paid);
  EXPECT_EQ(find_cost(""), std::nullopt);
  for (const char* type : {"course", "video", "book", "article", "tool", "notebook", "project",
                           "docs", "newsletter", "channel", "community"}) {
    const auto found = find_resource_type(type);
    ASSERT_TRUE(found) << type;
    EXPECT_EQ(to_string(*found), type);
  }
  EXPECT_EQ(find_resource_type(""), std::nullopt);
}

}  // namespace
}  // namespace prereq
