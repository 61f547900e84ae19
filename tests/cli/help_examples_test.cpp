// What --help shows as examples, typed as it stands there.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/cli_test.hpp"
#include "prereq/png_pdf.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;

std::vector<std::string> examples_in(const std::string& help) {
  std::vector<std::string> examples;
  std::istringstream lines(help);
  std::string line;
  while (std::getline(lines, line) && line != "Examples:") continue;
  while (std::getline(lines, line) && !line.empty()) {
    if (line.starts_with("  prereq ")) examples.push_back(line.substr(2));
  }
  return examples;
}

// A folder with the bundled roadmaps and the other files that examples name.
class HelpExamples : public ::testing::Test {
 protected:
  HelpExamples() {
    fs::copy(fs::path(PREREQ_SOURCE_DIR) / "graphs", folder_.path() / "graphs",
             fs::copy_options::recursive);
    for (const char* made : {"bin", "docs", ".zfunc", ".config/fish/completions",
                             ".local/share/bash-completion/completions"}) {
      fs::create_directories(folder_.path() / made);
    }
    folder_.file("README.md", "# To learn\n\n- Algebra\n- Calculus\n  - [ ] requires: Algebra\n");
    folder_.file("docs/guide.md", "<!-- prereq goals ../roadmap.yaml -->\n<!-- /prereq -->\n");
    folder_.file("plan.yaml", "topics: {algebra: {hours: 40}}\n");
    folder_.file("more.yaml", "topics: {calculus: {requires: [algebra]}}\n");
    // For machines without it; what it shows is tested with the manual page.
    const std::string man = folder_.file("bin/man", "#!/bin/sh\ncat >man.out\n");
    fs::permissions(man, fs::perms::owner_all);
    fs::create_symlink(PREREQ_PROGRAM, folder_.path() / "bin/prereq");
  }

  Outcome type(const std::string& command) const {
    const char* const path = std::getenv("PATH");
    return testing::run_program(
        {"sh", "-c", command},
        {.folder = folder_.path(),
         .environment = {{"HOME", folder_.path().string()},
                         {"PATH", (folder_.path() / "bin").string() + ":" + path}}});
  }

  void expect_to_work(const std::string& command) const {
    const Outcome outcome = type(command);
    const bool needs_rsvg = command.find(".png") != std::string::npos;
    EXPECT_EQ(outcome.status, needs_rsvg && !png_pdf_complaint().empty() ? 2 : 0) << command << "\n"
                                                                                  << outcome.err;
    EXPECT_THAT(outcome.err, Not(HasSubstr("warning"))) << command;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(HelpExamples, OfTheProgramWorkAsPrinted) {
  const auto examples = examples_in(prereq({"--help"}).out);
  EXPECT_FALSE(examples.empty());
  for (const std::string& example : examples) expect_to_work(example);
}

TEST_F(HelpExamples, OfEveryCommandWorkAsPrinted) {
  expect_to_work("prereq new roadmap.yaml");
  for (const std::string& command : testing::all_commands) {
    const auto examples = examples_in(prereq({command, "--help"}).out);
    EXPECT_FALSE(examples.empty()) << command;
    for (const std::string& example : examples) expect_to_work(example);
  }
}

}  // namespace
}  // namespace prereq
