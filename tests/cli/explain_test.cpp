#include "prereq/explain.hpp"

#include <gmock/gmock.h>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using ::testing::StartsWith;
using testing::TemporaryFolder;

TEST(ExplainCommand, TellsCauseAndCureWithExamples) {
  const Outcome run = prereq({"explain", "merge-conflict"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, R"(merge-conflict (error): files say different things about one topic

  Files given together are one roadmap. What one leaves open another may say,
  and lists are joined; but two titles, hours or levels of one topic cannot both
  be right.

Cure
  Say it in one of the files only. To check files that are roadmaps of their
  own, use 'prereq check --each'.

Wrong
  # roadmap.yaml
  topics:
    algebra: {hours: 40}
    calculus: {hours: 20, requires: [algebra]}

  # plan.yaml
  topics:
    calculus: {hours: 30}

  $ prereq check roadmap.yaml plan.yaml
  plan.yaml:2:3: error: topic 'calculus' takes 30 h here and 20 h in another
  file [merge-conflict]

Mended
  # roadmap.yaml
  topics:
    algebra: {hours: 40}
    calculus: {requires: [algebra]}

  # plan.yaml
  topics:
    calculus: {hours: 30}
)");
}

TEST(ExplainCommand, ListsEveryCodeInOneLineWithItsSeverity) {
  const Outcome run = prereq({"explain"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(std::ranges::count(run.out, '\n'), static_cast<std::ptrdiff_t>(code_count));
  EXPECT_THAT(run.out, StartsWith("syntax                  error    the text is not YAML\n"));
  EXPECT_THAT(run.out, EndsWith("isolated-topic          warning  a topic is connected with no "
                                "other\n"));
}

TEST(ExplainCommand, NamesTheNearestCode) {
  const Outcome run = prereq({"explain", "cycel"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err,
            "prereq explain: 'cycel' is no code; did you mean 'cycle'?\n"
            "see 'prereq explain --help'\n");
  EXPECT_EQ(prereq({"explain", "a", "b"}).err,
            "prereq explain: expected [CODE], found 'b' too\nsee 'prereq explain --help'\n");
}

TEST(ExplainCommand, WritesPages) {
  EXPECT_EQ(prereq({"explain", "cycle", "--format", "markdown"}).out,
            explain_markdown(Code::cycle));
  EXPECT_EQ(prereq({"explain", "--format", "markdown"}).out, explain_codes_markdown());
}

TEST(ExplainCommand, ColoursOnlyWhenAsked) {
  EXPECT_THAT(prereq({"explain", "cycle"}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(prereq({"explain", "cycle", "--color", "always"}).out,
              StartsWith("\x1b[1mcycle (error)\x1b[0m: topics that"));
}

TEST(ExplainCommand, NamesTheCodeThatWasMeantInCapitals) {
  EXPECT_EQ(prereq({"explain", "CYCLE"}).err,
            "prereq explain: 'CYCLE' is no code; did you mean 'cycle'?\n"
            "see 'prereq explain --help'\n");
}

// On a terminal, which script(1) is.
std::string check_on_terminal(const std::string& options, std::string_view roadmap) {
  const TemporaryFolder folder;
  folder.file("a.yaml", roadmap);
  const std::string command = PREREQ_PROGRAM " check --color never a.yaml " + options;
  return testing::run_program({"script", "--quiet", "--return", "--command", command, "/dev/null"},
                              {.folder = folder.path()})
      .out;
}

TEST(CheckCommand, TellsOnATerminalWhereCodesAreExplained) {
  EXPECT_THAT(check_on_terminal("", testing::roadmap_with_warning),
              EndsWith(": 1 warning\r\n'prereq explain redundant-prerequisite' tells more\r\n"));
  EXPECT_THAT(check_on_terminal("", testing::roadmap_with_error),
              EndsWith("\r\n'prereq explain CODE' tells more about a code in brackets\r\n"));
  EXPECT_THAT(check_on_terminal("", testing::small_roadmap), EndsWith(": nothing wrong\r\n"));
  for (const std::string options : {"--quiet", "--format short", "--format json", "| cat"}) {
    EXPECT_THAT(check_on_terminal(options, testing::roadmap_with_error),
                Not(HasSubstr("prereq explain")))
        << options;
  }
}

}  // namespace
}  // namespace prereq
