#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using ::testing::StartsWith;
using testing::TemporaryFolder;

TEST(CheckCommand, SaysThatNothingIsWrong) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  const Outcome run = prereq({"check", "a.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "a.yaml: 3 topics, 2 prerequisites: nothing wrong\n");
  EXPECT_EQ(run.err, "");
}

TEST(CheckCommand, ReportsWarningsAndErrorsOnStandardOutput) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::roadmap_with_error);
  const Outcome run = prereq({"check", "--format", "short", "a.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("a.yaml:4:35: warning: "));
  EXPECT_THAT(run.out, HasSubstr("a.yaml:4:54: error: topic 'algebr' is not defined"));
  EXPECT_EQ(run.err, "");
}

TEST(CheckCommand, CountsWarningsAsErrorsWhenStrict) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", testing::roadmap_with_warning);
  EXPECT_EQ(prereq({"check", file}).status, 0);
  EXPECT_EQ(prereq({"check", "--strict", file}).status, 1);
  EXPECT_EQ(prereq({"check", "--strict", "--allow", "redundant-prerequisite", file}).status, 0);
}

TEST(CheckCommand, RefusesToSilenceErrorsAndUnknownCodes) {
  EXPECT_EQ(prereq({"check", "--allow", "cycle", "a.yaml"}).err,
            "prereq check: --allow: 'cycle' is an error, which cannot be silenced\n"
            "see 'prereq check --help'\n");
  EXPECT_EQ(prereq({"check", "--allow", "url-conflict,cycel", "a.yaml"}).err,
            "prereq check: --allow: 'cycel' is no code; did you mean 'cycle'?\n"
            "see 'prereq check --help'\n");
}

TEST(CheckCommand, LeavesTheSummaryOutWhenQuiet) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", testing::small_roadmap);
  EXPECT_EQ(prereq({"check", "-q", file}).out, "");
}

TEST(CheckCommand, ColoursOnlyWhenAsked) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", testing::roadmap_with_warning);
  EXPECT_THAT(prereq({"check", file}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(prereq({"check", "--color", "always", file}).out, HasSubstr("\x1b["));
  const Outcome plain =
      prereq({"check", "--color=never", file}, {.environment = {{"NO_COLOR", ""}}});
  EXPECT_THAT(plain.out, Not(HasSubstr("\x1b[")));
}

TEST(CheckCommand, LetsTheCommandLineBeatNoColor) {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.yaml", testing::roadmap_with_warning);
  const Outcome run =
      prereq({"check", "--color", "always", file}, {.environment = {{"NO_COLOR", "1"}}});
  EXPECT_THAT(run.out, HasSubstr("\x1b["));
}

TEST(CheckCommand, TakesEachFileByItself) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  folder.file("b.yaml", testing::roadmap_with_error);
  const Outcome run = prereq({"check", "--each", "a.yaml", "b.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, StartsWith("a.yaml: 3 topics, 2 prerequisites: nothing wrong\n"));
  EXPECT_THAT(run.out, HasSubstr("\nb.yaml: 3 topics, 3 prerequisites: 1 error, 1 warning\n"));
}

TEST(CheckCommand, GivesOneJsonObjectForAllFiles) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  folder.file("b.yaml", testing::roadmap_with_error);
  const Outcome run = prereq({"check", "--each", "--format", "json", "a.yaml", "b.yaml"},
                             {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  const nlohmann::json object = nlohmann::json::parse(run.out);
  EXPECT_EQ(object.at("version"), 1);
  EXPECT_EQ(object.at("topics"), 6);
  EXPECT_EQ(object.at("prerequisites"), 5);
  EXPECT_EQ(object.at("errors"), 1);
  EXPECT_EQ(object.at("warnings"), 1);
  EXPECT_EQ(object.at("diagnostics").size(), 2U);
  EXPECT_EQ(object.at("diagnostics")[0].at("file"), "b.yaml");
}

TEST(CheckCommand, ReadsStandardInput) {
  const Outcome run = prereq({"check", "-"}, {.input = std::string(testing::small_roadmap)});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "<stdin>: 3 topics, 2 prerequisites: nothing wrong\n");
}

TEST(CheckCommand, TellsWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "missing.yaml").string();
  const Outcome run = prereq({"check", missing});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot read '" + missing + "': No such file or directory\n");
  const std::string directory = folder.path().string();
  EXPECT_EQ(prereq({"check", directory}).err,
            "prereq: cannot read '" + directory + "': Is a directory\n");
}

TEST(CheckCommand, WritesNoLogOfWhatItCouldNotRead) {
  for (const std::string format : {"json", "sarif"}) {
    const Outcome run = prereq({"check", "missing.yaml", "--format", format});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.out, "");
  }
}

