#include "cli/staged_file.hpp"

#include <gmock/gmock.h>

#include <cerrno>
#include <filesystem>

#include "support/run_program.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;
using prereq::testing::read_text;
using prereq::testing::TemporaryFolder;
using ::testing::ElementsAre;

std::vector<StagedFile> stage(const std::vector<OutputFile>& files) {
  std::vector<StagedFile> staged(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(staged[i].stage(files[i]), 0);
  return staged;
}

TEST(MoveAll, TakesBackWhatIsInPlaceIfALaterOneCannotBeMoved) {
  const TemporaryFolder folder;
  const std::string old = folder.file("a.svg", "old");
  const std::string fresh = (folder.path() / "b.svg").string();
  const std::string stuck = (folder.path() / "c.md").string();
  {
    std::vector<StagedFile> staged = stage({{old, "new"}, {fresh, "new"}, {stuck, "new"}});
    fs::create_directory(stuck);
    const MoveResult moved = move_all(staged);
    EXPECT_EQ(moved.error, EISDIR);
    EXPECT_EQ(moved.failed, 2U);
    EXPECT_THAT(moved.stay, ElementsAre());
  }
  EXPECT_EQ(read_text(old), "old");
  EXPECT_EQ(fs::hard_link_count(old), 1U);
  EXPECT_THAT(folder.names(), ElementsAre("a.svg", "c.md"));
}

TEST(MoveAll, LeavesNothingButTheFiles) {
  const TemporaryFolder folder;
  const std::string one = folder.file("a", "old");
  const std::string other = folder.file("b", "old");
  {
    std::vector<StagedFile> staged = stage({{one, "new a"}, {other, "new b"}});
    EXPECT_EQ(move_all(staged).error, 0);
  }
  EXPECT_EQ(read_text(one), "new a");
  EXPECT_EQ(read_text(other), "new b");
  EXPECT_EQ(fs::hard_link_count(one), 1U);
  EXPECT_THAT(folder.names(), ElementsAre("a", "b"));
}

OutputFile in_place_of(const std::string& name, EarlierText before, const std::string& text) {
  OutputFile file{name, text};
  file.replaces.emplace(std::move(before));
  return file;
}

TEST(MoveAll, ReplacesOnlyWhatWasRead) {
  const TemporaryFolder folder;
  const std::string page = folder.file("a.md", "read");
  const std::string fresh = (folder.path() / "b.svg").string();
  {
    std::vector<StagedFile> staged =
        stage({in_place_of(fresh, std::nullopt, "new b"), in_place_of(page, "read", "new a")});
    EXPECT_EQ(move_all(staged).error, 0);
  }
  EXPECT_EQ(read_text(page), "new a");
  EXPECT_EQ(read_text(fresh), "new b");
  EXPECT_THAT(folder.names(), ElementsAre("a.md", "b.svg"));
}

TEST(MoveAll, LosesNothingThatSomebodySavedMeanwhile) {
  const TemporaryFolder folder;
  const std::string picture = folder.file("a.svg", "old picture");
  const std::string fresh = (folder.path() / "b.svg").string();
  const std::string page = folder.file("c.md", "read");
  {
    std::vector<StagedFile> staged =
        stage({in_place_of(picture, "old picture", "new"), in_place_of(fresh, std::nullopt, "new"),
               in_place_of(page, "read", "new")});
    folder.file("c.md", "saved");
    const MoveResult moved = move_all(staged);
    EXPECT_EQ(moved.error, changed_since_read);
    EXPECT_EQ(moved.failed, 2U);
    EXPECT_THAT(moved.stay, ElementsAre());
  }
  EXPECT_EQ(read_text(page), "saved");
  EXPECT_EQ(read_text(picture), "old picture");
  EXPECT_THAT(folder.names(), ElementsAre("a.svg", "c.md"));
}

TEST(MoveAll, LosesNoFileThatSomebodyMadeOrRemovedMeanwhile) {
  const TemporaryFolder folder;
  const std::string made = (folder.path() / "a.svg").string();
  const std::string gone = folder.file("b.svg", "read");
  {
    std::vector<StagedFile> staged = stage({in_place_of(made, std::nullopt, "new")});
    folder.file("a.svg", "made");
    EXPECT_EQ(move_all(staged).error, changed_since_read);
  }
  EXPECT_EQ(read_text(made), "made");
  {
    std::vector<StagedFile> staged = stage({in_place_of(gone, "read", "new")});
    fs::remove(gone);
    EXPECT_EQ(move_all(staged).error, changed_since_read);
  }
  EXPECT_THAT(folder.names(), ElementsAre("a.svg"));
}

TEST(MoveAll, TakesNothingBackThatSomebodySavedOverIt) {
  const TemporaryFolder folder;
  const std::string page = folder.file("a.md", "read");
  StagedFile staged;
  ASSERT_EQ(staged.stage(in_place_of(page, "read", "new")), 0);
  ASSERT_EQ(staged.move(true), 0);
  folder.file("a.md", "saved");
  EXPECT_TRUE(staged.undo());
  EXPECT_EQ(read_text(page), "saved");
  EXPECT_THAT(folder.names(), ElementsAre("a.md"));
}

}  // namespace
}  // namespace prereq::cli
