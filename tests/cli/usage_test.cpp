#include <gmock/gmock.h>

#include <array>
#include <sstream>

#include "cli/cli_test.hpp"
#include "prereq/version.hpp"

namespace prereq {
namespace {

using testing::all_commands;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using testing::Outcome;
using testing::prereq;
using ::testing::StartsWith;

void expect_usage_error(const Outcome& run, const std::string& message) {
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, message);
}

TEST(Program, PrintsItsVersion) {
  const Outcome run = prereq({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, MatchesRegex("prereq [0-9.]+\nGraphviz [0-9.]+\nBoost [0-9.]+\n"));
  EXPECT_THAT(run.out, StartsWith("prereq " + std::string(version) + "\n"));
}

TEST(Program, PrintsItsHelpAndListsEveryCommand) {
  const Outcome run = prereq({"--help"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  for (const std::string& command : all_commands) {
    EXPECT_THAT(run.out, HasSubstr("\n  " + command + " "));
  }
}

TEST(Program, NeedsACommand) {
  const Outcome run = prereq({});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, prereq({"--help"}).out);
}

TEST(Program, NamesTheNearestCommand) {
  expect_usage_error(prereq({"rendr", "a.yaml"}),
                     "prereq: unknown command 'rendr'; did you mean 'render'?\n"
                     "see 'prereq --help'\n");
  expect_usage_error(prereq({"publish"}),
                     "prereq: unknown command 'publish'\nsee 'prereq --help'\n");
  expect_usage_error(prereq({"--verson"}),
                     "prereq: unknown option '--verson'; did you mean '--version'?\n"
                     "see 'prereq --help'\n");
  expect_usage_error(prereq({"--quiet", "check"}),
                     "prereq: expected a command before '--quiet'\nsee 'prereq --help'\n");
}

TEST(Help, FitsEightyColumnsForEveryCommand) {
  std::vector<std::vector<std::string>> helps = {{"--help"}};
  for (const std::string& command : all_commands) helps.push_back({command, "--help"});
  for (const auto& arguments : helps) {
    const Outcome run = prereq(arguments);
    EXPECT_EQ(run.status, 0) << arguments[0];
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(line.size(), 80U) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

// What follows a command's options where that is no file.
std::string operands_of(const std::string& command) {
  if (command == "embed") return " DOC";
  if (command == "new") return " [FILE]\n";
  if (command == "explain") return " [CODE]\n";
  if (command == "completions") return " SHELL\n";
  return command == "schema" || command == "manual" ? "\n" : " FILE";
}

TEST(Help, ShowsUsageExamplesAndExitStatusOfEveryCommand) {
  for (const std::string& command : all_commands) {
    const std::string help = prereq({command, "--help"}).out;
    EXPECT_THAT(help, StartsWith("prereq " + command + " - "));
    EXPECT_THAT(help,
                HasSubstr("\nUsage: prereq " + command + " [OPTION]..." + operands_of(command)));
    EXPECT_THAT(help, HasSubstr("\nExamples:\n  prereq " + command + " "));
    EXPECT_THAT(help, HasSubstr("\nExit status:\n  0   fine\n  "));
    EXPECT_EQ(prereq({command, "-h"}).out, help);
  }
}

TEST(Options, ThatAreEverywhereAreKnownToEveryCommand) {
  for (const std::string& command : all_commands) {
    for (const std::string flag : {"--quiet", "--color=never"}) {
      EXPECT_EQ(prereq({command, flag, "--help"}).err, "") << command;
      EXPECT_EQ(prereq({command, flag, "--no-option"}).err, prereq({command, "--no-option"}).err)
          << command;
    }
  }
}

TEST(Options, UnknownOnesGetTheNearestName) {
  expect_usage_error(prereq({"render", "--them", "dark", "a.yaml"}),
                     "prereq render: unknown option '--them'; did you mean '--theme'?\n"
                     "see 'prereq render --help'\n");
  expect_usage_error(prereq({"check", "--frobnicate=1", "a.yaml"}),
                     "prereq check: unknown option '--frobnicate'\nsee 'prereq check --help'\n");
}

TEST(Options, SayWhichWordsTheyTake) {
  expect_usage_error(prereq({"check", "--format", "jsno", "a.yaml"}),
                     "prereq check: --format: 'jsno' is not one of human, short, json, sarif, "
                     "github; did you mean 'json'?\nsee 'prereq check --help'\n");
  expect_usage_error(prereq({"goals", "--color", "maybe", "a.yaml"}),
                     "prereq goals: --color: 'maybe' is not one of auto, always, never\n"
                     "see 'prereq goals --help'\n");
  expect_usage_error(prereq({"path", "--time-limit", "-1", "--to", "a", "a.yaml"}),
                     "prereq path: --time-limit: '-1' is not a number of seconds from 0 to "
                     "1000000\nsee 'prereq path --help'\n");
}

TEST(Options, ThatAreFlagsAreOnOrOff) {
  const testing::TemporaryFolder folder;
  folder.file("a.yaml", testing::roadmap_with_warning);
  const testing::RunOptions here{.folder = folder.path()};
  const auto status = [&](const std::string& flag) {
    return prereq({"check", "a.yaml", flag}, here).status;
  };
  EXPECT_EQ(status("--strict"), 1);
  EXPECT_EQ(status("--strict=yes"), 1);
  EXPECT_EQ(status("--strict=false"), 0);
  for (const auto& [flag, name, value] :
       std::vector<std::array<std::string, 3>>{{"--strict=-1", "--strict", "-1"},
                                               {"--quiet=nope", "--quiet", "nope"},
                                               {"-q=nope", "--quiet", "nope"},
                                               {"--no-config=2", "--no-config", "2"}}) {
    expect_usage_error(prereq({"check", "a.yaml", flag}, here),
                       "prereq check: " + name + ": '" + value +
                           "' is neither true nor false\nsee 'prereq check --help'\n");
  }
  EXPECT_EQ(prereq({"check", "a.yaml", "-q=false"}, here).out,
            prereq({"check", "a.yaml"}, here).out);
}

TEST(Options, RefuseListsThatNameNothing) {
  const testing::TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  const testing::RunOptions here{.folder = folder.path()};
  const std::vector<std::pair<std::string, std::string>> lists = {
      {"render", "--to"}, {"render", "--around"}, {"render", "--collapse"}, {"next", "--to"},
      {"path", "--to"},   {"goals", "--avoid"},   {"path", "--with"}};
  for (const auto& [command, option] : lists) {
    for (const std::string list : {"", ",", " , "}) {
      expect_usage_error(prereq({command, "a.yaml", option, list}, here),
                         "prereq " + command + ": " + option + ": '" + list +
                             "' names nothing: name something, or leave the option out\nsee "
                             "'prereq " +
                             command + " --help'\n");
    }
  }
  EXPECT_EQ(prereq({"next", "a.yaml", "--known", ""}, here).status, 0);
}

TEST(Options, RefuseFilesWithoutAName) {
  const testing::TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  const testing::RunOptions here{.folder = folder.path()};
  expect_usage_error(prereq({"render", "a.yaml", "--split", "-o", ""}, here),
                     "prereq render: --output: '' names no file\nsee 'prereq render --help'\n");
  expect_usage_error(prereq({"render", "a.yaml", "--report", ""}, here),
                     "prereq render: --report: '' names no file\nsee 'prereq render --help'\n");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.yaml"});
}

TEST(Options, NeedTheirValue) {
  const Outcome run = prereq({"goals", "a.yaml", "--output"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, StartsWith("prereq goals: --output"));
}

TEST(Operands, AreCounted) {
  expect_usage_error(prereq({"check"}),
                     "prereq check: expected FILE..., found nothing\nsee 'prereq check --help'\n");
  expect_usage_error(prereq({"goals"}),
                     "prereq goals: expected FILE..., found nothing\nsee 'prereq goals --help'\n");
  expect_usage_error(prereq({"show", "a.yaml"}),
                     "prereq show: expected FILE... TOPIC, found only 'a.yaml'\n"
                     "see 'prereq show --help'\n");
}

TEST(Operands, AreRefusedByCommandsWithoutAny) {
  expect_usage_error(prereq({"schema", "a.yaml"}),
                     "prereq schema: expected no operand, found 'a.yaml'\n"
                     "see 'prereq schema --help'\n");
}

TEST(Operands, MayFollowAnyOption) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", testing::small_roadmap);
  const std::string out = (folder.path() / "out").string();
  EXPECT_EQ(prereq({"path", "--to", "analyst", "--known", "algebra", "-o", out, file}).status, 0);
  EXPECT_EQ(prereq({"render", "-o", out + ".svg", "-o", out + ".dot", file}).status, 0);
  EXPECT_EQ(prereq({"check", "--allow", "isolated-topic", "--", file}).status, 0);
}

}  // namespace
}  // namespace prereq
