// Pictures of parts of a roadmap, as asked for on the command line.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

constexpr std::string_view sections = R"(title: Sections
sections:
  math: {title: Mathematics, topics: {algebra: {hours: 4}, calculus: {requires: [algebra]}}}
  code: {title: Code, topics: {python: {requires: [algebra]}, nets: {requires: [{any: [python, calculus]}]}}}
topics: {art: {level: optional, requires: [nets]}}
goals: {build: {title: Build one, requires: [nets]}}
)";

constexpr std::string_view cyclic = R"(topics:
  a: {requires: [b]}
  b: {requires: [a]}
)";

class RenderViews : public ::testing::Test {
 protected:
  RenderViews() {
    folder_.file("r.yaml", sections);
    folder_.file("cyclic.yaml", cyclic);
  }

  // Runs in the folder of the roadmaps.
  Outcome run(std::vector<std::string> arguments) const {
    return prereq(std::move(arguments), {.folder = folder_.path()});
  }
  Outcome render(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"render", "r.yaml"});
    return run(std::move(arguments));
  }
  void expect_usage_error(const std::vector<std::string>& arguments,
                          const std::string& message) const {
    const Outcome outcome = render(arguments);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_EQ(outcome.err, "prereq render: " + message + "\nsee 'prereq render --help'\n");
    EXPECT_EQ(outcome.out, "");
  }

  TemporaryFolder folder_;
};

TEST_F(RenderViews, DrawExactlyTheStepsOfThePath) {
  const std::vector<std::string> wish = {"--to",    "build",   "--known",
                                         "algebra", "--avoid", "calculus"};
  std::vector<std::string> path = {"path", "r.yaml", "--format", "csv"};
  path.insert(path.end(), wish.begin(), wish.end());
  const Outcome steps = run(path);
  EXPECT_EQ(steps.status, 0);
  EXPECT_THAT(steps.out, HasSubstr("python"));
  const Outcome drawn = render(wish);
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_THAT(drawn.out, HasSubstr("data-topic=\"python\" data-step=\"1\" data-state=\"ready\""));
  EXPECT_THAT(drawn.out, HasSubstr("data-topic=\"nets\" data-step=\"2\" data-state=\"blocked\""));
  EXPECT_THAT(drawn.out, HasSubstr("data-topic=\"algebra\" data-state=\"done\""));
  EXPECT_THAT(drawn.out, Not(HasSubstr("data-topic=\"calculus\"")));
  EXPECT_THAT(drawn.out,
              HasSubstr("The shortest path to Build one: 2 topics, 2 h, without Calculus"));
}

TEST_F(RenderViews, CompareWithThePathOnBadGoals) {
  for (const std::vector<std::string>& wish : {std::vector<std::string>{"--to", "bild"},
                                               {"--to", "build", "--avoid", "nets"},
                                               {"--to", "build", "--avoid", "nothing"}}) {
    std::vector<std::string> path = {"path", "r.yaml"};
    path.insert(path.end(), wish.begin(), wish.end());
    const Outcome walked = run(path);
    const Outcome drawn = render(wish);
    EXPECT_EQ(walked.status, 1);
    EXPECT_EQ(drawn.status, 1);
    EXPECT_EQ(drawn.err, walked.err);
    EXPECT_EQ(drawn.out, "");
  }
}

TEST_F(RenderViews, ReadWhatIsKnownFromAFileAndWarnOfUnknownNames) {
  folder_.file("known.txt", "algebra # from school\nlatin\n");
  const Outcome drawn = render({"--known-file", "known.txt"});
  EXPECT_EQ(drawn.status, 0);
  EXPECT_THAT(drawn.err, HasSubstr("warning: "));
  EXPECT_THAT(drawn.out, HasSubstr("1 of 5 topics done, 2 ready to start"));
  EXPECT_EQ(render({"--known-file", "known.txt", "-q"}).err, "");
}

