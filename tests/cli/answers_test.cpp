#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

// path, why, next, show and goals.
class Answers : public ::testing::Test {
 protected:
  Answers() { folder_.file("small.yaml", testing::small_roadmap); }

  Outcome run(std::vector<std::string> arguments) const {
    return prereq(std::move(arguments), {.folder = folder_.path()});
  }
  // What a command that succeeds says in JSON.
  json answer(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome result = run(std::move(arguments));
    EXPECT_EQ(result.status, 0) << result.err;
    return json::parse(result.out);
  }
  std::vector<std::string> steps(std::vector<std::string> options) const {
    options.insert(options.begin(), {"path", "small.yaml"});
    std::vector<std::string> topics;
    const json path = answer(options);
    for (const json& step : path.at("steps")) topics.push_back(step.at("topic"));
    return topics;
  }

  TemporaryFolder folder_;
};

TEST_F(Answers, PathGoesToGoalsAndTopics) {
  EXPECT_THAT(steps({"--to", "analyst"}), ElementsAre("algebra", "calculus", "statistics"));
  EXPECT_THAT(steps({"--to", "calculus"}), ElementsAre("algebra", "calculus"));
  EXPECT_THAT(steps({"--to", "calculus,statistics"}), steps({"--to", "all"}));
  EXPECT_THAT(steps({"--to", "calculus", "--to", "statistics"}), steps({"--to", "analyst"}));
}

TEST_F(Answers, PathLeavesOutWhatIsKnown) {
  folder_.file("known.txt", "# mine\nalgebra,\ncalculus\n");
  EXPECT_THAT(steps({"--to", "analyst", "--known", "algebra"}),
              ElementsAre("calculus", "statistics"));
  EXPECT_THAT(steps({"--to", "analyst", "--known", "calculus"}), ElementsAre("statistics"));
  EXPECT_THAT(steps({"--to", "analyst", "--known", "calculus", "--known-exactly"}),
              ElementsAre("algebra", "statistics"));
  EXPECT_THAT(steps({"--to", "analyst", "--known-file", "known.txt"}), ElementsAre("statistics"));
}

TEST_F(Answers, PathNeedsSomewhereToGo) {
  const Outcome result = run({"path", "small.yaml"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "prereq path: say what to reach: --to GOAL\nsee 'prereq path --help'\n");
}

TEST_F(Answers, AnUnknownGoalIsAnErrorWithTheNearestName) {
  const Outcome result = run({"path", "small.yaml", "--to", "analist"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("error: "));
  EXPECT_THAT(result.err, HasSubstr("'analist'"));
  EXPECT_THAT(result.err, HasSubstr("did you mean 'analyst'?"));
}

TEST_F(Answers, AnUnknownKnownTopicIsAWarningUnlessQuiet) {
  const std::vector<std::string> arguments = {"path",    "small.yaml", "--to",
                                              "analyst", "--known",    "algebr"};
  const Outcome result = run(arguments);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("warning: "));
  EXPECT_THAT(result.err, HasSubstr("did you mean 'algebra'?"));
  std::vector<std::string> quiet = arguments;
  quiet.emplace_back("-q");
  EXPECT_EQ(run(quiet).err, "");
  EXPECT_EQ(run(quiet).out, result.out);
}

TEST_F(Answers, QuoteLongNamesInPart) {
  const std::string name(5000, 'x');
  const Outcome result = run({"next", "small.yaml", "--known", name});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("'" + name.substr(0, 60) + "…' is not a topic"));
}

