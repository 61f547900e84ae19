#include "cli/afresh.hpp"

#include <gmock/gmock.h>

#include <optional>
#include <string>

#include "cli/files.hpp"
#include "support/run_program.hpp"

namespace prereq::cli {
namespace {

using prereq::testing::read_text;
using prereq::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Work on a page that somebody saves during the first so many attempts.
class Page {
 public:
  explicit Page(int saves) : saves_(saves) { folder_.file("a.md", "text\n"); }

  Status work() {
    return replace_afresh([this] { return read_file(name_, 1'000, console_); },
                          [this](const std::string& text) -> std::optional<std::string> {
                            if (++attempts_ <= saves_) {
                              folder_.file("a.md",
                                           "save " + std::to_string(attempts_) + "\n" + text);
                            }
                            return text + "worked on\n";
                          },
                          [this](const std::string& text) {
                            OutputFile page{name_, text};
                            page.replaces.emplace(text.substr(0, text.size() - 10));
                            return write_unless_changed({{picture_, "picture"}, page}, console_);
                          },
                          console_);
  }

  std::string text() const { return read_text(name_); }
  int attempts() const { return attempts_; }
  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
  std::string name_ = (folder_.path() / "a.md").string();
  std::string picture_ = (folder_.path() / "b.svg").string();
  Console console_;
  int saves_;
  int attempts_ = 0;
};

TEST(ReplaceAfresh, WorksOnWhatIsThere) {
  Page page(0);
  EXPECT_EQ(page.work(), Status::fine);
  EXPECT_EQ(page.text(), "text\nworked on\n");
  EXPECT_EQ(page.attempts(), 1);
}

TEST(ReplaceAfresh, BeginsAnewOnWhatSomebodySaved) {
  Page page(2);
  EXPECT_EQ(page.work(), Status::fine);
  EXPECT_EQ(page.text(), "save 2\nsave 1\ntext\nworked on\n");
  EXPECT_EQ(page.attempts(), 3);
}

TEST(ReplaceAfresh, GivesUpAfterThreeTimesAndLosesNothing) {
  Page page(100);
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(page.work(), Status::failed);
  EXPECT_THAT(::testing::internal::GetCapturedStderr(),
              HasSubstr("was changed by somebody else 3 times while prereq worked on it, and "
                        "nothing is written"));
  EXPECT_EQ(page.text(), "save 3\nsave 2\nsave 1\ntext\n");
  EXPECT_THAT(page.folder().names(), ElementsAre("a.md"));
}

}  // namespace
}  // namespace prereq::cli
