// Where a picture has everything, as part of a roadmap file.
#pragma once

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"
#include "write/file_tree.hpp"

namespace prereq {

// The mapping that roadmap_file.hpp describes as `x-layout`.
FileNode layout_tree(const View& view, const Drawing& drawing);

}  // namespace prereq
