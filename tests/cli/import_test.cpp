// Other formats made roadmap files.
#include <gmock/gmock.h>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

constexpr std::string_view page = R"(# Statistics: a start

## Mathematics

- [x] [Algebra by Khan Academy](https://algebra.example) (Free)
- [ ] Calculus, the *easy* parts
  - [One](https://one.example/a?b=1#c)
  - [Two](https://two.example) (course)

## Practice

- [R](https://r.example)
- This is a sentence that says so much about everything that nobody would take it for a title.
)";

class Importing : public ::testing::Test {
 protected:
  Importing() { folder_.file("README.md", page); }

  Outcome run(const std::vector<std::string>& arguments) const {
    return prereq(arguments, {.folder = folder_.path()});
  }
  std::string file(const std::string& name) const { return read_text(folder_.path() / name); }

  TemporaryFolder folder_;
};

TEST_F(Importing, APageMakesAFileForPeople) {
  const Outcome run = this->run({"import", "README.md", "-q"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, R"text(# Made by 'prereq import' from README.md, for you to go on with.
# It states no prerequisites. That each section recommends the one before it is a guess: put what
# you know under 'requires'.
# Left out:
# - README.md:13:3: an item that is no title: “This is a sentence that says so much about
#   everything that n…”
title: "Statistics: a start"
sections:
  mathematics:
    topics:
      algebra:
        resources:
          - "[Algebra by Khan Academy](https://algebra.example) (free)"
      calculus-the-easy-parts:
        title: Calculus, the easy parts
        resources:
          - "[One](https://one.example/a?b=1#c)"
          - "[Two](https://two.example) (course)"
  practice:
    recommends: [section:mathematics]
    topics:
      r:
        resources:
          - "[R](https://r.example)"
)text");
}

TEST_F(Importing, TellsWhatItLeavesOut) {
  EXPECT_THAT(
      run({"import", "README.md", "-o", "roadmap.yaml"}).err,
      HasSubstr("README.md:13:3: an item that is no title: “This is a sentence that says so much "
                "about everything that n…” [left out]\n"));
}

TEST_F(Importing, TheFileChecksCleanAndSaysTheSame) {
  ASSERT_EQ(run({"import", "README.md", "-q", "-o", "roadmap.yaml"}).status, 0);
  EXPECT_EQ(run({"check", "roadmap.yaml"}).status, 0);
  EXPECT_EQ(run({"render", "roadmap.yaml", "--id-prefix", "r"}).out,
            run({"render", "README.md", "--id-prefix", "r"}).out);
}

TEST_F(Importing, WhatIsKnownGoesToAFileOfItsOwn) {
  const Outcome run =
      this->run({"import", "README.md", "-o", "roadmap.yaml", "--known-out", "known.txt"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(file("known.txt"), "algebra\n");
  EXPECT_THAT(
      this->run({"next", "roadmap.yaml", "--known-file", "known.txt", "--format", "json"}).out,
      ::testing::Not(HasSubstr("algebra")));
}

TEST_F(Importing, WithoutThatFileItSaysWhatIsLost) {
  EXPECT_THAT(run({"import", "README.md"}).err,
              HasSubstr("1 topic is ticked off, which a roadmap file does not say: --known-out "
                        "FILE keeps that\n"));
}

TEST_F(Importing, NeverOverwritesWhatItRead) {
  for (const char* option : {"-o", "--known-out"}) {
    const Outcome run = this->run({"import", "README.md", option, "./README.md"});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("'./README.md' was read and is not overwritten"));
  }
  EXPECT_EQ(file("README.md"), page);
}

TEST_F(Importing, WritesOverNoWorkUnlessForced) {
  const std::vector<std::string> import = {"import", "README.md", "-q", "-o", "roadmap.yaml"};
  ASSERT_EQ(run(import).status, 0);
  EXPECT_EQ(run(import).status, 0) << "nothing to lose";
  const std::string edited = file("roadmap.yaml") + "# mine\n";
  folder_.file("roadmap.yaml", edited);
  const Outcome refused = run(import);
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.err,
            "prereq: 'roadmap.yaml' is there already, and may have been edited: --check shows what "
            "would change, --force writes over it\n");
  EXPECT_EQ(file("roadmap.yaml"), edited);
  EXPECT_EQ(run({"import", "README.md", "-q", "-o", "roadmap.yaml", "--force"}).status, 0);
  EXPECT_THAT(file("roadmap.yaml"), ::testing::Not(HasSubstr("# mine")));
}

TEST_F(Importing, EveryCommandSaysHowMuchIsLeftOut) {
  const std::string note =
      "prereq: 1 thing in README.md was left out: 'prereq import README.md' tells which\n";
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"check", "README.md"},
                                             {"check", "--format", "json", "README.md"},
                                             {"render", "README.md"},
                                             {"path", "README.md", "--to", "r"},
                                             {"stats", "README.md"},
                                             {"show", "README.md", "r"}}) {
    EXPECT_EQ(run(arguments).err, note) << arguments.front();
    std::vector<std::string> quietly = arguments;
    quietly.emplace_back("-q");
    EXPECT_EQ(run(quietly).err, "") << arguments.front();
  }
  folder_.file("graph.dot", "digraph { a -> b [dir=none]; c -> d [dir=both]; d -> b }");
  EXPECT_EQ(run({"next", "graph.dot"}).err,
            "prereq: 2 things in graph.dot were left out: 'prereq import graph.dot' lists them\n");
}

TEST_F(Importing, CheckWritesNothingAndShowsWhatWouldChange) {
  const Outcome missing = run({"import", "README.md", "-q", "-o", "roadmap.yaml", "--check"});
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.out, HasSubstr("+title: "));
  EXPECT_THAT(folder_.names(), ElementsAre("README.md"));

  ASSERT_EQ(run({"import", "README.md", "-q", "-o", "roadmap.yaml"}).status, 0);
  const Outcome same = run({"import", "README.md", "-q", "-o", "roadmap.yaml", "--check"});
  EXPECT_EQ(same.status, 0);
  EXPECT_EQ(same.out, "");

  folder_.file("roadmap.yaml", file("roadmap.yaml") + "# mine\n");
  const Outcome stale = run({"import", "README.md", "-q", "-o", "roadmap.yaml", "--check"});
  EXPECT_EQ(stale.status, 1);
  EXPECT_THAT(stale.out, HasSubstr("-# mine\n"));
  EXPECT_THAT(file("roadmap.yaml"), HasSubstr("# mine"));
}

