// A roadmap as the tree of lists, mappings and scalars that its file is made of.
//
// What the tree says is the same for JSON and YAML; how it is spelt is up to their writers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

struct FileNode {
  enum class Kind : std::uint8_t {
    text,
    word,    // made by us, such as `30-50`: needs no quotes where text might
    number,  // a decimal
    list,
    mapping,
  };
  // `open`: its entries stand on lines of their own. `line`: a text that is not to be folded.
  enum class Layout : std::uint8_t { automatic, open, line };

  Kind kind = Kind::mapping;
  Layout layout = Layout::automatic;
  std::string text;               // of scalars
  std::vector<std::string> keys;  // of a mapping, parallel to `items`
  std::vector<FileNode> items;

  bool is_scalar() const { return kind != Kind::list && kind != Kind::mapping; }
  void add(std::string_view key, FileNode value) {
    keys.emplace_back(key);
    items.push_back(std::move(value));
  }
};

struct FileTreeOptions {
  // Topics stand in their sections, which orders them by section; else they stand side by side, in
  // their order, and name their section.
  bool topics_in_sections = false;
  // Resources are Markdown links with a bracket, where that reads back the same.
  bool resource_lines = false;
};

// Without `version`. Nested as deep as the roadmap's sections and requirements.
FileNode file_tree(const Roadmap& roadmap, const FileTreeOptions& options);

}  // namespace prereq
