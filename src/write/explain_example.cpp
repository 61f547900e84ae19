#include "write/explain_example.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace prereq {

std::vector<ExampleFile> files_of(const Example& example) {
  std::vector<ExampleFile> files;
  for (const ExampleFile& file : example.files) {
    if (!file.name.empty()) files.push_back(file);
  }
  return files;
}

bool is_named(const Example& example) {
  const std::vector<ExampleFile> files = files_of(example);
  return files.size() != 1 || files.front().name != "roadmap.yaml";
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t whole = std::min(find_malformed_utf8(text), text.size());
    out += text.substr(0, whole);
    text.remove_prefix(whole);
    if (text.empty()) break;
    out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text.front()));
    text.remove_prefix(1);
  }
  return out;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    paragraphs.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return paragraphs;
}

}  // namespace prereq
