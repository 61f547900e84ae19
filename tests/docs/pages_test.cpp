// What the pages say about the program and the code.
#include <gmock/gmock.h>

#include <regex>

#include "docs/documents.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using testing::CodeBlock;
using ::testing::HasSubstr;
using testing::lines_of;
using testing::Page;

TEST(Readme, IsReadAtOneSitting) {
  EXPECT_LE(lines_of(testing::page("README.md").text).size(), 200U);
}

TEST(Readme, ShowsTheRoadmapThatItsPictureIsMadeOf) {
  const auto blocks = testing::page("README.md").blocks("yaml");
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].text, testing::read_text(fs::path(PREREQ_SOURCE_DIR) /
                                               "examples/first-roadmap/roadmap.yaml"));
}

TEST(Readme, ShowsCodeThatIsBuilt) {
  std::string example;
  const fs::path file = fs::path(PREREQ_SOURCE_DIR) / "examples/library/study_order.cpp";
  for (const std::string& line : lines_of(testing::read_text(file))) {
    example += line.substr(std::min(line.size(), line.find_first_not_of(' '))) + "\n";
  }
  const auto blocks = testing::page("README.md").blocks("cpp");
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_THAT(example, HasSubstr(blocks[0].text));
}

TEST(Guide, ListsEveryCommand) {
  const std::string guide = testing::page("docs/guide.md").text;
  std::size_t commands = 0;
  bool inside = false;
  for (const std::string& line : lines_of(testing::run_program({PREREQ_PROGRAM, "--help"}).out)) {
    if (line.empty()) inside = false;
    if (inside) {
      ++commands;
      const std::string name = line.substr(2, line.find(' ', 2) - 2);
      EXPECT_TRUE(std::regex_search(guide, std::regex("\n\\| `prereq " + name + "[ `]"))) << name;
    }
    if (line == "Commands:") inside = true;
  }
  EXPECT_GE(commands, 7U);
}

TEST(Pages, LinkOnlyToFilesThatAreThere) {
  const std::regex link(R"(\]\(([^)#\s]+)(#[^)\s]*)?\))");
  for (const Page& page : testing::all_pages()) {
    // Not in code, which has links of its own.
    std::string prose;
    bool code = false;
    for (const std::string& line : lines_of(page.text)) {
      if (line.starts_with("```")) code = !code;
      if (!code) prose += std::regex_replace(line, std::regex("`[^`]*`"), "`") + "\n";
    }
    for (std::sregex_iterator it(prose.begin(), prose.end(), link), end; it != end; ++it) {
      const std::string target = (*it)[1];
      if (target.find(':') != std::string::npos) continue;
      EXPECT_TRUE(fs::exists(page.path().parent_path() / target)) << page.name << ": " << target;
    }
  }
}

}  // namespace
}  // namespace prereq
