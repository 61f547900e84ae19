#include <gmock/gmock.h>

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

}  // namespace
}  // namespace prereq
