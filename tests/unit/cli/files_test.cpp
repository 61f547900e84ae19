#include "cli/files.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "support/run_program.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;
using prereq::testing::read_text;
using prereq::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;

TEST(ReadFile, StopsJustAfterTheLimit) {
  const TemporaryFolder folder;
  Console console;
  const std::string small = folder.file("small", "1234");
  EXPECT_THAT(read_file(small, 4, console), Optional(Eq("1234")));
  const std::string large = folder.file("large", std::string(1 << 20, 'x'));
  EXPECT_LT(read_file(large, 4, console)->size(), std::size_t{1} << 17);
  EXPECT_GT(read_file(large, 4, console)->size(), 4U);
}

TEST(WriteFiles, ReplacesWholeFilesAndKeepsTheirMode) {
  const TemporaryFolder folder;
  Console console;
  const std::string file = folder.file("a", "old text");
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  EXPECT_TRUE(write_files({{file, "new"}, {(folder.path() / "b").string(), "B"}}, console));
  EXPECT_EQ(read_text(file), "new");
  EXPECT_EQ(read_text(folder.path() / "b"), "B");
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
  EXPECT_THAT(folder.names(), ElementsAre("a", "b"));
}

TEST(WriteFiles, WritesNothingWhenOneOfThemCannotBeWritten) {
  const TemporaryFolder folder;
  Console console;
  const std::string file = folder.file("a", "old");
  const std::string nowhere = (folder.path() / "missing" / "b").string();
  ::testing::internal::CaptureStderr();
  EXPECT_FALSE(write_files({{file, "new"}, {nowhere, "B"}}, console));
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "prereq: cannot write '" + nowhere + "': No such file or directory\n");
  EXPECT_EQ(read_text(file), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a"));
}

// Who may write anywhere, as in CI's container, becomes somebody who may not.
class Ordinary {
 public:
  Ordinary() {
    if (::geteuid() == 0) was_root_ = ::seteuid(65534) == 0;
  }
  ~Ordinary() {
    if (was_root_) was_root_ = ::seteuid(0) != 0;
  }
  Ordinary(const Ordinary&) = delete;
  Ordinary& operator=(const Ordinary&) = delete;

 private:
  bool was_root_ = false;
};

TEST(WriteFiles, WritesNothingIfOneFolderIsReadOnly) {
  const TemporaryFolder folder;
  Console console;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0777), 0);
  const fs::path closed = folder.path() / "closed";
  fs::create_directory(closed);
  ASSERT_EQ(::chmod(closed.c_str(), 0555), 0);
  const std::string inside = (closed / "b").string();
  ::testing::internal::CaptureStderr();
  {
    const Ordinary user;
    EXPECT_FALSE(write_files({{(folder.path() / "a").string(), "A"}, {inside, "B"}}, console));
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "prereq: cannot write '" + inside + "': Permission denied\n");
  EXPECT_THAT(folder.names(), ElementsAre("closed"));
}

TEST(WriteFiles, WritesThroughASymbolicLink) {
  const TemporaryFolder folder;
  Console console;
  const std::string file = folder.file("a", "old");
  const std::string link = (folder.path() / "link").string();
  fs::create_symlink("a", link);
  EXPECT_TRUE(write_files({{link, "new"}}, console));
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read_text(file), "new");
}

TEST(WriteFiles, MakesWhatASymbolicLinkLeadsTo) {
  const TemporaryFolder folder;
  Console console;
  const std::string link = (folder.path() / "link").string();
  fs::create_symlink("further", link);
  fs::create_symlink(folder.path() / "a", folder.path() / "further");
  EXPECT_TRUE(write_files({{link, "new"}}, console));
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read_text(folder.path() / "a"), "new");
}

TEST(WriteFiles, LeavesASymbolicLinkAloneThatLeadsToItself) {
  const TemporaryFolder folder;
  Console console;
  const std::string link = (folder.path() / "link").string();
  fs::create_symlink("link", link);
  ::testing::internal::CaptureStderr();
  EXPECT_FALSE(write_files({{link, "new"}}, console));
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "prereq: cannot write '" + link + "': Too many levels of symbolic links\n");
  EXPECT_TRUE(fs::is_symlink(link));
}

