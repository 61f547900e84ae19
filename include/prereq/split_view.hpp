// A roadmap in several pictures: an overview, and one of each section, that lead to one another.
//
// Plain data made from a roadmap, like a View. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "prereq/view.hpp"

namespace prereq {

struct ViewPage {
  // Of the file, without extension: "overview", "section-math". With it, at most 255 bytes.
  std::string name;
  View view;
};

// First the overview, in which every section that holds topics itself is one card, then these
// sections in order: their topics, and faintly what these need or unlock elsewhere. Cards lead to
// the page that shows what they stand for, by addresses relative to the pages' folder: the name,
// `extension` (".svg") and the id that write_svg() gives a topic when the page's name is its
// prefix. Of `options`, `around` and the collapsing options are not used, nor is a path.
// O(pages) calls of select_view().
std::vector<ViewPage> split_view(const TopicGraph& graph, const ViewOptions& options,
                                 const std::string& extension);

}  // namespace prereq
