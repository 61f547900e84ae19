// The rules of the source tree that no compiler checks: stages include only stages before them, and
// foreign types stay in one folder.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> stages = {"base",    "roadmap", "read",    "graph", "check", "path",
                                         "metrics", "view",    "arrange", "write", "embed", "cli"};

// The stage that each public header speaks for.
const std::map<std::string, std::string> public_headers = {
    {"version.hpp.in", "base"},
    {"source.hpp", "base"},
    {"diagnostic.hpp", "base"},
    {"hours.hpp", "base"},
    {"roadmap.hpp", "roadmap"},
    {"read.hpp", "read"},
    {"schema.hpp", "read"},
    {"explain.hpp", "check"},
    {"topic_graph.hpp", "graph"},
    {"boost_graph.hpp", "graph"},
    {"learnable.hpp", "graph"},
    {"redundancy.hpp", "check"},
    {"check.hpp", "check"},
    {"report.hpp", "check"},
    {"path.hpp", "path"},
    {"why.hpp", "path"},
    {"next.hpp", "path"},
    {"path_report.hpp", "path"},
    {"view.hpp", "view"},
    {"drawing.hpp", "arrange"},
    {"arrange.hpp", "arrange"},
    {"dot.hpp", "write"},
    {"svg.hpp", "write"},
    {"digest.hpp", "write"},
    {"metrics.hpp", "metrics"},
    {"stats_report.hpp", "metrics"},
    {"timetable.hpp", "path"},
    {"page_report.hpp", "write"},
    {"embed.hpp", "embed"},
    {"split_view.hpp", "view"},
    {"roadmap_file.hpp", "write"},
    {"exchange.hpp", "write"},
    {"png_pdf.hpp", "write"},
    {"drawing_quality.hpp", "arrange"},
    {"graphviz_svg.hpp", "write"},
};

// Folders of the headers that only some stages may see.
const std::map<std::string, std::vector<std::string>> foreign_headers = {
    {"graphviz/", {"arrange"}}, {"gvc.h", {"arrange"}},    {"cgraph.h", {"read", "arrange"}},
    {"cdt.h", {"arrange"}},     {"gvplugin", {"arrange"}}, {"yaml.h", {"read"}},
    {"cmark-gfm", {"read"}},    {"CLI/", {"cli"}},         {"librsvg/", {"write"}},
    {"cairo", {"write"}},
};

struct Include {
  fs::path file;
  std::string name;  // as written between the quotes or brackets
};

std::vector<fs::path> files_below(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PREREQ_SOURCE_DIR) / folder)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() &&
        (extension == ".hpp" || extension == ".cpp" || extension == ".in")) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

std::vector<Include> includes_of(const fs::path& file) {
  std::vector<Include> includes;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("#include ")) continue;
    const auto first = line.find_first_of("\"<") + 1;
    const auto last = line.find_first_of("\">", first);
    includes.push_back({file, line.substr(first, last - first)});
  }
  return includes;
}

std::ptrdiff_t place(const std::string& stage) {
  return std::ranges::find(stages, stage) - stages.begin();
}

// The stage of a file of ours by the name in an #include; empty for others.
std::string stage_of(const std::string& include) {
  const auto slash = include.find('/');
  if (slash == std::string::npos) return {};
  const std::string folder = include.substr(0, slash);
  if (folder != "prereq") return std::ranges::count(stages, folder) != 0 ? folder : "";
  std::string header = include.substr(slash + 1);
  if (header == "version.hpp") header += ".in";
  const auto found = public_headers.find(header);
  return found == public_headers.end() ? "" : found->second;
}

TEST(Architecture, ListsEveryStageAndPublicHeader) {
  for (const auto& entry : fs::directory_iterator(fs::path(PREREQ_SOURCE_DIR) / "src")) {
    if (!entry.is_directory()) continue;
    EXPECT_NE(std::ranges::count(stages, entry.path().filename().string()), 0) << entry.path();
  }
  for (const fs::path& file : files_below("include")) {
    EXPECT_TRUE(public_headers.contains(file.filename().string())) << file;
  }
}

TEST(Architecture, StagesIncludeOnlyStagesBeforeThem) {
  for (const std::string& stage : stages) {
    for (const fs::path& file : files_below("src/" + stage)) {
      for (const Include& include : includes_of(file)) {
        const std::string other = stage_of(include.name);
        if (other.empty()) continue;
        EXPECT_LE(place(other), place(stage)) << file << " includes " << include.name;
      }
    }
  }
}

TEST(Architecture, PublicHeadersIncludeOnlyPublicHeadersOfStagesBeforeThem) {
  for (const fs::path& file : files_below("include")) {
    const std::string stage = public_headers.at(file.filename().string());
    for (const Include& include : includes_of(file)) {
      const std::string other = stage_of(include.name);
      if (other.empty()) continue;
      EXPECT_TRUE(include.name.starts_with("prereq/")) << file << " includes " << include.name;
      EXPECT_LE(place(other), place(stage)) << file << " includes " << include.name;
    }
  }
}

TEST(Architecture, ForeignHeadersStayInTheirFolders) {
  for (const std::string folder : {"src", "include"}) {
    for (const fs::path& file : files_below(folder)) {
      const std::string stage = file.parent_path().filename().string();
      for (const Include& include : includes_of(file)) {
        for (const auto& [prefix, homes] : foreign_headers) {
          if (!include.name.starts_with(prefix)) continue;
          EXPECT_NE(std::ranges::count(homes, stage), 0) << file << " includes " << include.name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace prereq
