// Hooks and workflows that other projects use.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "docs/documents.hpp"
#include "prereq/version.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::read_text;

const fs::path root = PREREQ_SOURCE_DIR;

class CheckProject : public ::testing::Test {
 protected:
  CheckProject() { testing::copy_examples(folder_.path()); }

  Outcome run(std::vector<std::pair<std::string, std::string>> environment) const {
    environment.emplace_back("PREREQ", PREREQ_PROGRAM);
    return testing::run_program({(root / "scripts/check-project").string()},
                                {.folder = folder_.path(), .environment = std::move(environment)});
  }

  testing::TemporaryFolder folder_;
};

TEST_F(CheckProject, FindsNothingWrongWithTheExamples) {
  const Outcome said = run({{"ROADMAPS", "examples/*/roadmap.yaml"},
                            {"PAGES", "examples/github-readme/README.md examples/sphinx/index.md"},
                            {"SARIF", "log.sarif"}});
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.out, "nothing is stale\n");
  EXPECT_THAT(read_text(folder_.path() / "log.sarif"), HasSubstr("\"version\": \"2.1.0\""));
}

TEST_F(CheckProject, AnnotatesWhatIsWrong) {
  folder_.file("a.yaml", "topics:\n  a: {requires: [b]}\n");
  const Outcome said = run({{"ROADMAPS", "a.yaml"}, {"SARIF", "log.sarif"}});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("::error file=a.yaml,line=2,col=18,endLine=2,endColumn=18,"
                                  "title=unknown-topic::topic 'b' is not defined"));
  EXPECT_THAT(read_text(folder_.path() / "log.sarif"), HasSubstr("\"unknown-topic\""));
}

TEST_F(CheckProject, CountsWarningsIfStrict) {
  folder_.file("a.yaml", "topics:\n  a: {}\n  b: {}\n");
  EXPECT_EQ(run({{"ROADMAPS", "a.yaml"}}).status, 0);
  EXPECT_EQ(run({{"ROADMAPS", "a.yaml"}, {"STRICT", "true"}}).status, 1);
}

TEST_F(CheckProject, ShowsStalePages) {
  folder_.file("a.md", "<!-- prereq goals examples/sphinx/roadmap.yaml -->\n<!-- /prereq -->\n");
  const Outcome said = run({{"ROADMAPS", "examples/sphinx/roadmap.yaml"}, {"PAGES", "a.md"}});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("+| Your first patch | 3 | 7 h |\n"));
  EXPECT_THAT(said.out,
              HasSubstr("\n::error title=stale pages::run 'prereq embed a.md' and commit "));
}

TEST_F(CheckProject, NeedsARoadmap) { EXPECT_NE(run({}).status, 0); }

TEST(Workflow, RunsTheScriptWithInputsInTheEnvironmentOnly) {
  const std::string workflow = read_text(root / ".github/workflows/roadmap.yml");
  EXPECT_THAT(workflow, HasSubstr("run: ../prereq/scripts/check-project\n"));
  for (const std::string& line : testing::lines_of(workflow)) {
    if (line.find(" run: ") == std::string::npos) continue;
    EXPECT_THAT(line, Not(HasSubstr("${{")));
  }
}

// What pre-commit does: hands the files over whose names match, to the hook's command.
TEST(PreCommitHooks, CheckEveryRoadmapAndNothingElse) {
  const std::string hooks = read_text(root / ".pre-commit-hooks.yaml");
  const std::string first = hooks.substr(0, hooks.find("- id: prereq-embed\n"));
  std::smatch entry;
  ASSERT_TRUE(std::regex_search(first, entry, std::regex("\n  entry: prereq (.*)\n")));
  std::smatch files;
  ASSERT_TRUE(std::regex_search(first, files, std::regex("\n  files: \\(\\?i\\)(.*)\n")));
  const std::regex pattern(files[1].str(), std::regex::icase);

  const testing::TemporaryFolder folder;
  folder.file("turbo.yaml", read_text(root / "graphs/turbo.yaml"));
  folder.file("plan.YML", "topics:\n  a: {requires: [b]}\n");
  folder.file("roadmap.schema.json", testing::run_program({PREREQ_PROGRAM, "schema"}).out);
  folder.file("package.json", "{\"name\": \"a\"}\n");
  folder.file("README.md", "# A\n");
  std::vector<std::string> command = {PREREQ_PROGRAM};
  std::istringstream words(entry[1].str());
  for (std::string word; words >> word;) command.push_back(word);
  for (const std::string& name : folder.names()) {
    if (std::regex_search(name, pattern)) command.push_back(name);
  }
  const Outcome run = testing::run_program(command, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("plan.YML:2:18: error: topic 'b' is not defined"));
  EXPECT_THAT(run.out, HasSubstr("turbo.yaml: "));
  EXPECT_THAT(run.out, Not(HasSubstr("schema")));
  EXPECT_THAT(run.out, Not(HasSubstr("package")));
}

TEST(PreCommitHooks, RunCommandsThatAreThere) {
  const std::string hooks = read_text(root / ".pre-commit-hooks.yaml");
  const std::regex entry("\n  entry: (prereq) ([a-z]+)((?: --[a-z-]+)*)\n");
  std::size_t found = 0;
  for (std::sregex_iterator it(hooks.begin(), hooks.end(), entry), end; it != end; ++it, ++found) {
    const Outcome help = testing::run_program({PREREQ_PROGRAM, (*it)[2], "--help"});
    EXPECT_EQ(help.status, 0) << (*it)[2];
    std::istringstream options((*it)[3].str());
    for (std::string option; options >> option;) EXPECT_THAT(help.out, HasSubstr(option + " "));
  }
  EXPECT_EQ(found, 3U);
  const std::string page = testing::page("docs/embedding.md").text;
  EXPECT_THAT(page, HasSubstr("- id: prereq-check\n"));
  EXPECT_THAT(page, HasSubstr("- id: prereq-embed-check\n"));
  EXPECT_THAT(page, HasSubstr("    rev: v" + std::string(version) + "\n"));
}

}  // namespace
}  // namespace prereq
