// The graph of a view as DOT, for people to read and edit and for any Graphviz tool.
//
// About a line a topic and a line an edge, below defaults that say how all of them look:
//
//     digraph roadmap {
//       graph [class=prereq, label="Baking bread", …];
//       node [shape=box, style="rounded,filled", …];
//
//       subgraph cluster_basics {
//         label="Basics";
//         flour [label="Flour", hours=2, URL="https://…"];
//       }
//
//       flour -> "sourdough-loaf";
//     }
//
// Nothing is planned or laid out for it. read_roadmap() makes the same topics, sections, goals and
// requirements of it; `class=prereq` tells it that styles mean what they mean here:
// - a node is a topic under its id, with `hours` and `level` as a roadmap file has them, the first
//   resource as `URL`, and each in words in a line of the `tooltip`; `class=goal` makes it a goal,
//   pennants too;
// - `class=choice` joins alternatives: "one of", "2 of 3", or "all of" inside one. Its name, like
//   those of collapsed sections and of lists of links, holds a space, which no id does;
// - `subgraph "cluster_ID"` is a section;
// - an edge leads from a prerequisite to its dependent: dashed is recommended, dotted a
//   corequisite; its `tooltip` is the reason. `ltail` names the section whose box it begins at, and
//   reads as `section:ID` in what the dependent requires; `lhead` names the one at whose box it
//   ends, and reads as what the section requires. `class=optional` says that optional topics of the
//   one are needed as well, `class=core` that those of the other do not need it.
// A line break in a text is `&#10;`; `\n` only breaks a label, and reads as a space. A backslash in
// an id is written twice, and a first `%` gets one before it: cgraph could not read such names
// otherwise. Addresses have `&amp;` for `&`, as Graphviz up to 2.42 needs it.
#pragma once

#include <string>

#include "prereq/arrange.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

struct DotOptions {
  Direction direction = Direction::down;  // for tools that lay the graph out: `rankdir`
  // With it, `pos`, `width`, `height` and `bb` say where everything stands in this drawing of the
  // view, for `neato -n2`, which then shows the same arrangement.
  const Drawing* drawing = nullptr;
};

// O(V + E). The same bytes for the same view everywhere.
std::string write_dot(const View& view, const DotOptions& options = {});

}  // namespace prereq
