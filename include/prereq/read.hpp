// Reading a roadmap file into a Roadmap.
//
// The format is YAML as libyaml reads it, JSON included (its surrogate escapes too), with one
// document and without aliases and `<<`: what they would repeat is to be written out, so that every
// element has one place. Inputs are not trusted: a file is at most 256 MiB of UTF-8, with 5 million
// topics, lists and mappings nested 64 deep, titles of 1,000 and texts of 100,000 characters; after
// 10,000 problems reading stops. Each limit is reported as `too-large`.
//
// The text comes from Sources: this stage
// opens no file. Not safe to call for one Sources from two threads at once if either adds to it.
#pragma once

#include <span>

#include "prereq/diagnostic.hpp"
#include "prereq/roadmap.hpp"
#include "prereq/source.hpp"

namespace prereq {

// Reads the text of `file` in one pass over libyaml's events: O(n) time in its size, memory
// proportional to what it says. Always returns a roadmap; everything wrong is in `diagnostics`
// (syntax, encoding, too-large, the schema's codes, duplicates and unknown names). After an error
// of syntax the roadmap holds what came before it, is_incomplete(), and names that are not defined
// are not reported. Of topics or goals with the same id the first is kept.
Roadmap read_roadmap(const Sources& sources, FileId file, Diagnostics& diagnostics);

// Several files as one roadmap: topics, sections and goals with the same id become one. Lists are
// joined, what one file leaves open is taken from another, and `merge-conflict` names both places
// where two files give a topic different titles, hours or levels. Order is that of the files, then
// of declaration. Cost as for one file of their size.
Roadmap read_roadmap(const Sources& sources, std::span<const FileId> files,
                     Diagnostics& diagnostics);

}  // namespace prereq
