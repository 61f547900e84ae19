// The pages below a folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace prereq::cli {

// The names of all files below `folder` that are pages by their extension, each beginning with
// `folder`, sorted by name, a folder's pages where its name stands. Symbolic links are not
// followed.
//
// Left out are folders whose pages are nobody's to edit: hidden ones, `node_modules`, `_build`,
// those marked by a build (CACHEDIR.TAG, CMakeCache.txt, pyvenv.cfg), and those called build, dist,
// out, public, site or _site that hold an index.html, which is a built site. `folder` itself is
// searched whatever it is.
//
// Nothing, after a complaint, if a folder cannot be read.
std::optional<std::vector<std::string>> find_pages(const std::string& folder, Console& console);

}  // namespace prereq::cli