TEST(WriteFiles, DoesNotTakeAMissingFolderBackByTwoDots) {
  const TemporaryFolder folder;
  Console console;
  const std::string file = folder.file("a", "old");
  const std::string around = (folder.path() / "no" / ".." / "a").string();
  ::testing::internal::CaptureStderr();
  EXPECT_FALSE(write_files({{around, "new"}}, console));
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "prereq: cannot write '" + around + "': No such file or directory\n");
  EXPECT_EQ(read_text(file), "old");
  fs::create_directories(folder.path() / "yes" / "inner");
  fs::create_directory_symlink("yes/inner", folder.path() / "no");
  EXPECT_TRUE(write_files({{around, "new"}}, console));
  EXPECT_EQ(read_text(folder.path() / "yes" / "a"), "new");
  EXPECT_EQ(read_text(file), "old");
}

TEST(WriteFiles, WritesADeviceInPlace) {
  Console console;
  EXPECT_TRUE(write_files({{"/dev/null", "gone"}}, console));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(NewFolders, AreMadeWithThoseTheyAreInAndGoneWithThem) {
  const TemporaryFolder folder;
  Console console;
  const fs::path around = folder.path() / "docs";
  const std::string name = (around / "pages").string();
  {
    NewFolders made;
    ASSERT_TRUE(made.make(name, console));
    ASSERT_TRUE(made.make((around / "more/").string(), console));
    EXPECT_TRUE(fs::is_directory(name));
  }
  EXPECT_FALSE(fs::exists(around));
  {
    NewFolders made;
    ASSERT_TRUE(made.make(name, console));
    made.keep();
  }
  EXPECT_TRUE(fs::is_directory(name));
}

TEST(NewFolders, AreGoneWhenASignalEndsTheProgram) {
  const TemporaryFolder folder;
  const fs::path around = folder.path() / "docs";
  const std::string name = (around / "pages").string();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    EXPECT_EXIT(
        {
          Console console;
          NewFolders made;
          if (made.make(name, console) && fs::is_directory(name)) ::raise(signal);
          ::_exit(1);
        },
        ::testing::KilledBySignal(signal), "");
    EXPECT_FALSE(fs::exists(around)) << signal;
  }
}

TEST(NewFolders, AreNotMadeWhereAFileIsNorTakeItAway) {
  const TemporaryFolder folder;
  Console console;
  const std::string name = folder.file("pages", "text");
  ::testing::internal::CaptureStderr();
  {
    NewFolders made;
    EXPECT_FALSE(made.make(name, console));
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "prereq: cannot make the folder '" + name + "': File exists\n");
  EXPECT_EQ(read_text(name), "text");
}

TEST(NewFolders, AreNotMadeToBeLeftAgainByTwoDots) {
  const TemporaryFolder folder;
  Console console;
  const std::string around = (folder.path() / "no" / "..").string();
  ::testing::internal::CaptureStderr();
  {
    NewFolders made;
    EXPECT_FALSE(made.make(around + "/pages", console));
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "prereq: cannot make the folder '" + around +
                                                          "': there is no folder '" +
                                                          (folder.path() / "no").string() + "'\n");
  EXPECT_THAT(folder.names(), ElementsAre());
}

TEST(RefuseOverwriting, SeesARoadmapBehindEveryName) {
  const TemporaryFolder folder;
  Console console;
  const std::string file = folder.file("a.yaml", "topics: {}");
  const std::string hard = (folder.path() / "hard").string();
  const std::string soft = (folder.path() / "soft").string();
  fs::create_hard_link(file, hard);
  fs::create_symlink("a.yaml", soft);
  for (const std::string& name : {file, hard, soft, (folder.path() / "." / "a.yaml").string()}) {
    EXPECT_THAT(refuse_overwriting({name}, {file}, console),
                Optional(Eq("'" + name + "' was read and is not overwritten")));
  }
  EXPECT_EQ(refuse_overwriting({(folder.path() / "new").string(), "-"}, {file}, console),
            std::nullopt);
}

TEST(RefuseOverwriting, SeesAFileThatIsNamedTwice) {
  const TemporaryFolder folder;
  Console console;
  const std::string one = (folder.path() / "a.svg").string();
  const std::string other = (folder.path() / "." / "a.svg").string();
  EXPECT_THAT(refuse_overwriting({one, other}, {}, console),
              Optional(Eq("'" + other + "' would be written twice")));
  const std::string link = (folder.path() / "link").string();
  fs::create_symlink("a.svg", link);
  EXPECT_THAT(refuse_overwriting({one, link}, {}, console),
              Optional(Eq("'" + link + "' would be written twice")));
}

}  // namespace
}  // namespace prereq::cli
