// Debian's python3-jsonschema and the schema, on every roadmap file there is: it must refuse the
// lines that prereq refuses, where a schema can, and no others.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"
#include "suite/expectations.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::read_text;
using testing::run_program;
using testing::TemporaryFolder;

const fs::path root = PREREQ_SOURCE_DIR;

// Errors that no schema can tell: of the text, of names, of sizes, and of several places together.
const std::set<std::string> beyond_a_schema = {
    "syntax",         "encoding",         "duplicate-field", "duplicate-topic", "duplicate-section",
    "duplicate-goal", "merge-conflict",   "unknown-topic",   "unknown-section", "unknown-goal",
    "cycle",          "unreachable-goal", "layout-failed",   "bad-marker",
};

// Lines of the suite with other errors that the schema cannot tell, and why.
const std::map<std::string, std::string> also_beyond = {
    {"bad-url.yaml:9", "a URL inside a resource's line"},
    {"bad-value-section.yaml:5", "which section a topic stands in"},
    {"bad-value.yaml:6", "decimals of a number"},
    {"bad-value.yaml:7", "the order of a range"},
    {"bad-value.yaml:9", "what unit has decimals"},
    {"bad-value.yaml:12", "what is inside a resource's line"},
    {"repeated-alternative.yaml:14", "which entries of a group name the same"},
    {"section-requirements.yaml:6", "what a section holds"},
    {"section-requirements.yaml:7", "more than there are"},
    {"too-large-depth.yaml:1", "how deep it is nested"},
    {"wrong-type.yaml:13", "JSON has no keys that are lists"},
};

// PyYAML takes no tab as white space after a colon.
const std::set<std::string> not_for_pyyaml = {"tabs-and-comments.yaml"};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// The schema as the program prints it, in a file.
std::string schema_file(const TemporaryFolder& folder) {
  std::string file = (folder.path() / "roadmap.schema.json").string();
  const Outcome run = run_program({PREREQ_PROGRAM, "schema", "-o", file});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(read_text(file), read_text(root / "src/read/roadmap.schema.json"));
  return file;
}

// `FILE:LINE` and `FILE: not YAML`, files without their folders.
std::set<std::string> refused_by_schema(const std::vector<fs::path>& files) {
  const TemporaryFolder folder;
  std::vector<std::string> command = {PREREQ_SYSTEM_PYTHON,
                                      (root / "tests/outside/validate_roadmaps.py").string(),
                                      schema_file(folder)};
  for (const fs::path& file : files) command.push_back(file.string());
  const Outcome run = run_program(command);
  EXPECT_EQ(run.status, 0) << run.err;
  std::set<std::string> refused;
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);) {
    const std::string place = line.substr(0, line.find(": "));
    refused.insert(line.ends_with(": not YAML") ? fs::path(place).filename().string() + ": not YAML"
                                                : fs::path(place).filename().string());
  }
  return refused;
}

TEST(SchemaValidator, RefusesInTheSuiteWhatASchemaCanRefuse) {
  const std::vector<fs::path> files = files_in(root / "tests/suite");
  ASSERT_GE(files.size(), 40U);
  const std::set<std::string> refused = refused_by_schema(files);
  std::size_t valid = 0;
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    std::set<std::string> expected;
    bool has_syntax_error = false;
    for (const auto& each : testing::expectations_in(read_text(file))) {
      if (!each.what.starts_with("error: ")) continue;
      const std::string code = each.what.substr(7, each.what.find(": ", 7) - 7);
      has_syntax_error |= code == "syntax";
      const std::string place = name + ":" + std::to_string(each.line);
      const bool is_beyond = beyond_a_schema.contains(code) || also_beyond.contains(place);
      if (!is_beyond) expected.insert(place);
    }
    if (has_syntax_error || not_for_pyyaml.contains(name)) continue;
    EXPECT_FALSE(refused.contains(name + ": not YAML"));
    std::set<std::string> found;
    std::ranges::copy_if(refused, std::inserter(found, found.end()),
                         [&](const std::string& place) { return place.starts_with(name + ":"); });
    EXPECT_EQ(found, expected);
    if (expected.empty()) ++valid;
  }
  EXPECT_GE(valid, 15U);
}

TEST(SchemaValidator, CannotTellWhatTheTestSaysItCannot) {
  const std::set<std::string> refused = refused_by_schema(files_in(root / "tests/suite"));
  for (const auto& [place, reason] : also_beyond) EXPECT_FALSE(refused.contains(place)) << reason;
}

TEST(SchemaValidator, TakesTheBundledRoadmapsAndTheExamples) {
  std::vector<fs::path> files = files_in(root / "graphs");
  EXPECT_EQ(files.size(), 2U);
  for (const auto& folder : fs::directory_iterator(root / "examples")) {
    for (const fs::path& file : files_in(folder)) files.push_back(file);
  }
  EXPECT_GE(files.size(), 6U);
  EXPECT_THAT(refused_by_schema(files), IsEmpty());
}

TEST(SchemaValidator, TakesWhatPrereqWrites) {
  const TemporaryFolder folder;
  std::vector<fs::path> files;
  const auto add = [&](const Roadmap& roadmap, const std::string& name) {
    files.emplace_back(folder.file(name + ".json", roadmap_json(roadmap)));
    files.emplace_back(folder.file(name + ".yaml", roadmap_yaml(roadmap)));
  };
  for (const fs::path& file : files_in(root / "graphs")) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId added = sources.add(file.string(), read_text(file));
    add(read_roadmap(sources, added, diagnostics), file.stem().string());
    EXPECT_TRUE(diagnostics.empty());
  }
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    testing::Random random(seed);
    add(testing::small_roadmap(random, {}), "small" + std::to_string(seed));
  }
  testing::Random random(7);
  add(testing::layered_roadmap(random, {.topics = 100, .choices = 30, .widest = 20}), "layered");
  EXPECT_THAT(refused_by_schema(files), IsEmpty());
}

}  // namespace
}  // namespace prereq