TEST_F(RenderViews, OfASlowMachineAreNotCalledShortest) {
  // Too many choices for no time at all.
  std::string yaml = "topics:\n";
  for (int t = 0; t < 60; ++t) yaml += "  t" + std::to_string(t) + ": {hours: 1}\n";
  yaml += "goals:\n  g:\n    requires:\n";
  for (int c = 0; c < 120; ++c) {
    yaml += "      - any: [t" + std::to_string(c * 7 % 60) + ", t" +
            std::to_string(c * 11 % 60 ^ 1) + ", t" + std::to_string((c * 13 + 5) % 60) + "]\n";
  }
  folder_.file("hard.yaml", yaml);
  const Outcome drawn = run({"render", "hard.yaml", "--to", "g", "--time-limit", "0"});
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_THAT(drawn.out, HasSubstr("The best path found to G: "));
  EXPECT_THAT(drawn.out, Not(HasSubstr("shortest")));
}

TEST_F(RenderViews, HearEveryOption) {
  const std::string plain = render({}).out;
  for (const std::vector<std::string>& options : {std::vector<std::string>{"--level", "core"},
                                                  {"--around", "nets"},
                                                  {"--around", "nets", "--depth", "all"},
                                                  {"--around", "nets", "--upstream"},
                                                  {"--around", "nets", "--downstream"},
                                                  {"--collapse", "math"},
                                                  {"--collapse", "section:code"},
                                                  {"--collapse", "all"},
                                                  {"--emphasize", "critical"},
                                                  {"--emphasize", "blocking"},
                                                  {"--emphasize", "python,nets"},
                                                  {"--paper", "transparent"},
                                                  {"--detail", "title"},
                                                  {"--known-exactly"}}) {
    const Outcome drawn = render(options);
    EXPECT_EQ(drawn.status, 0) << options.back() << drawn.err;
    EXPECT_TRUE(drawn.out != plain) << options.back();
  }
  EXPECT_TRUE(render({"--level", "all", "--detail", "summary", "--paper", "auto"}).out == plain);
  EXPECT_EQ(render({"--around", "nets", "--upstream", "--downstream"}).out,
            render({"--around", "nets"}).out);
}

TEST_F(RenderViews, BringOutAPartOfAnyOtherView) {
  const std::string said = " on the critical path.\"";
  for (const std::vector<std::string>& view : {std::vector<std::string>{},
                                               {"--to", "build"},
                                               {"--known", "algebra"},
                                               {"--around", "nets"},
                                               {"--collapse", "math"},
                                               {"--level", "core"},
                                               {"--direction", "right"}}) {
    std::vector<std::string> options = view;
    options.insert(options.end(), {"--emphasize", "critical"});
    const Outcome drawn = render(options);
    EXPECT_EQ(drawn.status, 0) << drawn.err;
    EXPECT_THAT(drawn.out, HasSubstr(said));
    EXPECT_THAT(drawn.out, HasSubstr("ritical path brought out: "));
  }
  EXPECT_THAT(render({"--emphasize", "blocking"}).out, HasSubstr("It blocks 4 topics."));
  EXPECT_THAT(render({"--emphasize", "section:code"}).out,
              HasSubstr("Python and Nets brought out"));
  EXPECT_EQ(render({"--emphasize", "python", "--emphasize", "nets"}).out,
            render({"--emphasize", "nets,python"}).out);
}

TEST_F(RenderViews, BringOutNothingThatIsNotDefined) {
  const Outcome drawn = render({"--emphasize", "pyton"});
  EXPECT_EQ(drawn.status, 1);
  EXPECT_EQ(drawn.out, "");
  EXPECT_EQ(drawn.err, render({"--around", "pyton"}).err);
  EXPECT_THAT(drawn.err, HasSubstr("did you mean 'python'?"));
  EXPECT_EQ(render({"--emphasize", "critical,python"}).status, 1) << "then it is the id of a topic";
}

TEST_F(RenderViews, LeaveThePaperToGraphvizWhereItWrites) {
  expect_usage_error({"--paper", "transparent", "--renderer", "graphviz"},
                     "--paper transparent is of what prereq draws: leave out --renderer graphviz");
  folder_.file(".prereq.toml", "[render]\npaper = \"transparent\"\nemphasize = \"blocking\"\n");
  EXPECT_THAT(render({}).out, HasSubstr("class=\"plate\""));
  EXPECT_THAT(render({}).out, HasSubstr("It blocks 4 topics."));
  EXPECT_EQ(render({"--renderer", "graphviz"}).status, 0);
}