TEST(CheckCommand, ChecksTheOthersWhenOneCannotBeRead) {
  const TemporaryFolder folder;
  folder.file("a.yaml", testing::small_roadmap);
  const Outcome run = prereq({"check", "--each", "missing", "a.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "a.yaml: 3 topics, 2 prerequisites: nothing wrong\n");
}

// The hook checked neither `graphs/turbo.yaml` nor any other roadmap of another name, and refused
// the schema.
TEST(CheckCommand, LeavesWhatIsNoRoadmapAlone) {
  const TemporaryFolder folder;
  folder.file("turbo.yaml", testing::small_roadmap);
  folder.file("roadmap.schema.json", prereq({"schema"}).out);
  folder.file("package.json", "{\"name\": \"a\", \"topics\": [\"b\"]}");
  folder.file("mkdocs.yml", "site_name: A\nnav:\n  - A: index.md\n");
  folder.file("templates.yaml", "{{- if .Values.a }}\n\ta: [\n");
  std::vector<std::string> command = {
      "check",        "--each",     "--only-roadmaps", "turbo.yaml", "roadmap.schema.json",
      "package.json", "mkdocs.yml", "templates.yaml"};
  const Outcome run = prereq(command, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "turbo.yaml: 3 topics, 2 prerequisites: nothing wrong\n");
  EXPECT_EQ(run.err, "");

  folder.file("broken.yml", "title: A\ntopics:\n  a: {requires: [b]}\n");
  folder.file("list.csv", "prerequisite,topic\na,\n");
  command.insert(command.end(), {"broken.yml", "missing.yaml", "list.csv"});
  const Outcome wrong = prereq(command, {.folder = folder.path()});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.out, HasSubstr("broken.yml:3:18: error: topic 'b' is not defined"));
  EXPECT_THAT(wrong.out, HasSubstr("list.csv:"));
  EXPECT_THAT(wrong.err, HasSubstr("cannot read 'missing.yaml'"));

  const Outcome none =
      prereq({"check", "--only-roadmaps", "package.json"}, {.folder = folder.path()});
  EXPECT_EQ(none.status, 0);
  EXPECT_EQ(none.out, "no roadmaps among these files\n");
}

TEST(CheckCommand, ShowsPeopleTheFirstTenThousandProblemsAndProgramsAll) {
  const TemporaryFolder folder;
  std::string table = "id\nx\ny\n";
  for (int i = 0; i < 10004; ++i) table += "x\n";
  folder.file("a.csv", table);
  const auto run = [&](const std::string& format) {
    return prereq({"check", "a.csv", "--format", format}, {.folder = folder.path()});
  };
  const Outcome human = run("human");
  EXPECT_EQ(human.status, 1);
  EXPECT_THAT(human.out, HasSubstr("\na.csv:10003:1: error: "));
  EXPECT_THAT(human.out, Not(HasSubstr("\na.csv:10004:1: error: ")));
  EXPECT_THAT(human.out, ::testing::EndsWith("… and 4 more problems\n"
                                             "a.csv: 2 topics, 0 prerequisites: 10004 errors\n"));
  for (const std::string format : {"short", "github"}) {
    EXPECT_THAT(run(format).out, ::testing::EndsWith("\n… and 4 more problems\n"));
  }
  EXPECT_EQ(nlohmann::json::parse(run("json").out)["diagnostics"].size(), 10004U);
  EXPECT_THAT(prereq({"stats", "a.csv"}, {.folder = folder.path()}).err,
              ::testing::EndsWith("\n… and 4 more problems\n"));
}

}  // namespace
}  // namespace prereq
