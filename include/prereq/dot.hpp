// The arranged graph in Graphviz's own hands: as DOT text, or as the SVG that Graphviz writes.
//
// Both show the rows and sizes that arrange() decided, with labels, links and colours filled in.
// Labels are measured by Graphviz with the fonts of the machine when such a graph is drawn, so
// byte-identity is promised for the DOT text only. Serialised like arrange().
#pragma once

#include <optional>
#include <string>

#include "prereq/arrange.hpp"

namespace prereq {

// DOT that `dot` accepts and draws the same graph from: topics and goals under their ids, sections
// as clusters, `hours` and `level` as a roadmap file has them, `tooltip` and `URL` (`&` written
// `&amp;`, as Graphviz up to 2.42 needs it). Helper nodes, which keep rows and columns, have a
// space in their name and the class `prereq-helper`. A backslash in an id is written twice, and a
// first `%` gets one before it: cgraph could not read such names back otherwise. Nothing, and
// `layout-failed`, if cgraph fails; warnings as for arrange().
std::optional<std::string> write_dot(const View& view, const ArrangeOptions& options,
                                     Diagnostics& diagnostics);

// Graphviz's SVG of that graph: the light theme only.
std::optional<std::string> write_graphviz_svg(const View& view, const ArrangeOptions& options,
                                              Diagnostics& diagnostics);

}  // namespace prereq
