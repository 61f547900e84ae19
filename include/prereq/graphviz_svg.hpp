// The SVG that Graphviz itself writes of the arranged graph: the light theme only.
//
// Graphviz measures labels with the fonts of the machine: byte-identity is not promised. Serialised
// like arrange().
#pragma once

#include <optional>
#include <string>

#include "prereq/arrange.hpp"

namespace prereq {

// Rows and sizes are those that arrange() decides. Nothing, and `layout-failed`, if Graphviz fails;
// warnings as for arrange().
std::optional<std::string> write_graphviz_svg(const View& view, const ArrangeOptions& options,
                                              Diagnostics& diagnostics);

}  // namespace prereq
