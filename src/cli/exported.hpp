// What `render` writes that is no picture: the graph for other programs, and as text.
#pragma once

#include <string>
#include <string_view>

#include "cli/draw.hpp"

namespace prereq::cli {

// Mermaid shows the view, the others the whole roadmap. Requires: !is_drawn(format).
std::string exported(PictureFormat format, const TopicGraph& graph, const View& view,
                     Direction direction);

// `leaves out 3 goals, 2 notes`; empty if the format holds everything.
std::string left_out_by(PictureFormat format, const TopicGraph& graph);

}  // namespace prereq::cli
