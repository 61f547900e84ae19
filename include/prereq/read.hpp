// Reading a roadmap file into a Roadmap.
//
// The format is YAML as libyaml reads it, JSON included. The text comes from Sources: this stage
// opens no file. Not safe to call for one Sources from two threads at once if either adds to it.
#pragma once

#include "prereq/diagnostic.hpp"
#include "prereq/roadmap.hpp"
#include "prereq/source.hpp"

namespace prereq {

// Reads the text of `file` in one pass over libyaml's events: O(n) time in its size, memory
// proportional to what it says. Always returns a roadmap; everything wrong is in `diagnostics`
// (syntax, encoding, too-large, the schema's codes, duplicates and unknown names).
Roadmap read_roadmap(const Sources& sources, FileId file, Diagnostics& diagnostics);

}  // namespace prereq
