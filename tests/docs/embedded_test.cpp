// What the project's own pages and the examples embed is fresh. PREREQ_ACCEPT=1 refreshes it.
#include <gtest/gtest.h>

#include "docs/documents.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

TEST(EmbeddedParts, OfThePagesAreFresh) {
  std::vector<std::string> command = {PREREQ_PROGRAM, "embed"};
  if (!testing::accepts()) command.emplace_back("--check");
  for (const testing::Page& page : testing::all_pages()) command.push_back(page.name);
  command.emplace_back("examples");
  const testing::Outcome run = testing::run_program(command, {.folder = PREREQ_SOURCE_DIR});
  EXPECT_EQ(run.status, 0) << run.out << run.err;
}

TEST(EmbeddedParts, AreInTheReadmeAndTheGuide) {
  for (const std::string name : {"README.md", "docs/guide.md"}) {
    EXPECT_NE(testing::page(name).text.find("\n<!-- prereq render "), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace prereq
