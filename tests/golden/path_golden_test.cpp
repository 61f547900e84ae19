// What learners and programs are told, byte for byte.
#include <gmock/gmock.h>

#include <string>

#include "prereq/page_report.hpp"
#include "prereq/path_report.hpp"
#include "prereq/read.hpp"
#include "support/golden_file.hpp"

namespace prereq {
namespace {

using testing::expect_golden;

constexpr std::string_view text = R"yaml(
sections:
  math:
    title: Mathematics
    topics:
      algebra: {hours: 40, resources: "[Algebra by Khan Academy](https://example.org/algebra)"
}
      linear-algebra: {hours: 30-40, requires: [algebra]}
      statistics: {requires: [algebra]}
  practice:
    title: Programming, and what else one has to be able to do before anything interesting can be built
    topics:
      python:
        hours: 25
        resources:
          - {title: Intro to Python, by: Harvard, url: "https://example.org/a-rather-long-address/that-goes-on-and-on/intro-to-python", cost: free, part: weeks 0-6}
      lab: {hours: 2, corequisites: [deep-learning]}
      pytorch: {hours: 12.5, requires: [python]}
      tensorflow: {hours: 20, requires: [python]}
topics:
  deep-learning:
    title: "Deep learning: \x1b[31mnets, 深層学習 and all that belongs to them in a title that is much too long"
    hours: 40
    level: core
    note: Do the exercises.
    requires:
      - {topic: linear-algebra, because: a layer is a matrix}
      - any: [tensorflow, pytorch, {all: [statistics, python]}]
      - {at-least: 1, of: [statistics, linear-algebra]}
    recommends: [git]
    corequisites: [lab]
  git: {hours: 20min}
  knot: {hours: 1, requires: [knot]}
goals:
  engineer: {title: Network engineer, requires: [deep-learning]}
  blocked: {title: Blocked, requires: [knot]}
)yaml";

class PathGolden : public ::testing::Test {
 protected:
  PathGolden() : graph_(read()) {}

  TopicGraph read() {
    std::string file(text);
    const std::string knot = "  knot: {hours: 1, requires: [knot]}\n";
    file.insert(file.find("goals:\n"), knot);
    Diagnostics diagnostics;
    const FileId id = sources_.add("sample.yaml", std::string(text));
    Roadmap roadmap = read_roadmap(sources_, id, diagnostics);
    for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
    return TopicGraph(std::move(roadmap));
  }

  Path path_to(const std::string& name, PathOptions options = {}) {
    Diagnostics diagnostics;
    const std::vector<std::string> names{name};
    const Targets targets = resolve_targets(names, graph_.roadmap(), diagnostics);
    options.compare_alternatives = true;
    return shortest_path(graph_, targets, options, diagnostics).value();
  }
  TopicIndex topic(std::string_view id) const { return *graph_.roadmap().find_topic(id); }

  Sources sources_;
  TopicGraph graph_;
};

TEST_F(PathGolden, PathAsText) {
  expect_golden(path_text(graph_, path_to("engineer")), "tests/golden/path/path.txt");
}

TEST_F(PathGolden, PathAsTextIsExplainedInColorOnANarrowTerminal) {
  expect_golden(path_text(graph_, path_to("engineer"), {50, true, true}),
                "tests/golden/path/path_narrow.txt");
}

TEST_F(PathGolden, PathThatIsNotProvenIsNotCalledShortest) {
  Path path = path_to("engineer");
  path.optimal = false;
  path.lower_bound = path.total * 9 / 10;
  expect_golden(path_text(graph_, path), "tests/golden/path/path_unproven.txt");
}

TEST_F(PathGolden, PathAsJson) {
  expect_golden(path_json(graph_, path_to("engineer")), "tests/golden/path/path.json");
}

TEST_F(PathGolden, PathAsMarkdown) {
  expect_golden(path_markdown(graph_, path_to("engineer")), "tests/golden/path/path.md");
}

TEST_F(PathGolden, PathOnAPage) {
  const Path path = path_to("engineer");
  std::string markdown;
  std::string html;
  for (const PathShape shape : {PathShape::table, PathShape::outline, PathShape::checklist}) {
    markdown += path_page(graph_, path, PageFormat::markdown, shape) + "\n";
    html += path_page(graph_, path, PageFormat::html, shape);
  }
  expect_golden(markdown, "tests/golden/path/page.md");
  expect_golden(html, "tests/golden/path/page.html");
}

TEST_F(PathGolden, NextAndGoalsOnAPage) {
  Diagnostics diagnostics;
  PathOptions options;
  options.known = {topic("algebra")};
  const Next next = next_topics(graph_, {}, options, diagnostics).value();
  const std::vector<GoalProgress> goals = goal_progress(graph_, options);
  expect_golden(next_page(graph_, next, PageFormat::markdown) + "\n" +
                    goals_page(graph_, goals, PageFormat::markdown),
                "tests/golden/path/tables.md");
  expect_golden(
      next_page(graph_, next, PageFormat::html) + goals_page(graph_, goals, PageFormat::html),
      "tests/golden/path/tables.html");
}

TEST_F(PathGolden, NothingLeftToLearn) {
  PathOptions options;
  options.known = {topic("deep-learning")};
  EXPECT_EQ(path_text(graph_, path_to("engineer", options)),
            "Nothing left to learn for Network engineer.\n");
}

TEST_F(PathGolden, WhyAsTextAndJson) {
  const Why why = why_topic(graph_, topic("algebra"), topic("deep-learning"));
  const Why reverse = why_topic(graph_, topic("deep-learning"), topic("algebra"));
  const Why none = why_topic(graph_, topic("git"), topic("deep-learning"));
  expect_golden(why_text(graph_, why, "algebra", "deep-learning") + "----\n" +
                    why_text(graph_, reverse, "deep-learning", "algebra") + "----\n" +
                    why_text(graph_, none, "git", "deep-learning"),
                "tests/golden/path/why.txt");
  expect_golden(why_json(graph_, why) + why_json(graph_, reverse), "tests/golden/path/why.json");
}

TEST_F(PathGolden, NextAsTextAndJson) {
  Diagnostics diagnostics;
  PathOptions options;
  options.known = {topic("algebra")};
  const Next next = next_topics(graph_, {}, options, diagnostics).value();
  expect_golden(next_text(graph_, next), "tests/golden/path/next.txt");
  expect_golden(next_json(graph_, next), "tests/golden/path/next.json");
}

TEST_F(PathGolden, GoalsAsTextAndJson) {
  PathOptions options;
  options.known = {topic("algebra")};
  const std::vector<GoalProgress> goals = goal_progress(graph_, options);
  expect_golden(goals_text(graph_, goals), "tests/golden/path/goals.txt");
  expect_golden(goals_json(graph_, goals), "tests/golden/path/goals.json");
}

TEST_F(PathGolden, TopicAsTextAndJson) {
  const TopicDetails details = topic_details(graph_, topic("deep-learning"));
  expect_golden(topic_text(graph_, details), "tests/golden/path/topic.txt");
  expect_golden(topic_json(graph_, details), "tests/golden/path/topic.json");
}

}  // namespace
}  // namespace prereq
