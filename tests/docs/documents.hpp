// The Markdown pages of the project, and what stands in them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::testing {

struct CodeBlock {
  std::string language;
  std::string text;
  std::size_t line = 0;    // of the text's first line, from 1
  std::size_t offset = 0;  // of the text in its page
};

struct Page {
  std::string name;  // relative to the repository
  std::string text;

  std::vector<CodeBlock> blocks(std::string_view language) const;
  std::filesystem::path path() const;
};

// README.md, CHANGELOG.md, and the pages in docs/ and graphs/.
std::vector<Page> all_pages();
Page page(const std::string& name);

std::vector<std::string> lines_of(std::string_view text);

// A folder with copies of what the pages name: examples/ and graphs/.
void copy_examples(const std::filesystem::path& folder);

// Whether PREREQ_ACCEPT=1 asks to write down what is, instead of comparing with what was.
bool accepts();

}  // namespace prereq::testing
