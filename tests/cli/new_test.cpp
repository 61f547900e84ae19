#include <gmock/gmock.h>

#include <cstdlib>
#include <sstream>

#include "cli/cli_test.hpp"
#include "prereq/arrange.hpp"
#include "prereq/read.hpp"
#include "prereq/view.hpp"
#include "read/fields.hpp"
#include "support/drawing_checks.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

TEST(NewCommand, WritesARoadmapAndSaysWhatToDoWithIt) {
  const TemporaryFolder folder;
  const Outcome run = prereq({"new"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "wrote 'roadmap.yaml'; now:\n"
            "  prereq check roadmap.yaml\n"
            "  prereq render roadmap.yaml -o roadmap.svg\n"
            "  prereq path roadmap.yaml --to home-baker\n");
  EXPECT_EQ(read_text(folder.path() / "roadmap.yaml"), prereq({"new", "-"}).out);
}

TEST(NewCommand, SaysOnlyWhatWorks) {
  const TemporaryFolder folder;
  const Outcome run = prereq({"new", "a plan's.yaml"}, {.folder = folder.path()});
  const std::string path =
      std::filesystem::path(PREREQ_PROGRAM).parent_path().string() + ":" + std::getenv("PATH");
  std::size_t commands = 0;
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) continue;
    ++commands;
    const Outcome typed = testing::run_program(
        {"sh", "-c", line}, {.folder = folder.path(), .environment = {{"PATH", path}}});
    EXPECT_EQ(typed.status, 0) << line << '\n' << typed.err;
  }
  EXPECT_EQ(commands, 3U);
  EXPECT_THAT(folder.names(), ElementsAre("a plan's.svg", "a plan's.yaml"));
}

TEST(NewCommand, MakesTheFoldersOnTheWay) {
  const TemporaryFolder folder;
  const Outcome run = prereq({"new", "docs/plans/roadmap.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(std::filesystem::is_regular_file(folder.path() / "docs/plans/roadmap.yaml"));
  folder.file("file", "");
  const Outcome blocked = prereq({"new", "file/a/roadmap.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(blocked.status, 2);
  EXPECT_THAT(blocked.err, HasSubstr("cannot make the folder 'file'"));
}

TEST(NewCommand, NeverOverwrites) {
  const TemporaryFolder folder;
  folder.file("roadmap.yaml", "mine");
  std::filesystem::create_symlink("nowhere", folder.path() / "link.yaml");
  EXPECT_EQ(prereq({"new"}, {.folder = folder.path()}).err,
            "prereq new: 'roadmap.yaml' is there already and is not overwritten\n"
            "see 'prereq new --help'\n");
  EXPECT_EQ(prereq({"new", "-o", "roadmap.yaml"}, {.folder = folder.path()}).status, 2);
  EXPECT_EQ(prereq({"new", "link.yaml"}, {.folder = folder.path()}).status, 2);
  EXPECT_EQ(read_text(folder.path() / "roadmap.yaml"), "mine");
  EXPECT_THAT(folder.names(), ElementsAre("link.yaml", "roadmap.yaml"));
}

TEST(NewCommand, RefusesNamesThatMakeNoRoadmap) {
  const TemporaryFolder folder;
  EXPECT_EQ(prereq({"new", "README.md"}, {.folder = folder.path()}).err,
            "prereq new: 'README.md' would be read as another format: let its name end in .yaml\n"
            "see 'prereq new --help'\n");
  EXPECT_EQ(prereq({"new", "a.yaml", "-o", "b.yaml"}, {.folder = folder.path()}).err,
            "prereq new: expected FILE or -o, found both\nsee 'prereq new --help'\n");
  EXPECT_EQ(prereq({"new", "docs/a.md"}, {.folder = folder.path()}).status, 2);
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(NewCommand, KeepsQuietWhenAsked) {
  const TemporaryFolder folder;
  EXPECT_EQ(prereq({"new", "-q", "a.yaml"}, {.folder = folder.path()}).err, "");
  EXPECT_EQ(prereq({"new", "-o", "-"}, {.folder = folder.path()}).err, "");
  EXPECT_THAT(folder.names(), ElementsAre("a.yaml"));
}

TEST(Starter, IsFlawless) {
  const TemporaryFolder folder;
  folder.file("a.yaml", prereq({"new", "-"}).out);
  const Outcome run = prereq({"check", "--strict", "a.yaml"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "a.yaml: 15 topics, 21 prerequisites: nothing wrong\n");
}

TEST(Starter, IsDrawnWithoutOverlap) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("a.yaml", prereq({"new", "-"}).out);
  const View view = select_view(TopicGraph(read_roadmap(sources, file, diagnostics)));
  for (const Direction direction : {Direction::down, Direction::right}) {
    const Drawing drawing = arrange(view, {.direction = direction}, diagnostics);
    EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
  }
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Starter, ShowsEveryFieldAndEveryWord) {
  const std::string text = prereq({"new", "-"}).out;
  for (const ObjectType& type :
       {root_type, section_type, topic_type, entry_type, resource_type, goal_type, defaults_type}) {
    for (const std::string_view field : type.fields) {
      EXPECT_THAT(text, ::testing::ContainsRegex("[{ ,\n]" + std::string(field) + ":"));
    }
  }
  for (const std::string_view word :
       {"core",    "optional", "assumed",    "free",         "paid",      "choose: all",
        "course",  "video",    "book",       "article",      "tool",      "notebook",
        "project", "docs",     "newsletter", "channel",      "community", "x-reviewed:",
        "20min",   "1.5h",     "3-5",        "section:tools"}) {
    EXPECT_THAT(text, HasSubstr(word));
  }
}

TEST(Starter, IsReadInATerminalOfAHundredColumns) {
  std::istringstream lines(prereq({"new", "-"}).out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100U) << line;
}

}  // namespace
}  // namespace prereq