TEST_F(Importing, CheckNeedsAFile) {
  const Outcome run = this->run({"import", "README.md", "--check"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("--check compares with files: say which with -o"));
}

TEST_F(Importing, ReadAsCountsMoreThanTheName) {
  folder_.file("notes.txt", page);
  const Outcome run = this->run({"import", "notes.txt", "--read-as", "markdown", "-q"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("      algebra:\n"));
  const Outcome wrong = this->run({"import", "notes.txt", "--read-as", "word"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, HasSubstr("--read-as: 'word' is not one of roadmap, markdown, dot"));
}

TEST_F(Importing, EveryCommandTakesReadAs) {
  folder_.file("graph.txt", "digraph { app -> parser -> lexer }");
  const std::vector<std::string> how = {"graph.txt", "--read-as", "dot", "--edges",
                                        "dependent-first"};
  const auto run_with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, how.begin(), how.end());
    const Outcome run = this->run(arguments);
    EXPECT_EQ(run.status, 0) << arguments.front() << ": " << run.err;
    return run.out;
  };
  EXPECT_THAT(run_with({"check"}), HasSubstr("3 topics, 2 prerequisites"));
  EXPECT_THAT(run_with({"path", "--to", "app"}), HasSubstr("Shortest path to App: 3 topics"));
  EXPECT_THAT(run_with({"why", "--to", "app", "--from", "lexer"}), HasSubstr("needed for Parser"));
  EXPECT_THAT(run_with({"next"}), HasSubstr("Lexer"));
  EXPECT_THAT(run_with({"show", "parser"}), HasSubstr("Parser (parser)"));
  EXPECT_THAT(run_with({"stats"}), HasSubstr("3 topics, 2 edges"));
  EXPECT_THAT(run_with({"render"}), HasSubstr("data-topic=\"lexer\""));
}

TEST_F(Importing, StopsAtErrors) {
  folder_.file("more.yaml", "topics: {algebra: {requires: [nowhere]}}\n");
  const Outcome run = this->run({"import", "README.md", "more.yaml", "-o", "roadmap.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err, HasSubstr("more.yaml:1:31: error: topic 'nowhere' is not defined"));
  EXPECT_THAT(folder_.names(), ElementsAre("README.md", "more.yaml"));
}

TEST_F(Importing, TitlesThatAreAlikeToTheLimitOfIdsMakeAFileThatReadsBack) {
  const std::string alike(128, 'a');
  folder_.file("a.csv", "prerequisite,topic\n" + alike + "X,b\n" + alike + "Y,c\n");
  folder_.file("a.dot", "digraph { " + alike + "X -> b; " + alike + "Y -> c }\n");
  folder_.file("a.md", "# " + alike + "X\n- a\n# " + alike + "Y\n- b\n# " + alike + "Z\n- c\n");
  for (const std::string name : {"a.csv", "a.dot", "a.md"}) {
    EXPECT_EQ(run({"render", name, "--format", "json", "-o", name + ".json"}).status, 0) << name;
    const Outcome check = run({"check", name + ".json"});
    EXPECT_EQ(check.status, 0) << check.out;
  }
}

}  // namespace
}  // namespace prereq
