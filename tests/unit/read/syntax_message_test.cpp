#include "read/syntax_message.hpp"

#include <gmock/gmock.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::read_text;

// The one problem of a text, as a line; notes follow in parentheses.
std::string problem(std::string_view text) {
  const auto result = read_text(text);
  if (result.diagnostics.items().size() != 1) return "not one problem";
  std::string line = result.messages()[0];
  for (const Note& note : result.diagnostics.items()[0].notes) {
    line += fmt::format(" ({}:{} {})", note.span.begin.line, note.span.begin.column, note.message);
  }
  return line;
}

TEST(SyntaxMessage, SaysWhichValueToQuote) {
  EXPECT_EQ(problem("title: Größe: ein Buch   # comment\n"),
            "1:8-1:23 syntax: quote this value: without quotes the colon in it begins another "
            "value");
  EXPECT_EQ(problem("topics:\n  a: {title: Deep: x, hours: 3}\n"),
            "2:14-2:21 syntax: quote this value: without quotes the colon in it begins another "
            "value");
  EXPECT_EQ(problem("resources:\n  - title: x: y\n"),
            "2:12-2:16 syntax: quote this value: without quotes the colon in it begins another "
            "value");
  EXPECT_EQ(problem("title: `code` first\n"),
            "1:8-1:20 syntax: quote this value: without quotes it cannot begin with '`'");
  EXPECT_EQ(problem("title: %x\n"),
            "1:8-1:10 syntax: quote this value: without quotes it cannot begin with '%'");
  EXPECT_EQ(problem("title: &! x\n"),
            "1:8-1:12 syntax: quote this value: without quotes it cannot begin with '&'");
  EXPECT_EQ(problem("title: 'a' b\n"),
            "1:8-1:13 syntax: quote this value as a whole: it goes on after its closing quote");
  EXPECT_EQ(problem("note: [x](u)\n").substr(0, 8), "not one ");
}

TEST(SyntaxMessage, ShowsWhereTheUnfinishedThingBegins) {
  EXPECT_EQ(problem("title: \"abc\n"),
            "1:8-1:9 syntax: this text is never closed: a quote is missing");
  EXPECT_EQ(problem("topics:\n  a: {hours: 3\n"),
            "2:15-2:16 syntax: expected ',' or '}' in this mapping (2:6 it begins here)");
  EXPECT_EQ(problem("topics:\n  a: {requires: [b\n"),
            "2:19-2:20 syntax: expected ',' or ']' in this list (2:17 it begins here)");
  EXPECT_EQ(problem("topics:\n  a:\n    hours: 3\n   note: x\n"),
            "4:4-4:5 syntax: expected another key, indented like the ones before it (2:3 it begins "
            "here)");
}

TEST(SyntaxMessage, StaysInsideATextThatEndsEarly) {
  for (const char* text : {"{title: b", "{title: b\n", "{title: b\n\n  \r\n"}) {
    EXPECT_EQ(problem(text),
              "1:10-1:11 syntax: expected ',' or '}' in this mapping (1:1 it begins here)");
  }
}

TEST(SyntaxMessage, KnowsTabsEscapesAndLists) {
  EXPECT_EQ(problem("topics:\n\ta: {}\n"),
            "2:1-2:2 syntax: expected spaces, found a tab: YAML indents with spaces only");
  EXPECT_EQ(problem("title: \"\\q\"\n"),
            "1:9-1:10 syntax: unknown escape after '\\': in single quotes a backslash is only a "
            "backslash (1:8 it begins here)");
  EXPECT_EQ(problem("title: \"\\u12\"\n"),
            "1:11-1:12 syntax: expected hexadecimal digits after this escape (1:8 it begins here)");
  EXPECT_EQ(problem("resources: - a\n"),
            "1:12-1:13 syntax: expected a value, found a list entry: put the list on lines of its "
            "own");
}

TEST(SyntaxMessage, LeavesWhatWasReadBefore) {
  const auto result = read_text("title: T\ntopics:\n  a: {requires: [later]}\n  b: \"\n");
  EXPECT_EQ(result.roadmap.title(), "T");
  ASSERT_EQ(result.roadmap.topics().size(), 2U);
  EXPECT_TRUE(result.roadmap.is_incomplete());
  EXPECT_THAT(result.messages(),
              ElementsAre("4:6-4:7 syntax: this text is never closed: a quote is missing"));
}

}  // namespace
}  // namespace prereq
