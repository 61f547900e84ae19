// Every place is 1-based, counted in code points, with an exclusive end, however lines end.
#include <gmock/gmock.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::read_text;

std::string place(const Span& span) {
  return fmt::format("{}:{}-{}:{}", span.begin.line, span.begin.column, span.end.line,
                     span.end.column);
}

TEST(Positions, CountCodePoints) {
  const auto result = read_text("topics:\n  größe: {title: 数学😀, requires: [nix]}\n");
  EXPECT_EQ(place(result.roadmap.topics()[0].span), "2:3-2:8");
  EXPECT_THAT(result.messages(),
              ElementsAre("2:34-2:37 unknown-topic: topic 'nix' is not defined"));
}

TEST(Positions, AreTheSameWithWindowsLineEnds) {
  const std::string unix_text = "topics:\n  a:\n    note: |\n      x\n      y\n    hours: no\n";
  std::string windows_text;
  for (const char c : unix_text)
    windows_text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto expected = ElementsAre(
      "6:12-6:14 bad-value: expected hours such as 40, 1.5h, 20min or 30-50, found 'no'");
  EXPECT_THAT(read_text(unix_text).messages(), expected);
  EXPECT_THAT(read_text(windows_text).messages(), expected);
  EXPECT_EQ(read_text(windows_text).roadmap.topics()[0].note, "x\ny");
}

TEST(Positions, AreNotMovedByLineBreaksThatOnlyYamlSees) {
  // U+2028 and U+0085 and a lone carriage return, in a comment, between quotes and in a key.
  const auto result = read_text(
      "# a\u2028# b\u0085# c\r# d\n"
      "topics:\n"
      "  a: {title: \"x\u2028y\", hours: no}\n"
      "  b: {requires: [nix]}\n");
  EXPECT_THAT(result.messages(),
              ElementsAre("3:28-3:30 bad-value: expected hours such as 40, 1.5h, 20min or 30-50, "
                          "found 'no'",
                          "4:18-4:21 unknown-topic: topic 'nix' is not defined"));
  EXPECT_EQ(place(result.roadmap.topics()[1].span), "4:3-4:4");
}

TEST(Positions, CountATabAsOneColumn) {
  EXPECT_THAT(read_text("topics:\n  a:\t{requires:\t[\tnix]}\n").messages(),
              ElementsAre("2:19-2:22 unknown-topic: topic 'nix' is not defined"));
}

TEST(Positions, AreKeptForEveryElement) {
  const auto result = read_text(
      "sections: {s: {}}\n"
      "topics:\n"
      "  a: {allow: {isolated-topic: why}}\n"
      "  b:\n"
      "    requires: [a, {any: [a]}, {topic: a}, {at-least: 1, of: [a]}]\n"
      "    resources: ['[R](u)', {by: x, title: R}, {url: u}]\n"
      "goals: {g: {}}\n");
  const Roadmap& roadmap = result.roadmap;
  EXPECT_EQ(place(roadmap.sections()[0].span), "1:12-1:13");
  EXPECT_EQ(place(roadmap.goals()[0].span), "7:9-7:10");
  EXPECT_EQ(place(roadmap.allowances()[0].span), "3:15-3:29");
  const auto entries = roadmap.requirements(roadmap.topics()[1].requirements);
  EXPECT_EQ(place(entries[0].span), "5:16-5:17");
  EXPECT_EQ(place(entries[1].span), "5:20-5:23");
  EXPECT_EQ(place(entries[2].span), "5:39-5:40");
  EXPECT_EQ(place(entries[3].span), "5:44-5:52");
  const auto resources = roadmap.resources(roadmap.topics()[1].resources);
  EXPECT_EQ(place(resources[0].span), "6:17-6:25");
  EXPECT_EQ(place(resources[1].span), "6:42-6:43");
  EXPECT_EQ(place(resources[2].span), "6:46-6:47");
}

TEST(Positions, PointAtTheBadPartOfAResourceLine) {
  EXPECT_THAT(read_text("resources: '[Größe](ftp://x) (free)'\n").messages(),
              ElementsAre("1:21-1:28 bad-url: expected an http, https, mailto or relative URL, "
                          "found 'ftp:'"));
  // With an escape in it, the text is not where it seems: the whole of it is shown.
  EXPECT_THAT(read_text("resources: \"[Gr\\u00f6\\u00dfe](ftp://x)\"\n").messages(),
              ElementsAre("1:12-1:40 bad-url: expected an http, https, mailto or relative URL, "
                          "found 'ftp:'"));
}

TEST(Positions, OfMissingValuesAreBehindTheirNames) {
  for (const char* text : {"allow:\n  isolated-topic:", "allow:\n  isolated-topic:\n\n\n"}) {
    EXPECT_THAT(read_text(text).messages(),
                ElementsAre("2:18-2:19 bad-value: expected the reason for this, found nothing"));
  }
  EXPECT_THAT(read_text("topics:\n  a:\n    requires:\n    -\n").messages(),
              ElementsAre("4:6-4:7 wrong-type: expected a topic, found nothing"));
}

}  // namespace
}  // namespace prereq
