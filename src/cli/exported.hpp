// What `render` writes that is no picture: the graph for other programs, and as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/draw.hpp"

namespace prereq::cli {

// DOT and Mermaid show the view, the others the whole roadmap. Requires: !is_drawn(format).
std::string exported(PictureFormat format, const TopicGraph& graph, const View& view,
                     Direction direction);

// `leaves out 3 goals, 2 notes`; empty if the format holds everything. `redundant_edges` are those
// of the view.
std::string left_out_by(PictureFormat format, const TopicGraph& graph, std::size_t redundant_edges);

}  // namespace prereq::cli
