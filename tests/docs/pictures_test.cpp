// The pictures in the pages are what prereq draws today. PREREQ_ACCEPT=1 draws them anew.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "docs/documents.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

void expect_up_to_date(const std::string& roadmap, const std::string& picture,
                       const std::vector<std::string>& options = {}) {
  const std::filesystem::path root = PREREQ_SOURCE_DIR;
  const testing::TemporaryFolder folder;
  const auto drawn = folder.path() / std::filesystem::path(picture).filename();
  std::vector<std::string> command = {PREREQ_PROGRAM, "render", (root / roadmap).string(), "-o",
                                      drawn.string()};
  command.insert(command.end(), options.begin(), options.end());
  const testing::Outcome run = testing::run_program(command);
  ASSERT_EQ(run.status, 0) << run.err;
  const std::string now = testing::read_text(drawn);
  if (testing::accepts()) {
    std::ofstream(root / picture, std::ios::binary) << now;
    return;
  }
  // Compared by themselves: a difference of two drawings is no use on a screen.
  EXPECT_TRUE(testing::read_text(root / picture) == now)
      << picture << " is stale: run this test with PREREQ_ACCEPT=1 and look at the picture";
}

TEST(Pictures, OfTheFirstRoadmapIsFresh) {
  expect_up_to_date("examples/first-roadmap/roadmap.yaml", "examples/first-roadmap/roadmap.svg");
}

TEST(Pictures, OfTheSelfStudyRoadmapIsFresh) {
  expect_up_to_date("graphs/self-study.yaml", "docs/images/self-study.svg");
}

TEST(Pictures, OfTheTurboRoadmapIsFresh) {
  expect_up_to_date("graphs/turbo.yaml", "docs/images/turbo.svg");
}

// The guide says the options beside each.
TEST(Pictures, OfPartsOfRoadmapsAreFresh) {
  expect_up_to_date("graphs/turbo.yaml", "docs/images/turbo-llm-builder.svg",
                    {"--to", "llm-builder", "--known", "python,linear-algebra,terminal"});
  expect_up_to_date("graphs/turbo.yaml", "docs/images/turbo-overview.svg", {"--collapse", "all"});
  expect_up_to_date("graphs/self-study.yaml", "docs/images/mathematics.svg",
                    {"--around", "section:math", "--upstream", "--detail", "resources"});
}

}  // namespace
}  // namespace prereq
