#include "prereq/roadmap_file.hpp"

#include "write/file_text.hpp"
#include "write/file_tree.hpp"
#include "write/layout_tree.hpp"
#include "write/report_text.hpp"
#include "write/terminal_text.hpp"

namespace prereq {

namespace {

FileNode json_tree(const Roadmap& roadmap) {
  FileNode root = file_tree(roadmap, {});
  FileNode file;
  file.layout = FileNode::Layout::open;
  file.add("version", {FileNode::Kind::number, FileNode::Layout::automatic, "1", {}, {}});
  for (std::size_t i = 0; i < root.items.size(); ++i) {
    file.add(root.keys[i], std::move(root.items[i]));
  }
  return file;
}

}  // namespace

std::string roadmap_json(const Roadmap& roadmap) { return json_text(json_tree(roadmap)); }

std::string roadmap_json(const Roadmap& roadmap, const View& view, const Drawing& drawing) {
  FileNode file = json_tree(roadmap);
  file.add("x-layout", layout_tree(view, drawing));
  return json_text(file);
}

std::string roadmap_yaml(const Roadmap& roadmap, std::span<const std::string> comments) {
  constexpr std::size_t comment_width = 96;
  std::string text;
  for (const std::string& paragraph : comments) {
    std::string_view lead = "# ";
    for (const std::string& line : wrap_to(paragraph, comment_width, true)) {
      text.append(line.empty() ? "#" : lead).append(line).append("\n");
      if (paragraph.starts_with("- ")) lead = "#   ";
    }
  }
  return text + yaml_text(file_tree(roadmap, {.topics_in_sections = true, .resource_lines = true}));
}

}  // namespace prereq
