#include "docs/documents.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "support/run_program.hpp"

namespace prereq::testing {

namespace fs = std::filesystem;

namespace {

const fs::path root = PREREQ_SOURCE_DIR;

}  // namespace

std::vector<CodeBlock> Page::blocks(std::string_view language) const {
  std::vector<CodeBlock> found;
  CodeBlock current;
  bool inside = false;
  std::size_t number = 0;
  std::size_t offset = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    offset += line.size() + 1;
    if (inside && line == "```") {
      if (current.language == language) found.push_back(current);
      inside = false;
    } else if (inside) {
      current.text += line + "\n";
    } else if (line.starts_with("```")) {
      current = {line.substr(3), "", number + 1, offset};
      inside = true;
    }
  }
  return found;
}

fs::path Page::path() const { return root / name; }

std::vector<Page> all_pages() {
  std::vector<Page> pages = {page("README.md"), page("CHANGELOG.md")};
  for (const std::string folder : {"docs", "graphs"}) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      if (entry.path().extension() == ".md") names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    for (const std::string& name : names) pages.push_back(page(folder + "/" + name));
  }
  return pages;
}

Page page(const std::string& name) { return {name, read_text(root / name)}; }

std::vector<std::string> lines_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void copy_examples(const fs::path& folder) {
  for (const std::string name : {"examples", "graphs"}) {
    fs::copy(root / name, folder / name, fs::copy_options::recursive);
  }
}

bool accepts() {
  const char* const value = std::getenv("PREREQ_ACCEPT");
  return value != nullptr && std::string_view(value) == "1";
}

}  // namespace prereq::testing
