// Every code is explained, its examples are true, and the pages about codes are fresh.
// PREREQ_ACCEPT=1 writes the pages anew.
#include "prereq/explain.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "docs/documents.hpp"
#include "prereq/schema.hpp"
#include "support/run_program.hpp"
#include "write/terminal_text.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lines_of;
using testing::Outcome;
using testing::TemporaryFolder;

std::vector<Code> all_codes() {
  std::vector<Code> codes;
  for (std::size_t i = 0; i < code_count; ++i) codes.push_back(static_cast<Code>(i));
  return codes;
}

Outcome try_out(const Example& example) {
  const TemporaryFolder folder;
  for (const ExampleFile& file : example.files) {
    if (!file.name.empty()) folder.file(std::string(file.name), file.text);
  }
  const std::string path =
      fs::path(PREREQ_PROGRAM).parent_path().string() + ":" + std::string(std::getenv("PATH"));
  return testing::run_program({"sh", "-c", std::string(example.command)},
                              {.folder = folder.path(), .environment = {{"PATH", path}}});
}

// The codes in brackets at the ends of lines.
std::set<std::string> codes_in(const std::string& text) {
  std::set<std::string> codes;
  static const std::regex bracket("\\[([a-z-]+)\\]$");
  for (const std::string& line : lines_of(text)) {
    std::smatch found;
    if (std::regex_search(line, found, bracket)) codes.insert(found[1]);
  }
  return codes;
}

TEST(Explanations, ExistForEveryCode) {
  for (const Code code : all_codes()) {
    const Explanation& row = explanation(code);
    EXPECT_EQ(row.code, code) << code_name(code);
    for (const std::string_view text : {row.summary, row.cause, row.cure, row.says}) {
      EXPECT_FALSE(text.empty()) << code_name(code);
    }
  }
}

TEST(Explanations, AreTrueOfTheirExamples) {
  for (const Code code : all_codes()) {
    SCOPED_TRACE(code_name(code));
    const Explanation& row = explanation(code);
    const Outcome wrong = try_out(row.wrong);
    EXPECT_EQ(wrong.status, default_severity(code) == Severity::error ? 1 : 0);
    EXPECT_THAT(codes_in(wrong.out + wrong.err), ElementsAre(code_name(code)));
    EXPECT_THAT(lines_of(wrong.out + wrong.err), ::testing::Contains(std::string(row.says)));
    const Outcome mended = try_out(row.mended);
    EXPECT_EQ(mended.status, 0) << mended.out << mended.err;
    EXPECT_THAT(codes_in(mended.out + mended.err), IsEmpty());
  }
}

TEST(Explanations, FitATerminal) {
  std::vector<std::string> texts = {explain_codes_text()};
  EXPECT_THAT(texts[0], ::testing::Not(HasSubstr("…"))) << "a summary is too long";
  for (const Code code : all_codes()) texts.push_back(explain_text(code));
  for (const std::string& text : texts) {
    for (const std::string& line : lines_of(text)) {
      EXPECT_LE(cells(line), 80U) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(Explanations, AreThoseOfTheSchema) {
  const auto schema = nlohmann::json::parse(roadmap_schema);
  const auto& warnings = schema.at("$defs").at("allow").at("properties");
  for (const Code code : all_codes()) {
    if (default_severity(code) != Severity::warning) continue;
    std::string summary = std::string(explanation(code).summary) + ".";
    summary[0] = static_cast<char>(std::toupper(summary[0]));
    EXPECT_EQ(warnings.at(std::string(code_name(code))).at("description"), summary);
  }
}

void expect_page(const std::string& name, const std::string& text) {
  const fs::path page = fs::path(PREREQ_SOURCE_DIR) / "docs/codes" / name;
  if (testing::accepts()) {
    fs::create_directories(page.parent_path());
    std::ofstream(page, std::ios::binary) << text;
    return;
  }
  EXPECT_EQ(testing::read_text(page), text) << name;
}

TEST(Explanations, StandInPagesThatAreFresh) {
  expect_page("README.md", explain_codes_markdown());
  std::set<std::string> expected = {"README.md"};
  for (const Code code : all_codes()) {
    const std::string name = std::string(code_name(code)) + ".md";
    expect_page(name, explain_markdown(code));
    expected.insert(name);
  }
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(PREREQ_SOURCE_DIR "/docs/codes")) {
    found.insert(entry.path().filename().string());
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace prereq
