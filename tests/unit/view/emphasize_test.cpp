// What a view brings out: cards, edges and words.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "prereq/metrics.hpp"
#include "prereq/read.hpp"
#include "prereq/split_view.hpp"
#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using testing::card;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr std::string_view school = R"yaml(title: School
sections:
  math:
    title: Mathematics
    topics:
      algebra: {hours: 4}
      calculus: {hours: 10, requires: [algebra]}
      proofs: {hours: 3, requires: [algebra]}
  code:
    title: Code
    topics:
      python: {hours: 6, requires: [algebra]}
      torch: {hours: 2, requires: [python]}
topics:
  nets: {hours: 6, requires: [calculus, {any: [torch, proofs]}]}
goals:
  build: {title: Build one, requires: [nets]}
  prove: {title: Prove it, requires: [proofs]}
)yaml";

// And pennants, each after its card.
std::vector<std::string> strong_cards(const View& view) {
  std::vector<std::string> ids;
  for (const ViewCard& each : view.cards) {
    if (each.emphasis == Emphasis::strong) ids.push_back(each.id);
    for (const ViewPennant& pennant : each.pennants) {
      if (pennant.emphasis == Emphasis::strong) ids.push_back(pennant.id);
    }
  }
  return ids;
}

std::vector<std::string> strong_edges(const View& view) {
  std::vector<std::string> ends;
  for (const ViewEdge& each : view.edges) {
    if (each.emphasis == Emphasis::strong) ends.push_back(each.from + " " + each.to);
  }
  return ends;
}

// As `id number shade`, of those that block any.
std::vector<std::string> blocking(const View& view) {
  std::vector<std::string> lines;
  for (const ViewCard& each : view.cards) {
    if (each.blocks > 0) lines.push_back(fmt::format("{} {} {}", each.id, each.blocks, each.shade));
  }
  return lines;
}

ViewOptions critical() {
  ViewOptions options;
  options.emphasizing = Emphasizing::critical;
  return options;
}

View critical_path_of(std::string_view yaml) { return select_view(graph_of(yaml), critical()); }

TEST(Emphasize, BringsOutNothingUnlessAsked) {
  const View view = select_view(graph_of(school), {});
  EXPECT_THAT(strong_cards(view), IsEmpty());
  EXPECT_THAT(blocking(view), IsEmpty());
  EXPECT_EQ(view.shows, "");
}

TEST(Emphasize, FindsTheChainWithMostHoursAndItsGoal) {
  const View view = critical_path_of(school);
  EXPECT_THAT(strong_cards(view), ElementsAre("algebra", "calculus", "nets", "build"));
  EXPECT_THAT(strong_edges(view), ElementsAre("algebra calculus", "calculus nets"));
  EXPECT_EQ(card(view, "proofs").emphasis, Emphasis::quiet);
  EXPECT_EQ(card(view, "proofs").pennants.at(0).emphasis, Emphasis::quiet);
}

TEST(Emphasize, SaysSoInWords) {
  const View view = critical_path_of(school);
  EXPECT_EQ(view.shows, "The critical path brought out: 3 topics, 20 h");
  EXPECT_THAT(view.description, StartsWith("A prerequisite graph of 6 topics"));
  EXPECT_THAT(view.description, HasSubstr("3 topics, 20 h. In order: Algebra, Calculus, Nets."));
  EXPECT_THAT(card(view, "calculus").label, HasSubstr(" It is on the critical path."));
  EXPECT_THAT(card(view, "calculus").tooltip, ElementsAre("is on the critical path"));
  EXPECT_EQ(picture_alt(view), "School: The critical path brought out: 3 topics, 20 h");
}

