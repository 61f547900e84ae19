// Reads and checks every roadmap in this folder and compares what is said with the comments beside
// the mistakes (expectations.hpp). Something unexpected fails as well as something missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "suite/expectations.hpp"

namespace prereq {
namespace {

using testing::Expectation;

std::filesystem::path suite_folder() {
  return std::filesystem::path(PREREQ_SOURCE_DIR) / "tests" / "suite";
}

std::vector<std::string> suite_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(suite_folder())) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

Diagnostics diagnose(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("suite", text);
  const Roadmap roadmap = read_roadmap(sources, file, diagnostics);
  check(TopicGraph(roadmap), {}, diagnostics);
  apply_policy(roadmap, {}, diagnostics);
  diagnostics.sort();
  return diagnostics;
}

class Suite : public ::testing::TestWithParam<std::string> {};

TEST_P(Suite, SaysWhatTheCommentsExpect) {
  std::ifstream file(suite_folder() / (GetParam() + ".yaml"), std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto expected = testing::expectations_in(text.str());
  for (const Expectation& actual : testing::expectations_of(diagnose(text.str()))) {
    const auto found = std::ranges::find_if(
        expected, [&](const Expectation& expectation) { return expectation.fits(actual); });
    if (found == expected.end()) {
      ADD_FAILURE() << "unexpected: " << to_string(actual);
    } else {
      expected.erase(found);
    }
  }
  for (const Expectation& expectation : expected) {
    ADD_FAILURE() << "missing: " << to_string(expectation);
  }
}

std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Suite, ::testing::ValuesIn(suite_files()), test_name);

TEST(SuiteExpectations, UnderstandEveryWayToSayAPlace) {
  const auto found = testing::expectations_in(
      "a: 1  # plain # error: x: m # warning 7: y: n {s}\n"
      "# error 9:2-4: z: o # see 3:1-4:2: p # errors: no\n");
  std::vector<std::string> texts;
  for (const Expectation& expectation : found) texts.push_back(to_string(expectation));
  EXPECT_EQ(texts, (std::vector<std::string>{"1:0-0:0 error: x: m", "1:7-1:0 warning: y: n {s}",
                                             "9:2-9:4 error: z: o", "3:1-4:2 see: p"}));
}

}  // namespace
}  // namespace prereq