TEST_F(Answers, ReadNoEndlessListOfWhatIsKnown) {
  const Outcome result = run({"next", "small.yaml", "--known-file", "/dev/zero"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "prereq: '/dev/zero' is larger than a list may be, which is 16 MiB\n");
}

TEST_F(Answers, WhyKnowsThatNothingDependsOnAGoal) {
  const Outcome topic = run({"why", "small.yaml", "--to", "statistics", "--from", "analyst"});
  EXPECT_EQ(topic.status, 1);
  EXPECT_EQ(topic.out,
            "'statistics' does not depend on 'analyst'; it is the other way round:\n"
            "Statistics\n"
            "→ needed for Analyst\n");
  const Outcome goal = run({"why", "small.yaml", "--to", "analyst", "--from", "analyst"});
  EXPECT_EQ(goal.status, 1);
  EXPECT_EQ(goal.out, "'analyst' does not depend on 'analyst'.\n");
}

TEST_F(Answers, WhyShowsTheChainOrSaysThereIsNone) {
  const json chain = answer({"why", "small.yaml", "--to", "analyst", "--from", "algebra"});
  EXPECT_EQ(chain.at("chain").size(), 3U);
  const json direct = answer({"why", "small.yaml", "--to", "calculus", "--from", "algebra"});
  EXPECT_EQ(direct.at("reasons"), json::array({"slopes are equations"}));
  EXPECT_EQ(run({"why", "small.yaml", "--to", "algebra", "--from", "calculus"}).status, 1);
  EXPECT_EQ(run({"why", "small.yaml", "--to", "calculus", "--from", "statistics"}).status, 1);
  EXPECT_EQ(run({"why", "small.yaml", "--to", "nothing", "--from", "algebra"}).status, 1);
}

TEST_F(Answers, WhyNeedsTwoSingleEnds) {
  EXPECT_EQ(run({"why", "small.yaml", "--to", "calculus"}).err,
            "prereq why: say both ends: --to TOPIC --from PREREQUISITE\nsee 'prereq why --help'\n");
  EXPECT_EQ(run({"why", "small.yaml", "--to", "all", "--from", "algebra"}).err,
            "prereq why: 'all' is not one topic or goal\nsee 'prereq why --help'\n");
}

TEST_F(Answers, NextListsWhatCanBeStarted) {
  const json now = answer({"next", "small.yaml"});
  ASSERT_EQ(now.at("ready").size(), 1U);
  EXPECT_EQ(now.at("ready")[0].at("topic"), "algebra");
  EXPECT_EQ(now.at("ready")[0].at("unlocks"), 2);
  const json then = answer({"next", "small.yaml", "--known", "algebra", "--to", "calculus"});
  ASSERT_EQ(then.at("ready").size(), 1U);
  EXPECT_EQ(then.at("ready")[0].at("topic"), "calculus");
}

TEST_F(Answers, ShowTellsAboutOneTopic) {
  EXPECT_EQ(answer({"show", "small.yaml", "calculus"}).at("version"), 1);
  const Outcome text = run({"show", "small.yaml", "calculus"});
  EXPECT_THAT(text.out, HasSubstr("Algebra"));
  EXPECT_THAT(text.out, HasSubstr("slopes are equations"));
  const Outcome unknown = run({"show", "small.yaml", "calcullus"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'calculus'?"));
}

TEST_F(Answers, GoalsTellHowFarTheyAre) {
  const json goals = answer({"goals", "small.yaml", "--known", "algebra"}).at("goals");
  ASSERT_EQ(goals.size(), 1U);
  EXPECT_EQ(goals[0].at("goal"), "analyst");
  EXPECT_EQ(goals[0].at("topics"), 2);
  EXPECT_EQ(goals[0].at("hours"), 50);
}

TEST_F(Answers, NextAndGoalsTakeTheConditionsOfPaths) {
  const json blocked = answer({"goals", "small.yaml", "--avoid", "algebra"}).at("goals");
  EXPECT_EQ(blocked[0].at("reachable"), false);
  EXPECT_THAT(answer({"next", "small.yaml", "--avoid", "algebra"}).at("ready"), IsEmpty());
  const Outcome unreachable =
      run({"next", "small.yaml", "--to", "calculus", "--avoid", "algebra", "--free"});
  EXPECT_EQ(unreachable.status, 1);
  EXPECT_THAT(unreachable.err, HasSubstr("cannot be reached without 'algebra' (avoided)"));
  EXPECT_EQ(run({"next", "small.yaml", "--with", "algebra"}).err,
            "prereq next: --with needs --to\nsee 'prereq next --help'\n");
}

TEST_F(Answers, FitEightyColumnsAndCanGoToAFile) {
  const std::vector<std::vector<std::string>> all = {
      {"path", "small.yaml", "--to", "analyst"},
      {"why", "small.yaml", "--to", "analyst", "--from", "algebra"},
      {"next", "small.yaml"},
      {"show", "small.yaml", "calculus"},
      {"goals", "small.yaml"}};
  for (std::vector<std::string> arguments : all) {
    const Outcome result = run(arguments);
    EXPECT_EQ(result.status, 0) << arguments[0] << result.err;
    EXPECT_EQ(result.err, "");
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;

    arguments.insert(arguments.end(), {"-o", "answer.txt"});
    EXPECT_EQ(run(arguments).out, "");
    EXPECT_EQ(read_text(folder_.path() / "answer.txt"), result.out);
  }
}

TEST_F(Answers, StopOnErrorsInTheRoadmap) {
  folder_.file("bad.yaml", testing::roadmap_with_error);
  const std::vector<std::vector<std::string>> all = {
      {"path", "bad.yaml", "--to", "physics"},
      {"why", "bad.yaml", "--to", "physics", "--from", "algebra"},
      {"next", "bad.yaml"},
      {"show", "bad.yaml", "physics"},
      {"goals", "bad.yaml"}};
  for (const std::vector<std::string>& arguments : all) {
    const Outcome result = run(arguments);
    EXPECT_EQ(result.status, 1) << arguments[0];
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, HasSubstr("bad.yaml:4:54: error: topic 'algebr' is not defined"));
  }
}

TEST(AnswerFiles, HaveTheFormatThatTheExtensionSays) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  const auto run = [&](std::vector<std::string> arguments) {
    return prereq(std::move(arguments), {.folder = folder.path()});
  };
  struct Case {
    std::vector<std::string> command;
    std::string extension;
    std::string format;
  };
  const std::vector<std::string> path = {"path", "a.yaml", "--to", "analyst"};
  for (const Case& each : std::vector<Case>{{path, "json", "json"},
                                            {path, "csv", "csv"},
                                            {path, "md", "markdown"},
                                            {path, "html", "html"},
                                            {path, "txt", "text"},
                                            {path, "out", "text"},
                                            {{"next", "a.yaml"}, "json", "json"},
                                            {{"next", "a.yaml"}, "csv", "text"},
                                            {{"goals", "a.yaml"}, "md", "markdown"},
                                            {{"stats", "a.yaml"}, "csv", "csv"},
                                            {{"check", "a.yaml"}, "sarif", "sarif"}}) {
    const std::string file = "result." + each.extension;
    std::vector<std::string> by_name = each.command;
    by_name.insert(by_name.end(), {"-o", file});
    EXPECT_EQ(run(by_name).err, "") << file;
    std::vector<std::string> by_format = each.command;
    by_format.insert(by_format.end(), {"--format", each.format});
    EXPECT_EQ(testing::read_text(folder.path() / file), run(by_format).out)
        << each.command.front() << " " << file;
  }
}

TEST(AnswerFiles, HaveTheFormatThatWasTypedBeforeThatOfTheExtension) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  folder.file(".prereq.toml", "[goals]\nformat = \"json\"\n");
  const auto first = [&](const std::string& file, const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"goals", "a.yaml", "-o", file};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(prereq(arguments, {.folder = folder.path()}).err, "");
    return testing::read_text(folder.path() / file).substr(0, 1);
  };
  EXPECT_EQ(first("a.md", {}), "|");
  EXPECT_EQ(first("a.md", {"--format", "json"}), "{");
  EXPECT_EQ(first("a", {}), "{");
  EXPECT_EQ(
      prereq({"path", "a.yaml", "--to", "analyst", "-o", "plan.ics"}, {.folder = folder.path()})
          .err,
      "prereq path: --format ics needs --pace and --start\nsee 'prereq path --help'\n");
}

