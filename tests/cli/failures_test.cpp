// Disks that are full, folders that are closed, interrupts, and what is said on a terminal.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::run_program;
using testing::TemporaryFolder;

class Writing : public ::testing::Test {
 protected:
  Writing() : file_(folder_.file("small.yaml", testing::small_roadmap)) {}

  Outcome shell(const std::string& command) const {
    return run_program({"bash", "-c", "prereq() { '" PREREQ_PROGRAM "' \"$@\"; }; " + command},
                       {.folder = folder_.path()});
  }

  TemporaryFolder folder_;
  std::string file_;
};

TEST_F(Writing, ToAFullDiskIsAnErrorAndLeavesTheOldFile) {
  folder_.file("old.svg", "old");
  const Outcome run = shell("ulimit -f 1; prereq render small.yaml -o old.svg -o new.svg");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot write 'old.svg': File too large\n");
  EXPECT_EQ(testing::read_text(folder_.path() / "old.svg"), "old");
  EXPECT_THAT(folder_.names(), ElementsAre("old.svg", "small.yaml"));
}

TEST_F(Writing, ToAFullDeviceIsAnError) {
  const Outcome run = prereq({"render", file_, "--format", "svg", "-o", "/dev/full"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot write '/dev/full': No space left on device\n");
}

TEST_F(Writing, IntoAFolderThatIsClosedIsAnErrorForEveryCommandThatWrites) {
  folder_.file("page.md", "<!-- prereq render small.yaml -o shut/a.svg -->\n<!-- /prereq -->\n");
  // Root may write everywhere, nobody may not.
  const std::string nobody =
      ::geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
  fs::create_directory(folder_.path() / "shut");
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(folder_.path() / "shut", fs::perms::owner_read | fs::perms::owner_exec |
                                               fs::perms::others_read | fs::perms::others_exec);
  for (const std::string command :
       {"render small.yaml -o shut/a.svg", "path small.yaml --to analyst -o shut/a.txt",
        "check small.yaml -o shut/a.txt", "import small.yaml -o shut/a.yaml", "new shut/a.yaml",
        "schema -o shut/a.json", "embed page.md"}) {
    const Outcome run = shell(nobody + "'" PREREQ_PROGRAM "' " + command);
    EXPECT_EQ(run.status, 2) << command << run.err;
    EXPECT_THAT(run.err, HasSubstr("Permission denied\n"));
  }
  EXPECT_TRUE(fs::is_empty(folder_.path() / "shut"));
  EXPECT_THAT(folder_.names(), ElementsAre("page.md", "shut", "small.yaml"));
}

TEST_F(Writing, AroundAFolderThatDoesNotExistOverwritesNothing) {
  folder_.file("list.md", "# List\n\n## One\n\n- [First](https://example.org/first)\n");
  const std::string list = testing::read_text(folder_.path() / "list.md");
  for (const std::string command :
       {"check small.yaml -o no/../small.yaml", "stats small.yaml -o no/../small.yaml",
        "path small.yaml --to analyst -o no/../small.yaml",
        "render small.yaml --format svg -o no/../small.yaml", "new no/../small.yaml",
        "import list.md -o no/../list.md", "render small.yaml --split -o no/../pages"}) {
    const Outcome run = shell("prereq " + command);
    EXPECT_EQ(run.status, 2) << command;
    EXPECT_THAT(run.err, ::testing::AnyOf(HasSubstr("': No such file or directory\n"),
                                          HasSubstr("'no/..': there is no folder 'no'\n")));
    EXPECT_THAT(folder_.names(), ElementsAre("list.md", "small.yaml")) << command;
  }
  EXPECT_EQ(testing::read_text(file_), testing::small_roadmap);
  EXPECT_EQ(testing::read_text(folder_.path() / "list.md"), list);
}

TEST_F(Writing, OverAListOfWhatIsKnownOrTheSettingsIsRefused) {
  folder_.file("known.txt", "algebra\n");
  folder_.file(".prereq.toml", "by = \"topics\"\n");
  for (const std::string command :
       {"path small.yaml --to analyst -o", "next small.yaml -o", "goals small.yaml -o",
        "render small.yaml --format svg -o", "render small.yaml --report"}) {
    const std::string name = command.substr(0, command.find(' '));
    for (const std::string file : {"known.txt", ".prereq.toml"}) {
      const Outcome run = shell("prereq " + command + " " + file + " --known-file known.txt");
      EXPECT_EQ(run.status, 2) << command;
      EXPECT_EQ(run.err, "prereq " + name + ": '" + file +
                             "' was read and is not overwritten\nsee 'prereq " + name +
                             " --help'\n");
    }
  }
  EXPECT_EQ(testing::read_text(folder_.path() / "known.txt"), "algebra\n");
}

TEST_F(Writing, WhatAVanishedFileHeldIsAnError) {
  for (const std::string command : {"render", "check", "stats", "embed"}) {
    const std::string name = command == "embed" ? "gone.md" : "gone.yaml";
    const Outcome run = shell("prereq " + command + " " + name);
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.err, "prereq: cannot read '" + name + "': No such file or directory\n");
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// AddressSanitizer and ThreadSanitizer need more than any limit.
TEST_F(Writing, WithoutEnoughMemoryIsOneLine) {
  const Outcome run =
      shell("truncate -s 200M large.yaml; ulimit -v 150000; prereq check large.yaml -o result.txt");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: out of memory: let it have more, or make the roadmap smaller\n");
  EXPECT_THAT(folder_.names(), ElementsAre("large.yaml", "small.yaml"));
}

// cmark cannot be told that there is none.
TEST_F(Writing, WithoutEnoughMemoryForMarkdownIsTheSameLine) {
  std::string list = "# List\n";
  for (int i = 0; i < 40000; ++i) {
    list += "## S" + std::to_string(i) + "\n- [t](https://e.org/" + std::to_string(i) + ")\n";
  }
  folder_.file("list.md", list);
  const Outcome run = shell("ulimit -v 50000; prereq import list.md -o list.yaml");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: out of memory: let it have more, or make the roadmap smaller\n");
}
#endif

TEST_F(Writing, IntoAPipeThatClosesIsFine) {
  const Outcome run = shell(
      "set -o pipefail; prereq render small.yaml | head -c 5; echo; prereq schema | head -n 1");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, "<svg \n{\n");
}

// The second file is a pipe that nobody reads, so that the first waits beside its place.
TEST_F(Writing, ThatIsInterruptedLeavesNothing) {
  for (const std::string signal : {"INT", "TERM", "HUP"}) {
    const Outcome run = shell("mkfifo pipe.svg; timeout --foreground --signal=" + signal +
                              " 0.5 '" PREREQ_PROGRAM
                              "' render small.yaml -o first.svg -o pipe.svg; "
                              "status=$?; rm pipe.svg; exit $status");
    EXPECT_EQ(run.status, 124) << signal << run.err;
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(folder_.names(), ElementsAre("small.yaml")) << signal;
  }
}

// The signal comes as soon as the first file is there.
TEST_F(Writing, ThatIsInterruptedWhileFilesAreMovedMovesAllOfThem) {
  const Outcome run =
      shell("names=$(printf -- '-o f%d.mmd ' {1..400}); '" PREREQ_PROGRAM
            "' render small.yaml -q $names & while [ ! -e f1.mmd ]; do :; done; kill $!; wait $!; "
            "ls -A | grep -c mmd");
  EXPECT_EQ(run.out, "400\n");
  EXPECT_EQ(folder_.names().size(), 401U);
}

TEST_F(Writing, ThatTakesLongShowsProgressOnATerminalAndNowhereElse) {
  // More cards than Graphviz is asked for by default: they take it some seconds.
  std::string csv = "prerequisite,topic\n";
  for (int i = 0; i < 1900; ++i) {
    const auto add = [&](int next) {
      csv += "t" + std::to_string(i) + ",t" + std::to_string(i + next) + "\n";
    };
    if (i % 10 != 9) add(1);
    add(1 + i * 7919 % 23);
  }
  folder_.file("long.csv", csv);
  const std::string program = "'" PREREQ_PROGRAM "' render long.csv --engine dot -o long.svg";
  // However long it takes to read on a machine that is busy.
  const std::string until_it_draws =
      program +
      " & for i in $(seq 400); do grep -q 'drawing … 1 s' said && break; sleep 0.1; done; "
      "kill $!; wait $!";
  const Outcome terminal =
      run_program({"script", "--quiet", "--flush", "--command", until_it_draws, "said"},
                  {.folder = folder_.path(), .environment = {{"TERM", "xterm"}}});
  EXPECT_THAT(terminal.out, HasSubstr("\rdrawing … 1 s\x1b[K"));
  // Nothing stays of the line where the next prompt will be.
  EXPECT_THAT(terminal.out, HasSubstr(" s\x1b[K\r\x1b[K"));
  const std::string command = "timeout --signal=INT 2.5 " + program;
  const Outcome dumb = run_program({"script", "--quiet", "--command", command, "/dev/null"},
                                   {.folder = folder_.path(), .environment = {{"TERM", "dumb"}}});
  EXPECT_THAT(dumb.out, Not(HasSubstr("drawing")));
  const Outcome pipe = shell(command);
  EXPECT_EQ(pipe.out + pipe.err, "");
}

}  // namespace
}  // namespace prereq