TEST_F(RenderViews, RefuseWhatContradictsItself) {
  expect_usage_error({"--depth", "2"}, "--depth needs --around");
  expect_usage_error({"--upstream"}, "--upstream needs --around");
  expect_usage_error({"--avoid", "nets"}, "--avoid needs --to");
  expect_usage_error({"--free"}, "--free needs --to");
  expect_usage_error({"--by", "topics"}, "--by needs --to");
  expect_usage_error({"--time-limit", "1"}, "--time-limit needs --to");
  expect_usage_error({"--to", "build", "--around", "nets"}, "--to and --around exclude each other");
  expect_usage_error({"--to", "build", "--collapse", "all"},
                     "--to and --collapse exclude each other");
  expect_usage_error({"--to", "build", "--level", "core"}, "--to and --level exclude each other");
  expect_usage_error({"--around", "nets", "--collapse", "all"},
                     "--around and --collapse exclude each other");
  expect_usage_error({"--around", "nets", "--depth", "0"},
                     "--depth: '0' is neither all nor a number of steps from 1 to 1000000");
  expect_usage_error({"--split"}, "say which folder the pictures go to: --split -o FOLDER");
  expect_usage_error({"--split", "-o", "a", "-o", "b"},
                     "say which folder the pictures go to: --split -o FOLDER");
  expect_usage_error({"--split", "-o", "a", "--collapse", "all"},
                     "--split and --collapse exclude each other");
  expect_usage_error({"--split", "-o", "a", "--format", "dot"},
                     "--split draws SVG, whose links lead from picture to picture");
  expect_usage_error({"--split", "-o", "a", "--id-prefix", "b"},
                     "--split and --id-prefix exclude each other");
  EXPECT_THAT(folder_.names(), ElementsAre("cyclic.yaml", "r.yaml"));
}

TEST_F(RenderViews, NameTheNearestOfAnUnknownTopicOrSection) {
  const Outcome topic = render({"--around", "netz"});
  EXPECT_EQ(topic.status, 1);
  EXPECT_THAT(topic.err,
              HasSubstr("error: 'netz' is not a topic; did you mean 'nets'? [unknown-topic]"));
  EXPECT_EQ(render({"--collapse", "all,maths"}).status, 1);
  const Outcome section = render({"--collapse", "maths"});
  EXPECT_EQ(section.status, 1);
  EXPECT_THAT(section.err, HasSubstr("error: section 'maths' is not defined; did you mean 'math'? "
                                     "[unknown-section]"));
}

