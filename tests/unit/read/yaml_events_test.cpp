#include "read/yaml_events.hpp"

#include <gmock/gmock.h>

#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::read_text;

// Calls on_event(event) for each; whether the reading was incomplete.
template <typename OnEvent>
bool for_each_event(std::string_view text, OnEvent on_event) {
  Diagnostics diagnostics;
  const auto checked = check_text(text, 0, diagnostics);
  const ReadLimits limits;
  YamlEvents events(*checked, 0, limits, diagnostics);
  for (; events.peek().kind != EventKind::end; events.advance()) on_event(events.peek());
  return events.is_incomplete();
}

std::vector<std::string> events_of(std::string_view text) {
  std::vector<std::string> names;
  const bool is_incomplete = for_each_event(text, [&](const Event& event) {
    switch (event.kind) {
      case EventKind::scalar: names.push_back("'" + std::string(event.text) + "'"); break;
      case EventKind::alias: names.emplace_back("*"); break;
      case EventKind::list_begin: names.emplace_back(event.is_flow ? "[" : "-["); break;
      case EventKind::list_end: names.emplace_back("]"); break;
      case EventKind::mapping_begin: names.emplace_back(event.is_flow ? "{" : "-{"); break;
      case EventKind::mapping_end: names.emplace_back("}"); break;
      case EventKind::end: break;
    }
  });
  names.emplace_back(is_incomplete ? "incomplete" : "complete");
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

// Which scalars are parts of the text, as `WORDS@OFFSET`, or copies.
std::vector<std::string> places_of_scalars(std::string_view text) {
  std::vector<std::string> places;
  for_each_event(text, [&](const Event& event) {
    if (event.kind != EventKind::scalar) return;
    std::string place(event.text);
    if (event.is_in_source) place += "@" + std::to_string(event.text.data() - text.data());
    places.push_back(std::move(place));
  });
  return places;
}

TEST(YamlEvents, AreViewsOfTheTextWhereItHasTheSameWords) {
  EXPECT_THAT(places_of_scalars("a: [b c, 'd', \"e\"]"),
              ElementsAre("a@0", "b c@4", "d@10", "e@15"));
  EXPECT_THAT(places_of_scalars("'it''s': \"a\\tb\"\n"), ElementsAre("it's", "a\tb"));
  EXPECT_THAT(places_of_scalars("a: b\n  c\nd: |\n  e\nf: >\n  g\n"),
              ElementsAre("a@0", "b c", "d@9", "e\n", "f@18", "g\n"));
  EXPECT_THAT(places_of_scalars("\xC3\xA4: [\xE5\x9B\xB3, x]\r\ny: z"),
              ElementsAre("\xC3\xA4@0", "\xE5\x9B\xB3@5", "x@10", "y@14", "z@17"));
  EXPECT_THAT(places_of_scalars("? 'a\n  b'\n: c\xE2\x80\xA8"
                                "d: e"),
              ElementsAre("a b", "c@12", "d@16", "e@19"));
}

TEST(YamlEvents, AreCopiesWhereEscapesWereHidden) {
  EXPECT_THAT(places_of_scalars(R"(["a", "\ud83d\ude00"])"), ElementsAre("a", "\xF0\x9F\x98\x80"));
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
