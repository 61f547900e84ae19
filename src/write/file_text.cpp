#include "write/file_text.hpp"

#include "write/file_scalars.hpp"

namespace prereq {
namespace {

using Kind = FileNode::Kind;
using Layout = FileNode::Layout;

constexpr std::size_t width = 100;

// Either of the two, written from front to back.
class FileText {
 public:
  explicit FileText(bool json) : json_(json) {}

  std::string take() { return std::move(out_) + "\n"; }

  void add_json(const FileNode& node, std::size_t indent) {
    if (node.is_scalar()) {
      out_ += scalar(node, true);
      return;
    }
    constexpr std::size_t comma = 1;
    if (add_on_line(node, comma)) return;
    const bool is_list = node.kind == Kind::list;
    out_ += is_list ? '[' : '{';
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (i > 0) out_ += ',';
      begin_line(indent + 2);
      if (!is_list) out_ += key(node.keys[i], true) + ": ";
      add_json(node.items[i], indent + 2);
    }
    if (!node.items.empty()) begin_line(indent);
    out_ += is_list ? ']' : '}';
  }

  // The first entry goes on where the line is.
  void add_yaml_entries(const FileNode& node, std::size_t indent) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (i > 0) begin_line(indent);
      if (node.kind == Kind::list) {
        out_ += "- ";
        add_entry(node.items[i], indent + 2);
      } else {
        out_ += key(node.keys[i], false) + ":";
        add_value(node.items[i], indent + 2);
      }
    }
  }

 private:
  void begin_line(std::size_t indent) {
    out_ += '\n';
    line_start_ = out_.size();
    out_.append(indent, ' ');
  }

  // False, and nothing added, if the value does not fit in the rest of the line.
  bool add_on_line(const FileNode& node, std::size_t reserved = 0) {
    const std::size_t before = out_.size();
    const std::size_t end = line_start_ + width - reserved;
    if (add_flow(node, end) && out_.size() <= end) return true;
    out_.resize(before);
    return false;
  }

  std::string scalar(const FileNode& node, bool in_flow) const {
    if (node.kind == Kind::number || (node.kind == Kind::word && !json_)) return node.text;
    return json_ ? quoted_scalar(node.text) : yaml_scalar(node.text, in_flow);
  }

  std::string key(const std::string& name, bool in_flow) const {
    return json_ ? quoted_scalar(name) : yaml_scalar(name, in_flow);
  }

  // Gives up, with some of it added, once `end` is reached.
  bool add_flow(const FileNode& node, std::size_t end) {
    if (node.layout == Layout::open || out_.size() + node.text.size() > end) return false;
    if (node.is_scalar()) {
      out_ += scalar(node, true);
      return true;
    }
    const bool is_list = node.kind == Kind::list;
    out_ += is_list ? '[' : '{';
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (i > 0) out_ += ", ";
      if (!is_list) out_ += key(node.keys[i], true) + ": ";
      if (!add_flow(node.items[i], end)) return false;
    }
    out_ += is_list ? ']' : '}';
    return true;
  }

  // Behind a dash.
  void add_entry(const FileNode& node, std::size_t indent) {
    if (node.is_scalar()) {
      add_scalar(node, indent);
    } else if (!add_on_line(node)) {
      add_yaml_entries(node, indent);
    }
  }

  // Behind a colon.
  void add_value(const FileNode& node, std::size_t indent) {
    const std::size_t before = out_.size();
    out_ += ' ';
    if (node.is_scalar()) {
      add_scalar(node, indent);
    } else if (!add_on_line(node)) {
      out_.resize(before);
      begin_line(indent);
      add_yaml_entries(node, indent);
    }
  }

  void add_scalar(const FileNode& node, std::size_t indent) {
    const std::string text = scalar(node, false);
    const bool has_breaks = node.text.find('\n') != std::string::npos;
    const bool fits = out_.size() - line_start_ + text.size() <= width;
    const bool may_fold = node.kind == Kind::text && node.layout != Layout::line;
    if (may_fold && (has_breaks || !fits) && append_block_scalar(out_, node.text, indent, width)) {
      return;
    }
    out_ += text;
  }

  bool json_;
  std::string out_;
  std::size_t line_start_ = 0;
};

}  // namespace

std::string json_text(const FileNode& root) {
  FileText text(true);
  text.add_json(root, 0);
  return text.take();
}

std::string yaml_text(const FileNode& root) {
  FileText text(false);
  if (root.items.empty()) return "{}\n";
  text.add_yaml_entries(root, 0);
  return text.take();
}

}  // namespace prereq
