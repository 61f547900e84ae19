// What prereq exports as DOT reads back with the same topics and requirements.
#include "prereq/dot.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "prereq/learnable.hpp"
#include "prereq/read.hpp"
#include "prereq/view.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

std::string joined(std::set<std::string> parts, const std::string& opening) {
  std::string text = opening + "(";
  for (const std::string& part : parts) text += part + " ";
  return text + ")";
}

// A requirement as it is drawn: groups without a choice taken apart, `any` in `any` as one, what is
// said twice as once, in alphabetical order.
std::string drawn_as(const Roadmap& roadmap, const Requirement& entry);

void add_parts(const Roadmap& roadmap, IndexRange range, bool in_choice,
               std::set<std::string>& parts) {
  for (const Requirement& entry : roadmap.requirements(range)) {
    const bool is_single = entry.entries.size() == 1;
    const bool is_open = entry.kind != RequirementKind::topic &&
                         (in_choice ? is_single || entry.kind == RequirementKind::any
                                    : entry.least >= entry.entries.size());
    if (is_open) {
      add_parts(roadmap, entry.entries, in_choice, parts);
    } else {
      parts.insert(drawn_as(roadmap, entry));
    }
  }
}

std::string drawn_as(const Roadmap& roadmap, const Requirement& entry) {
  if (entry.kind == RequirementKind::topic) return std::string(entry.name);
  const std::uint32_t size = entry.entries.size();
  const bool is_any = entry.kind == RequirementKind::any;
  std::set<std::string> parts;
  add_parts(roadmap, entry.entries, is_any, parts);
  return joined(std::move(parts), is_any                ? "any"
                                  : entry.least >= size ? "all"
                                                        : std::to_string(entry.least));
}

std::string drawn_as(const Roadmap& roadmap, IndexRange range) {
  std::set<std::string> parts;
  add_parts(roadmap, range, false, parts);
  return joined(std::move(parts), "");
}

std::set<std::string> what_is_drawn(const Roadmap& roadmap) {
  std::set<std::string> lines;
  for (const Topic& topic : roadmap.topics()) {
    lines.insert(std::string(topic.id) + ": " + std::string(topic.title) + ", " +
                 format_hours(topic.hours) + " <- " + drawn_as(roadmap, topic.requirements) +
                 " with " + drawn_as(roadmap, topic.corequisites));
  }
  for (const Goal& goal : roadmap.goals()) {
    lines.insert(std::string(goal.id) + " <- " + drawn_as(roadmap, goal.requirements));
  }
  return lines;
}

bool can_be_drawn(const TopicGraph& graph) {
  const std::vector<bool> learnable = learnable_topics(graph, {});
  return std::ranges::all_of(learnable, [](bool can) { return can; });
}

TEST(DotRoundTrip, KeepsTopicsRequirementsAndGoals) {
  Random random(23);
  int compared = 0;
  for (int round = 0; round < 120; ++round) {
    const TopicGraph graph(testing::small_roadmap(
        random, {.topics = 9, .max_needs = 3, .cycle_percent = 0, .corequisite_percent = 15}));
    if (!can_be_drawn(graph)) continue;
    Diagnostics diagnostics;
    const auto dot = write_dot(select_view(graph, {.all_edges = true}), {}, diagnostics);
    ASSERT_TRUE(dot) << round;
    Sources sources;
    const FileId file = sources.add("graph.dot", *dot);
    const Roadmap back = read_roadmap(sources, file, diagnostics);
    ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
    ASSERT_EQ(what_is_drawn(back), what_is_drawn(graph.roadmap())) << *dot;
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

// Graphviz reads "\\N" as a node's name; two backslashes are one.
TEST(DotRoundTrip, KeepsBackslashesInTitlesReasonsAndAddresses) {
  const std::string title = R"(C:\new\Name \\N & "quotes" <b>)";
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add(
      "map.yaml", "title: '" + title + "'\n" +
                      "topics:\n"
                      "  a: {title: '" +
                      title + "'}\n" + "  b: {requires: [{topic: a, because: '" + title + "'}]}\n" +
                      "  c: {requires: [b], resources: 'https://x.example/?\\N&\\\\'}\n");
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  const auto dot = write_dot(with_every_line(select_view(graph)), {}, diagnostics);
  ASSERT_TRUE(dot);
  const Roadmap back = read_roadmap(sources, sources.add("map.dot", *dot), diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
  EXPECT_EQ(back.title(), title);
  EXPECT_EQ(back.topics()[0].title, title);
  EXPECT_EQ(back.requirements(back.topics()[1].requirements).front().because, title);
  EXPECT_EQ(back.resources(back.topics()[2].resources).front().url, R"(https://x.example/?\N&\\)");
}

Roadmap read_back(const std::string& yaml) {
  Sources sources;
  Diagnostics diagnostics;
  const TopicGraph graph(read_roadmap(sources, sources.add("map.yaml", yaml), diagnostics));
  const auto dot = write_dot(with_every_line(select_view(graph)), {}, diagnostics);
  Roadmap back = read_roadmap(sources, sources.add("map.dot", dot.value_or("")), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
  return back;
}

TEST(DotRoundTrip, KeepsLineBreaksInTitles) {
  const Roadmap back = read_back(
      "title: \"M\\nN\"\n"
      "sections: {s: {title: \"S\\nT\", topics: {\n"
      "  a: {title: \"First\\nsecond\\n\\nthird\", note: \"N\\nO\"},\n"
      "  b: {title: 'x &#10; y &#xA; z', requires: [a]}}}}\n"
      "goals: {g: {title: \"G\\nH\", requires: [b]}}\n");
  EXPECT_EQ(back.title(), "M\nN");
  EXPECT_EQ(back.sections()[0].title, "S\nT");
  EXPECT_EQ(back.topics()[0].title, "First\nsecond\n\nthird");
  EXPECT_EQ(back.topics()[1].title, "x &#10; y &#xA; z");
  EXPECT_EQ(back.goals()[0].title, "G\nH");
}

// The reason was taken to begin at the first colon with a blank behind it.
TEST(DotRoundTrip, KeepsReasonsBetweenIdsThatEndWithAColon) {
  const Roadmap back = read_back(
      "topics:\n"
      "  \"a:\": {}\n"
      "  \"b:\": {requires: [{topic: \"a:\", because: 'k: → l: m'}]}\n"
      "  c: {requires: [\"b:\", {any: [\"a:\", \"b:\"], because: r}]}\n"
      "  \"d:\": {requires: [c]}\n");
  const auto reasons = [&](std::string_view id) {
    std::string all;
    for (const Topic& topic : back.topics()) {
      if (topic.id != id) continue;
      for (const Requirement& entry : back.requirements(topic.requirements)) {
        all += "[" + std::string(entry.because) + "]";
      }
    }
    return all;
  };
  EXPECT_EQ(reasons("b:"), "[k: → l: m]");
  EXPECT_EQ(reasons("c"), "[][r]");
  EXPECT_EQ(reasons("d:"), "[]");
}

}  // namespace
}  // namespace prereq
