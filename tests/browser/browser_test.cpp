// The bundled roadmaps' pictures in a real Chromium, which must have nothing to say about them.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "support/chromium.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::open_in_chromium;
using testing::Outcome;
using testing::Page;
using testing::Scheme;
using testing::seen;
using ::testing::StartsWith;
using testing::TemporaryFolder;

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