TEST(Emphasize, TakesTheFirstDeclaredAndShorterOfEqualChains) {
  EXPECT_THAT(strong_cards(critical_path_of("topics: {a: {hours: 2}, b: {hours: 2}}")),
              ElementsAre("a"));
  EXPECT_THAT(strong_cards(critical_path_of(
                  "topics: {a: {hours: 1}, b: {hours: 1, requires: [a]}, c: {hours: 2}}")),
              ElementsAre("c"));
  EXPECT_THAT(strong_cards(critical_path_of("topics: {m: {hours: 0}, a: {hours: 1, requires: [m]}, "
                                            "e: {hours: 0, requires: [a]}}")),
              ElementsAre("a"))
      << "milestones at its ends take no time";
}

TEST(Emphasize, DoesNotGoThroughAChoice) {
  const View view = critical_path_of(
      "topics: {a: {hours: 50}, b: {hours: 1}, c: {hours: 2, requires: [b, {any: [a, b]}]}}");
  EXPECT_THAT(strong_cards(view), ElementsAre("a"));
}

TEST(Emphasize, LeavesOutWhatIsKnown) {
  const View view = critical_path_of(
      "topics: {a: {hours: 50, level: assumed}, b: {hours: 1, requires: [a]}, c: {hours: 2}}");
  EXPECT_THAT(strong_cards(view), ElementsAre("c"));
  EXPECT_THAT(strong_cards(critical_path_of("topics: {a: {level: assumed}}")), IsEmpty());
  EXPECT_EQ(critical_path_of("topics: {a: {level: assumed}}").cards[0].emphasis, Emphasis::none)
      << "nothing is quiet beside nothing";
}

TEST(Emphasize, IsThePathsOwnCriticalPath) {
  const TopicGraph graph = graph_of(school);
  Diagnostics diagnostics;
  ViewOptions options = critical();
  Targets targets;
  targets.goals = {0};
  options.learner = next_topics(graph, targets, {}, diagnostics).value();
  std::vector<std::string> expected;
  for (const TopicIndex t : options.learner->path->critical_path.topics) {
    expected.emplace_back(graph.roadmap().topics()[t].id);
  }
  expected.emplace_back("build");
  const View view = select_view(graph, options);
  EXPECT_EQ(strong_cards(view), expected);
  EXPECT_THAT(view.shows, HasSubstr("; the critical path brought out: 3 topics, 20 h"));
}

TEST(Emphasize, LeavesOutEdgesInACycle) {
  ViewOptions options = critical();
  options.cycles = true;
  const View view = select_view(
      graph_of("topics: {a: {hours: 3, requires: [b]}, b: {hours: 5, requires: [a]}, c: {hours: 1, "
               "requires: [b]}}"),
      options);
  EXPECT_THAT(strong_cards(view), ElementsAre("b", "c"));
}

// The picture is the same with and without; the cards tell which topic of the box is meant.
TEST(Emphasize, BringsOutArrowsAtBoxesWithWhatTheyStandFor) {
  constexpr std::string_view yaml = R"yaml(sections:
  s: {topics: {a: {hours: 1}, b: {hours: 2}, c: {hours: 3}}}
topics: {last: {hours: 1, requires: [a, b, c]}}
)yaml";
  EXPECT_EQ(select_view(graph_of(yaml), {}).edges.size(), 1U);
  const View view = critical_path_of(yaml);
  EXPECT_THAT(strong_cards(view), ElementsAre("c", "last"));
  EXPECT_THAT(strong_edges(view), ElementsAre("section:s last"));
  for (const ViewEdge& edge : view.edges) {
    EXPECT_NE(edge.emphasis, Emphasis::none) << edge.from;
  }
}

TEST(Emphasize, GivesSectionsTheMarksOfTheirTopics) {
  ViewOptions options = critical();
  options.collapse_all = true;
  const View view = select_view(graph_of(school), options);
  EXPECT_THAT(strong_cards(view), ElementsAre("math", "nets", "build"));
  EXPECT_EQ(card(view, "code").emphasis, Emphasis::quiet);
  EXPECT_THAT(strong_edges(view), ElementsAre("section:math nets"));
  EXPECT_THAT(card(view, "math").label, HasSubstr("It has 2 topics on the critical path."));
}

