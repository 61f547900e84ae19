// Pages in the styles in which people keep lists of what to learn, and the roadmaps in them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"
#include "support/golden_file.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(PREREQ_SOURCE_DIR "/tests/golden/markdown")) {
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string text_of(const std::string& path) {
  std::ifstream in(fs::path(PREREQ_SOURCE_DIR) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What is not in the roadmap, one a line.
std::vector<std::string> remarks(const ReadNotes& notes) {
  std::vector<std::string> lines;
  for (const auto& each : notes.left_out) {
    lines.push_back(
        fmt::format("left out {}:{}: {}", each.span.begin.line, each.span.begin.column, each.what));
  }
  for (const std::string& id : notes.known) lines.push_back("known: " + id);
  if (notes.sections_are_chained) lines.emplace_back("its sections are chained");
  return lines;
}

TEST(MarkdownPages, AreReadAsAReaderWould) {
  const std::vector<std::string> names = pages();
  EXPECT_GE(names.size(), 12U);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    const std::string path = "tests/golden/markdown/" + name;
    Sources sources;
    Diagnostics diagnostics;
    ReadNotes notes;
    const FileId file = sources.add(name + ".md", text_of(path + ".md"));
    const TopicGraph graph(
        read_roadmap(sources, file, diagnostics, {.format = {}, .notes = &notes}));
    static_cast<void>(check(graph, {}, diagnostics));
    EXPECT_FALSE(diagnostics.has_errors());
    testing::expect_golden(roadmap_yaml(graph.roadmap(), remarks(notes)), path + ".yaml");
  }
}

}  // namespace
}  // namespace prereq
