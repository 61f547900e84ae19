// Spells the tree of a roadmap file as JSON or YAML.
#pragma once

#include <string>

#include "write/file_tree.hpp"

namespace prereq {

// Both indent by two spaces and end in a line break. What fits within 100 columns stands on one
// line, in brackets or braces, unless it is open or something in it is. Recursive in the depth of
// the tree.
std::string json_text(const FileNode& root);
// The root is a mapping.
std::string yaml_text(const FileNode& root);

}  // namespace prereq
