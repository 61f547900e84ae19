// What the pages tell the reader to type is typed here.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "docs/documents.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using testing::CodeBlock;
using testing::lines_of;
using testing::Outcome;
using testing::Page;
using testing::TemporaryFolder;

class Commands : public ::testing::Test {
 protected:
  // The folder that scripts/demo builds in is this build.
  Commands() {
    testing::copy_examples(folder_.path());
    fs::create_directory(folder_.path() / "build");
    fs::create_directory_symlink(PREREQ_BINARY_DIR, folder_.path() / "build/release");
  }

  Outcome shell(const std::string& command) const {
    const std::string path =
        fs::path(PREREQ_PROGRAM).parent_path().string() + ":" + std::string(std::getenv("PATH"));
    return testing::run_program(
        {"bash", "-c", command},
        {.folder = folder_.path(),
         .environment = {{"PATH", path}, {"HOME", folder_.path().string()}}});
  }

  // The block as it would be if its commands, which follow a '$', were typed now.
  std::string replay(const CodeBlock& block) const {
    std::string session;
    for (const std::string& line : lines_of(block.text)) {
      if (!line.starts_with("$ ")) continue;
      const Outcome run = shell(line.substr(2));
      session += line + "\n" + run.out + run.err;
    }
    return session;
  }

  TemporaryFolder folder_;
};

TEST_F(Commands, SayWhatThePagesShow) {
  std::size_t sessions = 0;
  for (Page page : testing::all_pages()) {
    std::vector<CodeBlock> blocks = page.blocks("console");
    std::ranges::reverse(blocks);  // so that accepting one does not move those to come
    for (const CodeBlock& block : blocks) {
      ++sessions;
      const std::string now = replay(block);
      if (testing::accepts()) {
        page.text.replace(block.offset, block.text.size(), now);
        std::ofstream(page.path(), std::ios::binary) << page.text;
      } else {
        EXPECT_EQ(now, block.text) << page.name << ':' << block.line;
      }
    }
  }
  EXPECT_GE(sessions, 5U);
}

#ifdef PREREQ_WITH_LIBRSVG
constexpr bool has_librsvg = true;
#else
constexpr bool has_librsvg = false;
#endif

TEST_F(Commands, ThatThePagesNameWork) {
  for (const Page& page : testing::all_pages()) {
    for (const CodeBlock& block : page.blocks("sh")) {
      for (const std::string& line : lines_of(block.text)) {
        if (line.empty()) continue;
        const std::string place = page.name + ": " + line;
        if (line.starts_with("scripts/")) {
          // They build all of this: that they are there has to do.
          const fs::path script = fs::path(PREREQ_SOURCE_DIR) / line.substr(0, line.find(' '));
          EXPECT_TRUE(fs::is_regular_file(script)) << place;
          continue;
        }
        if (line.starts_with("cmake --preset ") || line.starts_with("cmake --build ")) continue;
        const Outcome run = shell(line);
        const bool draws_pixels = line.find(".png") != std::string::npos;
        if (draws_pixels && !has_librsvg) {
          EXPECT_EQ(run.status, 2) << place;
          EXPECT_NE(run.err.find("built without librsvg"), std::string::npos) << run.err;
          continue;
        }
        EXPECT_EQ(run.status, 0) << place << '\n' << run.err;
      }
    }
  }
}

TEST_F(Commands, OfTheReadmeInstallWhatScriptsDemoBuilds) {
  std::vector<std::string> typed;
  for (const CodeBlock& block : testing::page("README.md").blocks("sh")) {
    for (const std::string& line : lines_of(block.text)) typed.push_back(line);
  }
  ASSERT_THAT(typed, ::testing::IsSupersetOf({"scripts/demo", "scripts/test"}));
  EXPECT_EQ(typed[0], "scripts/demo");
  ASSERT_THAT(typed[1], ::testing::StartsWith("cmake --install build/release --prefix ~/.local"));
  const Outcome installed = shell(typed[1] + " && ~/.local/bin/prereq --version");
  EXPECT_EQ(installed.status, 0) << installed.err;
  EXPECT_TRUE(fs::exists(folder_.path() / ".local/share/man/man1/prereq.1"));
}

TEST_F(Commands, CheckEveryRoadmapThatThePagesShow) {
  for (const Page& page : testing::all_pages()) {
    for (const std::string language : {"yaml", "json"}) {
      for (const CodeBlock& block : page.blocks(language)) {
        folder_.file("roadmap." + language, block.text);
        const Outcome run = shell("prereq check roadmap." + language);
        EXPECT_EQ(run.status, 0) << page.name << ':' << block.line << '\n' << run.out;
      }
    }
  }
}

}  // namespace
}  // namespace prereq
