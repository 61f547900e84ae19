// Graphviz in a child of the program: out of time, and interrupted.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Outcome;
using testing::prereq;
using ::testing::StartsWith;
using testing::TemporaryFolder;

constexpr const char* out_of_time =
    "warning: Graphviz took longer than 1e-06 s [layout-failed]\n"
    "note: prereq laid the picture out itself, as --engine builtin asks for\n";
constexpr const char* out_of_time_downwards =
    "warning: Graphviz took longer than 1e-06 s [layout-failed]\n"
    "note: prereq laid the picture out itself, downwards\n";

TEST(Timeout, OfGraphvizStillGivesAPicture) {
  const TemporaryFolder folder;
  const std::string file = folder.file("small.yaml", testing::small_roadmap);
  const Outcome asked = prereq({"render", file, "--engine", "builtin"});
  for (const char* direction : {"down", "right"}) {
    const Outcome run = prereq(
        {"render", file, "--engine", "dot", "--timeout", "0.000001", "--direction", direction});
    EXPECT_EQ(run.status, 0);
    const bool turned = std::string_view(direction) == "right";
    EXPECT_EQ(run.err, turned ? out_of_time_downwards : out_of_time);
    EXPECT_THAT(run.out, StartsWith("<svg "));
    // The digest tells what was asked for.
    EXPECT_EQ(run.out.substr(run.out.find("<title")), asked.out.substr(asked.out.find("<title")));
  }
}

TEST(Timeout, OfGraphvizsOwnSvgStillGivesAPicture) {
  const TemporaryFolder folder;
  const std::string file = folder.file("small.yaml", testing::small_roadmap);
  const Outcome run = prereq(
      {"render", file, "--engine", "dot", "--renderer", "graphviz", "--timeout", "0.000001"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, StartsWith(out_of_time));
  EXPECT_THAT(run.err, HasSubstr("warning: Graphviz could not write the picture: it took longer "
                                 "than 1e-06 s [layout-failed]\n"));
  EXPECT_THAT(run.out, HasSubstr("data-topic=\"calculus\""));
}

TEST(Timeout, IsANumberOfSeconds) {
  for (const char* value : {"0", "-1", "soon", "1000001", "nan"}) {
    const Outcome run = prereq({"render", "small.yaml", std::string("--timeout=") + value});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.err, "prereq render: --timeout: '" + std::string(value) +
                           "' is not a number of seconds above 0, up to 1000000\n"
                           "see 'prereq render --help'\n");
  }
}

TEST(Timeout, OfAPageIsAnErrorAndLeavesThePage) {
  const TemporaryFolder folder;
  folder.file("small.yaml", testing::small_roadmap);
  const std::string page =
      "<!-- prereq render small.yaml --direction right -o small.svg -->\n<!-- /prereq -->\n";
  folder.file("page.md", page);
  const Outcome run =
      prereq({"embed", "--timeout", "0.000001", "page.md"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err, HasSubstr("error: Graphviz took longer than 1e-06 s [layout-failed]\n"));
  EXPECT_THAT(run.err, HasSubstr("note: give it more time (--timeout), or say --engine builtin: "
                                 "prereq's own layout is the same on every machine\n"));
  EXPECT_THAT(folder.names(), ElementsAre("page.md", "small.yaml"));
  EXPECT_EQ(testing::read_text(folder.path() / "page.md"), page);
}

bool some_process_names(const std::string& file) {
  const fs::directory_iterator all("/proc");
  return std::any_of(begin(all), end(all), [&](const fs::directory_entry& process) {
    return testing::read_text(process.path() / "cmdline").find(file) != std::string::npos;
  });
}

TEST(Interrupt, LeavesNeitherAFileNorAProcess) {
  const TemporaryFolder folder;
  const std::string file = folder.file("long.csv", testing::long_work());
  const std::string output = (folder.path() / "long.svg").string();
  // Only the program itself is told; it has to take the child along.
  const Outcome run =
      testing::run_program({"timeout", "--foreground", "--signal=INT", "1.5", PREREQ_PROGRAM,
                            "render", file, "--engine", "dot", "-o", output});
  EXPECT_EQ(run.status, 124);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(folder.names(), ElementsAre("long.csv"));
  EXPECT_FALSE(some_process_names(file));
}

}  // namespace
}  // namespace prereq
