#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::prereq;
using testing::TemporaryFolder;

// Two ways to a robot, the cheaper one paid; `soldering` is helpful.
constexpr std::string_view robots = R"(title: Robots
sections:
  basics:
    title: Basics
    topics:
      code: {hours: 10}
      course: {hours: 5, requires: [code], resources: [{title: Course, url: "https://example.org/c", cost: paid}]}
      book: {hours: 9-11, requires: [code], resources: [{title: Book, url: "https://example.org/b", cost: free}]}
      soldering: {hours: 2}
topics:
  robot:
    hours: 20
    requires: [{any: [course, book]}]
    recommends: [soldering]
    resources:
      - {title: Workshop, cost: paid}
      - {title: "Manual, second edition"}
  exam: {hours: 1, requires: [course]}
goals:
  builder: {title: Robot builder, requires: [robot]}
)";

class PathOptionsOnTheCommandLine : public ::testing::Test {
 protected:
  PathOptionsOnTheCommandLine() { folder_.file("robots.yaml", robots); }

  Outcome run(std::vector<std::string> options) const {
    options.insert(options.begin(), {"path", "robots.yaml"});
    return prereq(std::move(options), {.folder = folder_.path()});
  }
  json answer(std::vector<std::string> options) const {
    options.insert(options.end(), {"--to", "builder", "--format", "json"});
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 0) << result.err;
    return json::parse(result.out);
  }
  std::string text(std::vector<std::string> options) const {
    options.insert(options.end(), {"--to", "builder"});
    const Outcome result = run(std::move(options));
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    return result.out;
  }
  static std::vector<std::string> topics(const json& path) {
    std::vector<std::string> ids;
    for (const json& step : path.at("steps")) ids.push_back(step.at("topic"));
    return ids;
  }

  TemporaryFolder folder_;
};

TEST_F(PathOptionsOnTheCommandLine, SayWhatTheOtherAlternativesWouldCost) {
  EXPECT_THAT(text({}), EndsWith("\nChoices\n  Robot: Course, not Book (+5 h)\n"));
  const json choice = answer({}).at("choices").at(0);
  EXPECT_EQ(choice.at("alternatives").at(1).at("extra"), 5);
}

TEST_F(PathOptionsOnTheCommandLine, ExplainSaysWhatAStepIsFor) {
  EXPECT_THAT(text({"--explain"}), HasSubstr("\n    for 2 Course\n"));
  EXPECT_THAT(text({"--explain"}), HasSubstr("\n    asked for\n"));
}

TEST_F(PathOptionsOnTheCommandLine, WithAndAvoidShowTheDifferenceToTheShortest) {
  EXPECT_THAT(text({"--with", "soldering"}),
              HasSubstr("\nTotal 37 h\nWith Soldering: 2 h more than the shortest path, which "
                        "takes 35 h; adds\n  Soldering\n"));
  EXPECT_THAT(text({"--avoid", "course"}),
              HasSubstr("\nWithout Course: 5 h more than the shortest path, which takes 35 h; adds "
                        "Book;\n  leaves out Course\n"));
  const json path = answer({"--avoid", "course"});
  EXPECT_EQ(path.at("total"), 40);
  EXPECT_EQ(path.at("unconstrained_total"), 35);
  EXPECT_THAT(path.at("added"), ElementsAre("book"));
  EXPECT_THAT(path.at("dropped"), ElementsAre("course"));
}

TEST_F(PathOptionsOnTheCommandLine, WithAndAvoidTakeNamesThatThereAre) {
  for (const std::string option : {"--with", "--avoid"}) {
    const Outcome result = run({"--to", "builder", option, "solderin"});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.err, HasSubstr("did you mean 'soldering'?"));
  }
}

TEST_F(PathOptionsOnTheCommandLine, FreeSaysWhatItCostsAndLeavesOut) {
  const std::string free = text({"--free"});
  EXPECT_THAT(free, HasSubstr("\nWith free topics only: 5 h more than the shortest path, which "
                              "takes 35 h; adds\n  Book; leaves out Course\n"
                              "1 topic of the roadmap has only paid resources and was not "
                              "considered\n"
                              "1 topic of the path without a stated cost, taken as free\n"));
  EXPECT_THAT(free, HasSubstr("Manual, second edition"));
  EXPECT_THAT(free, ::testing::Not(HasSubstr("Workshop")));
  EXPECT_THAT(answer({"--free"}).at("left_out"), ElementsAre("course"));
}

TEST_F(PathOptionsOnTheCommandLine, FreeNamesWhatBlocks) {
  const Outcome result = run({"--to", "exam", "--free"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("error: topic 'exam' cannot be reached without 'course' "));
  EXPECT_THAT(result.err, HasSubstr("[unreachable-goal]"));
}

TEST_F(PathOptionsOnTheCommandLine, RecommendedAddsWhatIsRecommended) {
  EXPECT_THAT(topics(answer({})), ElementsAre("code", "course", "robot"));
  EXPECT_THAT(topics(answer({"--recommended"})), ::testing::Contains("soldering"));
  EXPECT_THAT(text({"--recommended"}),
              HasSubstr("\nWith what is recommended: 2 h more than the shortest path, which takes "
                        "35 h;\n  adds Soldering\n"));
}

// The course does not stay in the path that has the book.
TEST_F(PathOptionsOnTheCommandLine, RecommendedComparesAlternativesToo) {
  EXPECT_THAT(text({"--recommended"}), EndsWith("\n  Robot: Course, not Book (+5 h)\n"));
}

TEST_F(PathOptionsOnTheCommandLine, ByTopicsCountsTopics) {
  const json path = answer({"--by", "topics", "--avoid", "course"});
  EXPECT_EQ(path.at("unit"), "topics");
  EXPECT_EQ(path.at("total"), 3);
  EXPECT_EQ(path.at("unconstrained_total"), 3);
  EXPECT_THAT(text({"--by", "topics", "--avoid", "course"}),
              HasSubstr("\nWithout Course: as long as the shortest path; adds Book; leaves out"));
}

TEST_F(PathOptionsOnTheCommandLine, MarkdownIsAChecklistWithLinks) {
  EXPECT_EQ(text({"--format", "markdown"}),
            "**Shortest path to Robot builder**: 3 topics, 35 h\n"
            "\n"
            "**Basics**\n"
            "\n"
            "- [ ] Code (10 h)\n"
            "- [ ] Course (5 h): [Course](<https://example.org/c>) (paid)\n"
            "\n"
            "**Without a section**\n"
            "\n"
            "- [ ] Robot (20 h): Workshop (paid)\n");
}

TEST_F(PathOptionsOnTheCommandLine, NothingIsAddedToAPathWithoutConditions) {
  EXPECT_FALSE(answer({}).contains("unconstrained_total"));
  EXPECT_THAT(answer({"--known", "robot"}).at("steps"), IsEmpty());
}

TEST_F(PathOptionsOnTheCommandLine, FitEightyColumns) {
  const std::vector<std::vector<std::string>> all = {
      {"--free", "--recommended", "--explain"}, {"--with", "soldering,book", "--avoid", "course"}};
  for (const std::vector<std::string>& options : all) {
    std::istringstream lines(text(options));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
  }
}

}  // namespace
}  // namespace prereq
