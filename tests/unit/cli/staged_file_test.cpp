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

}  // namespace
}  // namespace prereq::cli
