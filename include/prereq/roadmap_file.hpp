// A roadmap as a roadmap file: for programs as JSON, for people to edit as YAML.
//
// Both say everything that a Roadmap holds but places, and nothing twice: reading them back gives
// an equal roadmap. What the author left to defaults is written out where it is not the usual one;
// hours that were guessed or taken from resources are left out, and so are titles that ids give.
// The same bytes for the same roadmap everywhere; what is not UTF-8 becomes U+FFFD. O(size).
//
// Requires: a roadmap without errors. Of one with errors the files have errors too.
#pragma once

#include <span>
#include <string>

#include "prereq/drawing.hpp"
#include "prereq/roadmap.hpp"
#include "prereq/view.hpp"

namespace prereq {

// One object with `"version": 1` and the fields of a roadmap file; topics stand side by side and
// name their section, resources are objects.
std::string roadmap_json(const Roadmap& roadmap);

// The same, with `x-layout`: where a picture of it has everything, in pixels from its top left.
// Readers of roadmap files ignore it. `width` and `height` of the picture; `cards`, by the id of
// the topic or goal, and `sections`, by theirs: each a box of `x`, `y`, `width` and `height`;
// `junctions` of alternatives, a list of boxes with the `id` that edges call each by, and the topic
// or goal that it is `for`; and `edges`: `from`, `to`, and `points`, [x, y] each, of a chain of
// cubic Bézier curves. Requires: `drawing` was made of `view`.
std::string roadmap_json(const Roadmap& roadmap, const View& view, const Drawing& drawing);

// YAML that a person would like to edit: topics stand in their sections, resources are links on one
// line where that says the same, texts have quotes only where they need them, long ones are folded,
// and what is short stands on one line. Topics are ordered by section; within one and otherwise the
// order is the roadmap's. `comments` come first, a paragraph or item (`- …`) each, control
// characters made visible.
std::string roadmap_yaml(const Roadmap& roadmap, std::span<const std::string> comments = {});

}  // namespace prereq