TEST(Emphasize, ShadesByTheBlockingFactor) {
  const TopicGraph graph = graph_of(school);
  ViewOptions options;
  options.emphasizing = Emphasizing::blocking;
  const View view = select_view(graph, options);
  EXPECT_THAT(blocking(view),
              ElementsAre("algebra 5 4", "calculus 1 1", "proofs 1 1", "python 2 2", "torch 1 1"));
  const Metrics metrics = curriculum_metrics(graph);
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    EXPECT_EQ(card(view, graph.roadmap().topics()[t].id).blocks, metrics.topics[t].blocking);
  }
  EXPECT_THAT(card(view, "python").label, HasSubstr(" It blocks 2 topics."));
  EXPECT_THAT(card(view, "torch").label, HasSubstr(" It blocks 1 topic."));
  EXPECT_EQ(view.shows, "Shaded by how many topics each blocks, most of all Algebra (5)");
}

TEST(Emphasize, CountsWhatASectionBlocksOutsideIt) {
  ViewOptions options;
  options.emphasizing = Emphasizing::blocking;
  options.collapse_all = true;
  const View view = select_view(graph_of(school), options);
  EXPECT_THAT(blocking(view), ElementsAre("math 3 4", "code 1 2"));
  EXPECT_THAT(card(view, "math").label, HasSubstr(" It blocks 3 topics."));
  EXPECT_THAT(view.shows, HasSubstr("; shaded by how many topics each blocks"));
}

// Sections are counted 64 at a time.
TEST(Emphasize, CountsManySections) {
  std::string yaml = "sections:\n";
  constexpr int sections = 130;
  for (int i = 0; i < sections; ++i) {
    const std::string before = i == 0 ? "" : fmt::format("t{}", i - 1);
    yaml += fmt::format("  s{0}: {{topics: {{t{0}: {{requires: [{1}]}}}}}}\n", i, before);
  }
  ViewOptions options;
  options.emphasizing = Emphasizing::blocking;
  options.collapse_all = true;
  const View view = select_view(graph_of(yaml), options);
  for (int i = 0; i < sections; ++i) {
    EXPECT_EQ(card(view, fmt::format("s{}", i)).blocks,
              static_cast<std::uint32_t>(sections - 1 - i));
  }
}

TEST(Emphasize, BringsOutNamedTopicsAndTheEdgesBetweenThem) {
  const TopicGraph graph = graph_of(school);
  ViewOptions options;
  options.emphasizing = Emphasizing::chosen;
  for (const char* id : {"nets", "torch", "python"}) {
    options.chosen.push_back(graph.roadmap().find_topic(id).value());
  }
  const View view = select_view(graph, options);
  EXPECT_THAT(strong_cards(view), ElementsAre("python", "torch", "nets", "nets/1"));
  EXPECT_THAT(strong_edges(view), ElementsAre("python torch", "torch nets", "nets/1 nets"));
  EXPECT_EQ(view.shows, "Python, Torch and Nets brought out");
  EXPECT_THAT(card(view, "torch").label, HasSubstr(" It is brought out."));
}

// The colon after a Hebrew title went into it.
TEST(Emphasize, SetsTitlesThatRunToTheLeftApart) {
  const View view = select_view(graph_of("topics: {a: {title: 'חימר (1).'}, b: {requires: [a]}}"),
                                {.emphasizing = Emphasizing::blocking});
  EXPECT_EQ(view.shows,
            "Shaded by how many topics each blocks, most of all \u2068חימר (1).\u2069 (1)");
}

TEST(Emphasize, WorksOnEveryPageOfASplitRoadmap) {
  for (const ViewPage& page : split_view(graph_of(school), critical(), ".svg")) {
    EXPECT_THAT(page.view.shows, HasSubstr("critical path")) << page.name;
    EXPECT_FALSE(strong_cards(page.view).empty()) << page.name;
  }
}

}  // namespace
}  // namespace prereq
