// Several files as one roadmap.
#include <gmock/gmock.h>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using testing::prereq;
using testing::TemporaryFolder;

class SeveralFiles : public ::testing::Test {
 protected:
  SeveralFiles() {
    folder_.file("list.yaml",
                 "title: Mathematics\n"
                 "topics:\n"
                 "  algebra: {resources: '[Algebra](https://algebra.example)'}\n"
                 "  calculus: {}\n");
    folder_.file("plan.yaml",
                 "topics:\n"
                 "  calculus: {hours: 20, requires: [algebra]}\n"
                 "  algebra: {hours: 40}\n"
                 "goals: {analyst: {requires: [calculus]}}\n");
  }

  Outcome run(const std::vector<std::string>& arguments) const {
    return prereq(arguments, {.folder = folder_.path()});
  }

  TemporaryFolder folder_;
};

TEST_F(SeveralFiles, AreCheckedAsOneRoadmap) {
  const Outcome run = this->run({"check", "list.yaml", "plan.yaml"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "list.yaml + plan.yaml: 2 topics, 1 prerequisite: nothing wrong\n");
}

TEST_F(SeveralFiles, AreSeparateRoadmapsWithEach) {
  const Outcome run =
      this->run({"check", "--each", "-q", "--format", "short", "list.yaml", "plan.yaml"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("list.yaml:3:3: warning: "));
}

TEST_F(SeveralFiles, AreWalkedShownAndDrawnAsOne) {
  const Outcome path = run({"path", "list.yaml", "plan.yaml", "--to", "analyst"});
  EXPECT_EQ(path.status, 0);
  EXPECT_THAT(path.out, HasSubstr("Shortest path to Analyst: 2 topics, 60 h"));
  EXPECT_THAT(path.out, HasSubstr("Algebra https://algebra.example"));
  EXPECT_THAT(run({"show", "list.yaml", "plan.yaml", "calculus"}).out, HasSubstr("Algebra"));
  EXPECT_THAT(run({"render", "list.yaml", "plan.yaml"}).out,
              HasSubstr("id=\"list-topic-algebra\""));
  EXPECT_THAT(run({"next", "list.yaml", "plan.yaml"}).out, HasSubstr("40 h"));
  for (const char* command : {"goals", "stats"}) {
    EXPECT_THAT(run({command, "list.yaml", "plan.yaml"}).out, HasSubstr("60 h")) << command;
  }
}

TEST_F(SeveralFiles, ThatContradictEachOtherAreShownWithBothPlaces) {
  folder_.file("other.yaml", "topics: {algebra: {hours: 41}}\n");
  const Outcome run = this->run({"check", "plan.yaml", "other.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out,
            "other.yaml:1:10: error: topic 'algebra' takes 41 h here and 40 h in another file "
            "[merge-conflict]\n"
            " 1 | topics: {algebra: {hours: 41}}\n"
            "   |          ^^^^^^^\n"
            "plan.yaml:3:3: note: 40 h here\n"
            "plan.yaml + other.yaml: 2 topics, 1 prerequisite: 1 error\n");
}

TEST_F(SeveralFiles, AreAllNamedWhenTheyCannotBeRead) {
  const Outcome run = this->run({"check", "one.yaml", "plan.yaml", "two.yaml"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("one.yaml"));
  EXPECT_THAT(run.err, HasSubstr("two.yaml"));
}

TEST_F(SeveralFiles, OfTheProductAreOneRoadmapToo) {
  const std::string graphs = PREREQ_SOURCE_DIR "/graphs/";
  const Outcome run =
      this->run({"check", "--strict", graphs + "turbo.yaml", graphs + "self-study.yaml"});
  EXPECT_EQ(run.status, 0) << run.out;
}

}  // namespace
}  // namespace prereq
