// The bundled roadmaps' pictures in a real Chromium, which must have nothing to say about them.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "support/run_program.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::TemporaryFolder;

struct Page {
  std::string dom;
  std::vector<std::string> console;  // what was logged about it
};

Page open_in_chromium(const std::string& file) {
  const TemporaryFolder profile;
  // Everything runs as root in CI's container, where Chromium's own sandbox cannot.
  const Outcome run =
      testing::run_program({PREREQ_CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu",
                            "--disable-dev-shm-usage", "--user-data-dir=" + profile.path().string(),
                            "--enable-logging=stderr", "--dump-dom", "file://" + file});
  EXPECT_EQ(run.status, 0) << run.err;
  Page page{run.out, {}};
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    const auto logged = line.find(":CONSOLE");
    if (logged != std::string::npos) page.console.push_back(line.substr(line.find(']') + 2));
  }
  return page;
}

TEST(Chromium, IsHeardWhenItComplains) {
  const TemporaryFolder folder;
  const std::string file = folder.file(
      "a.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>console.log('hi')</script></svg>");
  EXPECT_THAT(open_in_chromium(file).console, ElementsAre(HasSubstr("\"hi\"")));
}

TEST(Chromium, LoadsTheBundledRoadmapsWithoutAMessage) {
  for (const std::string name : {"self-study", "turbo"}) {
    const TemporaryFolder folder;
    const std::string picture = (folder.path() / (name + ".svg")).string();
    const Outcome run = testing::run_program(
        {PREREQ_PROGRAM, "render", PREREQ_SOURCE_DIR "/graphs/" + name + ".yaml", "-o", picture});
    ASSERT_EQ(run.status, 0) << run.err;
    const Page page = open_in_chromium(picture);
    EXPECT_THAT(page.console, IsEmpty());
    EXPECT_THAT(page.dom, HasSubstr("id=\"" + name + "-topic-python\""));
    EXPECT_THAT(page.dom, Not(HasSubstr("parsererror")));
  }
}

}  // namespace
}  // namespace prereq