TEST(ResourcesCommand, ListsWhatASectionIsLearnedWith) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", R"yaml(sections:
  math:
    resources: "[Maths <online>](https://example.org/m)"
    topics:
      algebra: {hours: 40, resources: [{title: Book, cost: paid}]}
    sections:
      logic: {topics: {sets: {hours: 2, resources: "[Sets](https://example.org/s)"}}}
  play: {topics: {games: {}}}
)yaml");
  EXPECT_EQ(prereq({"resources", file, "math"}).out,
            "- [Maths &lt;online&gt;](<https://example.org/m>)\n"
            "- **Algebra** (40 h)\n"
            "    - Book (paid)\n"
            "- **Logic**\n"
            "    - **Sets** (2 h)\n"
            "        - [Sets](<https://example.org/s>)\n");
  EXPECT_EQ(prereq({"resources", file, "play", "--format", "html"}).out, "<p>No resources.</p>\n");
  EXPECT_EQ(prereq({"resources", file, "section:math"}).out,
            prereq({"resources", file, "math"}).out);
  EXPECT_THAT(prereq({"path", file, "--to", "section:MATH"}).err,
              HasSubstr("section 'MATH' is not defined; did you mean 'math'?"));
  const Outcome unknown = prereq({"resources", file, "maths"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(unknown.err,
            "error: section 'maths' is not defined; did you mean 'math'? [unknown-section]\n");
}

constexpr const char* sections_roadmap =
    "sections:\n"
    "  math:\n"
    "    topics: {algebra: {hours: 4}, calculus: {hours: 2, requires: [algebra]}}\n"
    "  practice:\n"
    "    requires: [section:math, {topic: git, because: you keep it there}]\n"
    "    recommends: [coffee]\n"
    "    topics: {project: {hours: 3}}\n"
    "  links: {title: Papers, resources: '[P](https://p.example)'}\n"
    "topics: {git: {hours: 1}, coffee: {hours: 1}, exam: {hours: 1, requires: "
    "[section:practice]}}\n"
    "goals: {done: {requires: [exam, section:links, any: [section:practice, coffee]]}}\n";

TEST_F(Answers, WhyNamesTheSectionsThatALinkComesFrom) {
  folder_.file("sections.yaml", sections_roadmap);
  EXPECT_EQ(run({"why", "sections.yaml", "--to", "exam", "--from", "calculus"}).out,
            "Calculus\n"
            "→ needed for Project\n"
            "    section Practice requires all of section Math\n"
            "→ needed for Exam\n"
            "    all of section Practice is required\n");
  const json why = answer({"why", "sections.yaml", "--to", "exam", "--from", "git"});
  EXPECT_EQ(why.at("reasons"),
            json::array({"you keep it there", "all of section Practice is required"}));
  EXPECT_THAT(run({"why", "sections.yaml", "--to", "project", "--from", "git"}).out,
              HasSubstr("    section Practice requires it\n    because you keep it there\n"));
  EXPECT_THAT(run({"why", "sections.yaml", "--to", "done", "--from", "project"}).out,
              HasSubstr("→ one way to Done\n    all of section Practice is one way\n"));
}

TEST_F(Answers, ShowTellsWhatATopicsSectionRequires) {
  folder_.file("sections.yaml", sections_roadmap);
  EXPECT_THAT(run({"show", "sections.yaml", "project"}).out,
              HasSubstr("\nRequires\n"
                        "  all of Math\n"
                        "    section Practice requires all of section Math\n"
                        "  Git\n"
                        "    section Practice requires it\n"
                        "    because you keep it there\n"
                        "\nRecommends\n"
                        "  Coffee\n"
                        "    section Practice recommends it\n"));
  EXPECT_THAT(run({"show", "sections.yaml", "exam"}).out,
              HasSubstr("\nRequires\n  all of Practice\n\n"));
  EXPECT_THAT(run({"show", "sections.yaml", "algebra"}).out,
              HasSubstr("Unlocks\n  Calculus, Project"));
}

TEST_F(Answers, PathAndNextHoldWhatSectionsRequire) {
  folder_.file("sections.yaml", sections_roadmap);
  const json path = answer({"path", "sections.yaml", "--to", "done"});
  std::vector<std::string> topics;
  for (const json& step : path.at("steps")) topics.push_back(step.at("topic"));
  EXPECT_THAT(topics, ::testing::UnorderedElementsAre("algebra", "calculus", "git", "project",
                                                      "exam", "links"));
  const json next = answer({"next", "sections.yaml", "--known", "calculus"});
  std::vector<std::string> ready;
  for (const json& each : next.at("ready")) ready.push_back(each.at("topic"));
  EXPECT_THAT(ready, ::testing::UnorderedElementsAre("git", "coffee", "links"));
}

// "é" as one character in the roadmap, and as two by whoever asks.
TEST_F(Answers, FindNamesHoweverTheyAreComposed) {
  folder_.file("cafe.yaml",
               "sections: {\u00e9t\u00e9: {topics: {caf\u00e9: {hours: 1}}}}\n"
               "topics: {b: {requires: [caf\u00e9]}}\n");
  folder_.file("known.txt", "cafe\u0301\n");
  folder_.file(".prereq.toml", "known = [\"cafe\u0301\"]\n");
  EXPECT_EQ(answer({"path", "cafe.yaml", "--to", "cafe\u0301"}).at("total"), 0);
  for (const std::vector<std::string>& known :
       {std::vector<std::string>{"--known", "cafe\u0301"}, {"--known-file", "known.txt"}, {}}) {
    std::vector<std::string> arguments = {"path", "cafe.yaml", "--to", "b"};
    arguments.insert(arguments.end(), known.begin(), known.end());
    EXPECT_EQ(answer(arguments).at("steps").size(), 1U);
  }
  EXPECT_EQ(run({"why", "cafe.yaml", "--to", "b", "--from", "cafe\u0301"}).status, 0);
  EXPECT_EQ(run({"resources", "cafe.yaml", "e\u0301te\u0301"}).status, 0);
  for (const std::string option : {"--around=cafe\u0301", "--collapse=e\u0301te\u0301",
                                   "--emphasize=cafe\u0301", "--to=cafe\u0301"}) {
    const Outcome drawn = run({"render", "cafe.yaml", option});
    EXPECT_EQ(drawn.status, 0) << option << drawn.err;
  }
}

TEST_F(Answers, NameWhatDiffersByWhatCannotBeSeen) {
  folder_.file("hidden.yaml", "topics:\n  algebra: {}\n  b: {requires: [alge\u200bbra]}\n");
  const Outcome check = run({"check", "hidden.yaml"});
  EXPECT_THAT(check.out + check.err, HasSubstr("topic 'alge\\u200bbra' is not defined"));
  EXPECT_THAT(check.out + check.err,
              HasSubstr("'algebra' is defined here: the two differ by characters that cannot be "
                        "seen"));
}

}  // namespace
}  // namespace prereq
