#include <gmock/gmock.h>

#include <filesystem>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using testing::Outcome;
using testing::prereq;
using testing::TemporaryFolder;

class Streams : public ::testing::Test {
 protected:
  Streams() : file_(folder_.file("small.yaml", testing::small_roadmap)) {}
  TemporaryFolder folder_;
  std::string file_;
};

TEST_F(Streams, AReaderThatGoesAwayIsNoFailure) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"render", file_}, {"path", file_, "--to", "all"}, {"--help"}}) {
    const Outcome run = prereq(arguments, {.closed_output = true});
    EXPECT_EQ(run.status, 0) << arguments[0];
    EXPECT_EQ(run.err, "");
  }
}

TEST_F(Streams, AFullDiskIsAFailure) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"render", file_}, {"check", file_}, {"--version"}}) {
    const Outcome run = prereq(arguments, {.output = "/dev/full"});
    EXPECT_EQ(run.status, 2) << arguments[0];
    EXPECT_EQ(run.err, "prereq: cannot write to standard output: No space left on device\n");
  }
}

TEST_F(Streams, StandardInputIsReadOnceAlone) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"check", "-", "-"},
                                             {"check", "--each", "-", "-"},
                                             {"render", "-", "-"},
                                             {"next", "-", "--known-file", "-"}}) {
    const Outcome run = prereq(arguments, {.input = std::string(testing::small_roadmap)});
    EXPECT_EQ(run.status, 2) << arguments[0];
    EXPECT_EQ(run.err,
              "prereq: '-' was given twice, but standard input can be read only once: name it "
              "once\n");
  }
  // Each of two folders has its own addresses.
  const std::string first = (folder_.path() / "a.svg").string();
  std::filesystem::create_directories(folder_.path() / "b");
  const std::string second = (folder_.path() / "b" / "a.svg").string();
  EXPECT_EQ(prereq({"render", "-", "-o", first, "-o", second},
                   {.input = std::string(testing::small_roadmap)})
                .err,
            "");
}

TEST_F(Streams, AClosedStandardOutputIsAFailureAndNoFileTakesItsPlace) {
  const std::string command = "'" PREREQ_PROGRAM "' goals '" + file_ + "' >&-";
  const Outcome run = testing::run_program({"sh", "-c", command});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot write to standard output: Bad file descriptor\n");
  EXPECT_EQ(testing::read_text(file_), testing::small_roadmap);
}

TEST_F(Streams, ARoadmapOnStandardInputIsNotOverwritten) {
  const std::string command =
      "'" PREREQ_PROGRAM "' render - --format svg -o '" + file_ + "' <'" + file_ + "'";
  const Outcome run = testing::run_program({"sh", "-c", command});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(testing::read_text(file_), testing::small_roadmap);
}

// As scripts write to what has to be a file.
TEST_F(Streams, AreWrittenToByTheirNamesAmongFiles) {
  const auto shell = [&](const std::string& command) {
    return testing::run_program(
        {"bash", "-c", "prereq() { '" PREREQ_PROGRAM "' \"$@\"; }; " + command},
        {.folder = folder_.path()});
  };
  const std::string answer = prereq({"goals", file_}).out;
  for (const std::string name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "out"}) {
    const Outcome run = shell("ln -sf /dev/stdout out; prereq goals small.yaml -o " + name +
                              " | cat; exit ${PIPESTATUS[0]}");
    EXPECT_EQ(run.err, "") << name;
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.out, answer);
  }
  EXPECT_EQ(shell("prereq goals small.yaml -o /dev/stderr 2>&1 >/dev/null | cat").out, answer);
  EXPECT_EQ(shell("prereq goals small.yaml -o >(cat >copy; mv copy done); "
                  "while [ ! -e done ]; do sleep 0.01; done; cat done")
                .out,
            answer);
  EXPECT_EQ(shell("prereq goals small.yaml -o /dev/stdout | head -c 1").err, "");
}

TEST_F(Streams, ThatAreFilesAreContinuedByTheirNames) {
  const std::string answer = prereq({"goals", file_}).out;
  const std::string command = "echo before >log; '" PREREQ_PROGRAM
                              "' goals small.yaml -o /dev/stdout >>log; echo after >>log; cat log";
  EXPECT_EQ(testing::run_program({"sh", "-c", command}, {.folder = folder_.path()}).out,
            "before\n" + answer + "after\n");
}

TEST_F(Streams, ThatAreClosedOrOnlyReadAreNoFiles) {
  for (const std::string name : {"/dev/fd/77", "/dev/stdin"}) {
    const std::string command =
        "'" PREREQ_PROGRAM "' goals '" + file_ + "' -o " + name + " </dev/null";
    const Outcome run = testing::run_program({"sh", "-c", command});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.err, "prereq: cannot write '" + name + "': Bad file descriptor\n");
  }
}

}  // namespace
}  // namespace prereq
