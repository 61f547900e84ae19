// What `check` says about whole files, in each format.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "prereq/report.hpp"
#include "support/golden_file.hpp"

namespace prereq {
namespace {

constexpr const char* folder = "tests/golden/reports/";

struct Checked {
  Sources sources;
  Diagnostics diagnostics;
  CheckSummary summary;
};

Checked check_golden(const std::string& name) {
  std::ifstream file(std::string(PREREQ_SOURCE_DIR) + "/" + folder + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  Checked checked;
  const FileId id = checked.sources.add(name, {std::istreambuf_iterator<char>(file), {}});
  const TopicGraph graph(read_roadmap(checked.sources, id, checked.diagnostics));
  checked.summary = check(graph, {}, checked.diagnostics);
  apply_policy(graph.roadmap(), {}, checked.diagnostics);
  checked.diagnostics.sort();
  return checked;
}

std::string human(const Checked& checked, const std::string& name) {
  return format_human(checked.diagnostics, checked.sources) +
         format_summary(name, checked.diagnostics, checked.summary);
}

TEST(ReportGolden, SaysEverythingThatIsWrongToPeople) {
  testing::expect_golden(human(check_golden("everything.yaml"), "everything.yaml"),
                         std::string(folder) + "everything.human.txt");
}

TEST(ReportGolden, SaysItInOneLineEachToEditors) {
  const Checked checked = check_golden("everything.yaml");
  testing::expect_golden(format_short(checked.diagnostics, checked.sources),
                         std::string(folder) + "everything.short.txt");
}

TEST(ReportGolden, SaysItInFullToPrograms) {
  const Checked checked = check_golden("everything.yaml");
  testing::expect_golden(format_json(checked.diagnostics, checked.sources, checked.summary),
                         std::string(folder) + "everything.json");
}

TEST(ReportGolden, PutsCaretsUnderWideTabbedAndLongText) {
  testing::expect_golden(human(check_golden("widths.yaml"), "widths.yaml"),
                         std::string(folder) + "widths.human.txt");
}

}  // namespace
}  // namespace prereq