TEST_F(RenderViews, DrawCyclesIfAllowedToAndStillComplain) {
  const Outcome refused = run({"render", "cyclic.yaml"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_EQ(refused.out, "");
  const Outcome drawn = run({"render", "cyclic.yaml", "--allow-cycles", "-o", "c.svg"});
  EXPECT_EQ(drawn.status, 1);
  EXPECT_EQ(drawn.err, refused.err);
  EXPECT_THAT(drawn.err, HasSubstr("[cycle]"));
  EXPECT_THAT(read_text(folder_.path() / "c.svg"), HasSubstr("Cycle: A → B → A (lines 2 and 3)"));
  EXPECT_EQ(render({"--allow-cycles"}).status, 0);  // it has none
}

TEST_F(RenderViews, NameTheFilesOfACycleThatRunsThroughSeveral) {
  folder_.file("one.yaml", "topics: {a: {requires: [b]}}\n");
  folder_.file("two.yaml", "topics:\n  b: {requires: [a]}\n");
  const Outcome drawn = run({"render", "one.yaml", "two.yaml", "--allow-cycles"});
  EXPECT_EQ(drawn.status, 1);
  EXPECT_THAT(drawn.out, HasSubstr("Cycle: A → B → A (lines 1 of one.yaml and 2 of two.yaml)"));
}

TEST_F(RenderViews, DrawNoOtherErrorThanCycles) {
  folder_.file("worse.yaml", "topics: {a: {requires: [a, nothing]}}\n");
  const Outcome run_worse = run({"render", "worse.yaml", "--allow-cycles"});
  EXPECT_EQ(run_worse.status, 1);
  EXPECT_EQ(run_worse.out, "");
  EXPECT_THAT(run_worse.err, HasSubstr("[unknown-topic]"));
}

TEST_F(RenderViews, SplitIntoPicturesThatLeadToOneAnother) {
  const Outcome split = render({"--split", "-o", "pictures"});
  EXPECT_EQ(split.status, 0) << split.err;
  EXPECT_EQ(split.out, "");
  EXPECT_THAT(folder_.names(), ElementsAre("cyclic.yaml", "pictures", "r.yaml"));
  const auto pictures = folder_.path() / "pictures";
  const std::string overview = read_text(pictures / "overview.svg");
  EXPECT_THAT(overview, HasSubstr("href=\"section-math.svg\""));
  EXPECT_THAT(overview, HasSubstr("id=\"overview-section-code\""));
  const std::string code = read_text(pictures / "section-code.svg");
  EXPECT_THAT(code, HasSubstr("href=\"overview.svg\""));
  EXPECT_THAT(code, HasSubstr("href=\"section-math.svg#section-math-topic-algebra\""));
  EXPECT_THAT(read_text(pictures / "section-math.svg"),
              HasSubstr("id=\"section-math-topic-algebra\""));
  // Again, into the folder that is there now: the same bytes.
  EXPECT_EQ(render({"--split", "-o", "pictures"}).status, 0);
  EXPECT_EQ(read_text(pictures / "overview.svg"), overview);
}

// Every link has to lead to what is there.
TEST_F(RenderViews, SplitSectionsWhoseIdsAreTooLongForFilesOrAreNoWords) {
  std::string id;
  for (int i = 0; i < 127; ++i) id += "é";
  folder_.file("long.yaml", "sections:\n  " + id + "a: {topics: {a: {}}}\n  " + id +
                                "b: {topics: {b: {requires: [a, c]}}}\n"
                                "  \"c#\": {topics: {c: {}}}\n");
  const Outcome split = run({"render", "long.yaml", "--split", "-o", "pictures"});
  EXPECT_EQ(split.err, "");
  EXPECT_EQ(split.status, 0);
  const auto pictures = folder_.path() / "pictures";
  std::string all_links;
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(pictures)) {
    ++files;
    const std::string picture = read_text(file.path());
    const std::regex link("href=\"([^\"#]+)(#([^\"]+))?\"");
    for (std::sregex_iterator at(picture.begin(), picture.end(), link), end; at != end; ++at) {
      const std::string target = read_text(pictures / (*at)[1].str());
      EXPECT_NE(target, "") << (*at)[1];
      const std::string id_there = (*at)[3].matched ? " id=\"" + (*at)[3].str() + "\"" : "";
      EXPECT_THAT(target, HasSubstr(id_there));
      all_links += (*at)[0];
    }
  }
  EXPECT_EQ(files, 4);
  EXPECT_THAT(all_links, HasSubstr("section-c_23_.svg#section-c_5F_23_5F_-topic-c"));
}

TEST_F(RenderViews, AroundNothingIsAnError) {
  folder_.file("empty.yaml",
               "sections: {s: {resources: [\"[L](https://l.org)\"]}}\ntopics: {a: {}}\n");
  const Outcome run =
      prereq({"render", "empty.yaml", "--around", "section:s"}, {.folder = folder_.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("there is no topic in section:s"));
}

TEST_F(RenderViews, SplitWritesNothingIfItCannotWriteEverything) {
  const Outcome nowhere = render({"--split", "-o", "r.yaml/pictures"});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_EQ(nowhere.err, "prereq: cannot make the folder 'r.yaml': File exists\n");
  const Outcome file = render({"--split", "-o", "r.yaml"});
  EXPECT_EQ(file.status, 2);
  EXPECT_EQ(file.err, "prereq: cannot make the folder 'r.yaml': File exists\n");
  EXPECT_EQ(read_text(folder_.path() / "r.yaml"), sections);
  // A folder where a picture should go.
  std::filesystem::create_directories(folder_.path() / "out" / "section-math.svg");
  EXPECT_EQ(render({"--split", "-o", "out"}).status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out" / "overview.svg"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out" / "section-code.svg"));
}

}  // namespace
}  // namespace prereq
