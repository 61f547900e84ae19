#include "read/yaml_events.hpp"

#include <gmock/gmock.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::read_text;

std::vector<std::string> events_of(std::string_view text) {
  Diagnostics diagnostics;
  const auto checked = check_text(text, 0, diagnostics);
  const ReadLimits limits;
  YamlEvents events(*checked, 0, limits, diagnostics);
  std::vector<std::string> names;
  for (; events.peek().kind != EventKind::end; events.advance()) {
    const Event& event = events.peek();
    switch (event.kind) {
      case EventKind::scalar: names.push_back("'" + std::string(event.text) + "'"); break;
      case EventKind::alias: names.emplace_back("*"); break;
      case EventKind::list_begin: names.emplace_back(event.is_flow ? "[" : "-["); break;
      case EventKind::list_end: names.emplace_back("]"); break;
      case EventKind::mapping_begin: names.emplace_back(event.is_flow ? "{" : "-{"); break;
      case EventKind::mapping_end: names.emplace_back("}"); break;
      case EventKind::end: break;
    }
  }
  names.emplace_back(events.is_incomplete() ? "incomplete" : "complete");
  return names;
}

TEST(YamlEvents, AreThoseOfOneDocument) {
  EXPECT_THAT(events_of("a: [1, {b: c}]\n"),
              ElementsAre("-{", "'a'", "[", "'1'", "{", "'b'", "'c'", "}", "]", "}", "complete"));
  EXPECT_THAT(events_of("--- !!map\n- a\n...\n"), ElementsAre("-[", "'a'", "]", "complete"));
  EXPECT_THAT(events_of(""), ElementsAre("complete"));
  EXPECT_THAT(events_of("# comment"), ElementsAre("complete"));
}

TEST(YamlEvents, EndEarlyAtASecondDocument) {
  EXPECT_THAT(events_of("a\n---\nb\n"), ElementsAre("'a'", "incomplete"));
  EXPECT_THAT(read_text("title: x\n---\ntitle: y\n").messages(),
              ElementsAre("2:1-2:4 syntax: expected one document, found the start of another"));
}

TEST(YamlEvents, ReportAliasesWhereTheyStand) {
  EXPECT_THAT(events_of("[&a x, *a]"), ElementsAre("[", "'x'", "*", "]", "incomplete"));
  EXPECT_THAT(read_text("title: &t x\nnote: *t\n").messages(),
              ElementsAre("2:7-2:9 syntax: '*t' is an alias: roadmap files have none, write the "
                          "value out"));
}

TEST(YamlEvents, ReadBombsOfAliasesInNoTime) {
  // Nine levels of nine would be 400 million values if they were followed.
  std::string text = "x-a0: &a0 [x]\n";
  for (int i = 1; i < 10; ++i) {
    text +=
        fmt::format("x-a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
  }
  EXPECT_EQ(read_text(text).messages().size(), 63U);
}

}  // namespace
}  // namespace prereq
