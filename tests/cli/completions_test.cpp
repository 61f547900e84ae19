// What shells and man are told about the commands, judged by shells and man.
#include <gmock/gmock.h>

#include <sstream>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using testing::all_commands;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::run_program;
using testing::TemporaryFolder;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class Completions : public ::testing::Test {
 protected:
  std::string script(const std::string& shell) const {
    const Outcome run = prereq({"completions", shell});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.err, "");
    return folder_.file("script." + shell, run.out);
  }

  // What bash offers for the last of these words.
  std::vector<std::string> offered_by_bash(const std::string& words) const {
    const Outcome run =
        run_program({"bash", "-c",
                     "source '" + script("bash") + "'; compopt() { :; }; COMP_WORDS=(" + words +
                         "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _prereq; printf '%s\\n' "
                         "\"${COMPREPLY[@]}\""},
                    {.folder = folder_.path()});
    EXPECT_EQ(run.err, "");
    return lines_of(run.out);
  }

  // The same of fish, which adds explanations behind a tab. A newer one also offers what only holds
  // what was typed somewhere, one letter here, one there: that is fish's own, and left out.
  std::vector<std::string> offered_by_fish(const std::string& line) const {
    const Outcome run =
        run_program({"fish", "--no-config", "-c",
                     "source '" + script("fish") + "'; complete -C '" + line + "'"},
                    {.folder = folder_.path(), .environment = {{"HOME", folder_.path().string()}}});
    EXPECT_EQ(run.err, "");
    std::vector<std::string> offered = lines_of(run.out);
    for (std::string& each : offered) each = each.substr(0, each.find('\t'));
    const std::string typed = line.substr(line.rfind(' ') + 1);
    std::erase_if(offered, [&](const std::string& each) { return !each.starts_with(typed); });
    return offered;
  }

  TemporaryFolder folder_;
};

TEST_F(Completions, OfBashOfferCommandsOptionsAndTheirWords) {
  EXPECT_THAT(offered_by_bash("prereq ''"), IsSupersetOf(all_commands));
  EXPECT_THAT(offered_by_bash("prereq re"), ElementsAre("render", "resources"));
  EXPECT_THAT(offered_by_bash("prereq render --th"), ElementsAre("--theme"));
  EXPECT_THAT(offered_by_bash("prereq render --theme ''"), ElementsAre("auto", "light", "dark"));
  EXPECT_THAT(offered_by_bash("prereq render --theme = d"), ElementsAre("dark"));
  EXPECT_THAT(offered_by_bash("prereq render --max-width ''"), ElementsAre("none"));
  EXPECT_THAT(offered_by_bash("prereq check --known ''"), Not(Contains("--strict")));
  EXPECT_THAT(offered_by_bash("prereq explain unknown-s"), ElementsAre("unknown-section"));
  EXPECT_THAT(offered_by_bash("prereq completions ''"), ElementsAre("bash", "zsh", "fish"));
}

TEST_F(Completions, OfBashOfferFilesWhereFilesGo) {
  const std::string file = folder_.file("roadmap.yaml", testing::small_roadmap);
  EXPECT_THAT(offered_by_bash("prereq check road"), ElementsAre("roadmap.yaml"));
  EXPECT_THAT(offered_by_bash("prereq render -o road"), ElementsAre("roadmap.yaml"));
  EXPECT_THAT(offered_by_bash("prereq embed --root road"), ElementsAre(""));
}

TEST_F(Completions, OfFishOfferTheSame) {
  folder_.file("roadmap.yaml", testing::small_roadmap);
  EXPECT_THAT(offered_by_fish("prereq "), IsSupersetOf(all_commands));
  EXPECT_THAT(offered_by_fish("prereq render --th"), ElementsAre("--theme"));
  EXPECT_THAT(offered_by_fish("prereq render --theme "), ElementsAre("auto", "dark", "light"));
  EXPECT_THAT(offered_by_fish("prereq check road"), ElementsAre("roadmap.yaml"));
  EXPECT_THAT(offered_by_fish("prereq explain unknown-s"), ElementsAre("unknown-section"));
}

TEST_F(Completions, OfZshAreUnderstoodByZsh) {
  const Outcome run =
      run_program({"zsh", "-f", "-c",
                   "autoload -Uz compinit && compinit -u -D && source '" + script("zsh") +
                       "' && print $_comps[prereq] && functions _prereq | wc -l"},
                  {.folder = folder_.path(), .environment = {{"HOME", folder_.path().string()}}});
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, ::testing::StartsWith("_prereq\n"));
  const std::string text = prereq({"completions", "zsh"}).out;
  for (const std::string& command : all_commands) {
    EXPECT_THAT(text, HasSubstr("\n    '" + command + ":"));
    EXPECT_THAT(text, HasSubstr("\n    " + command + ")\n"));
  }
  EXPECT_THAT(text, HasSubstr("'--theme=["));
  EXPECT_THAT(text, HasSubstr(":(auto light dark)'"));
}

TEST_F(Completions, AreForThreeShells) {
  const Outcome run = prereq({"completions", "basch"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err,
            "prereq completions: 'basch' is not one of bash, zsh, fish; did you mean 'bash'?\n"
            "see 'prereq completions --help'\n");
}

TEST(Manual, IsUnderstoodByManAndShowsEveryOptionOfEveryCommand) {
  const TemporaryFolder folder;
  const std::string page = (folder.path() / "prereq.1").string();
  EXPECT_EQ(prereq({"manual", "-o", page}).status, 0);
  const Outcome shown = run_program({"man", "--warnings", "-E", "ascii", "-l", page},
                                    {.environment = {{"MANWIDTH", "80"}, {"LC_ALL", "C"}}});
  EXPECT_EQ(shown.err, "");
  EXPECT_THAT(shown.out, AllOf(HasSubstr("\nNAME\n"), HasSubstr("\nEXIT STATUS\n"),
                               HasSubstr("\nENVIRONMENT\n"), HasSubstr(".prereq.toml")));
  for (const std::string& command : all_commands) {
    EXPECT_THAT(shown.out, HasSubstr("\n   prereq " + command + "\n"));
    for (const std::string& line : lines_of(prereq({command, "--help"}).out)) {
      const auto option = line.find("--");
      if (option == std::string::npos || option > 6 || line[0] != ' ') continue;
      const std::string name = line.substr(option, line.find_first_of(" ,", option) - option);
      EXPECT_THAT(shown.out, HasSubstr(name)) << command;
    }
  }
}

}  // namespace
}  // namespace prereq
