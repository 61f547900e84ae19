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
using ::testing::StartsWith;
using testing::TemporaryFolder;

struct Page {
  std::string dom;
  std::vector<std::string> console;  // what was logged about it
};

Outcome run_chromium(const std::vector<std::string>& arguments, const std::string& file) {
  const TemporaryFolder profile;
  // Everything runs as root in CI's container, where Chromium's own sandbox cannot.
  std::vector<std::string> command = {PREREQ_CHROMIUM,
                                      "--headless",
                                      "--no-sandbox",
                                      "--disable-gpu",
                                      "--disable-dev-shm-usage",
                                      "--disable-quic",
                                      "--disable-background-networking",
                                      "--disable-component-update",
                                      "--disable-sync",
                                      "--no-first-run",
                                      "--user-data-dir=" + profile.path().string(),
                                      "--enable-logging=stderr"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  command.push_back("file://" + file);
  Outcome run = testing::run_program(command);
  EXPECT_EQ(run.status, 0) << run.err;
  return run;
}

Page open_in_chromium(const std::string& file) {
  const Outcome run = run_chromium({"--dump-dom"}, file);
  Page page{run.out, {}};
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    const auto logged = line.find(":CONSOLE");
    if (logged != std::string::npos) page.console.push_back(line.substr(line.find(']') + 2));
  }
  return page;
}

// A PNG of what a reader sees whose system prefers that colour scheme.
enum class Scheme { dark = 0, light = 1 };  // as Chromium numbers them
std::string seen(const std::string& file, Scheme scheme) {
  const TemporaryFolder folder;
  const auto picture = folder.path() / "seen.png";
  run_chromium({"--blink-settings=preferredColorScheme=" + std::to_string(static_cast<int>(scheme)),
                "--window-size=400,300", "--screenshot=" + picture.string()},
               file);
  return testing::read_text(picture);
}

std::string draw(const std::string& name, const TemporaryFolder& folder) {
  const std::string picture = (folder.path() / (name + ".svg")).string();
  const Outcome run = testing::run_program(
      {PREREQ_PROGRAM, "render", PREREQ_SOURCE_DIR "/graphs/" + name + ".yaml", "-o", picture});
  EXPECT_EQ(run.status, 0) << run.err;
  return picture;
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
    const Page page = open_in_chromium(draw(name, folder));
    EXPECT_THAT(page.console, IsEmpty());
    EXPECT_THAT(page.dom, StartsWith("<svg "));
    EXPECT_THAT(page.dom, HasSubstr("id=\"" + name + "-topic-python\""));
    EXPECT_THAT(page.dom, Not(HasSubstr("parsererror")));
  }
}

TEST(Chromium, ShowsTheBundledRoadmapsAsTheReaderPrefers) {
  for (const std::string name : {"self-study", "turbo"}) {
    const TemporaryFolder folder;
    const std::string picture = draw(name, folder);
    const std::string light = seen(picture, Scheme::light);
    EXPECT_THAT(light, StartsWith("\x89PNG"));
    EXPECT_TRUE(seen(picture, Scheme::light) == light) << name << " looks different each time";
    EXPECT_FALSE(seen(picture, Scheme::dark) == light) << name << " looks the same in the dark";
  }
}

}  // namespace
}  // namespace prereq
