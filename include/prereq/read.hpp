// Reading files into a Roadmap.
//
// The roadmap file is YAML as libyaml reads it, JSON included (its surrogate escapes too), with one
// document and without aliases and `<<`: what they would repeat is to be written out, so that every
// element has one place. Inputs are not trusted: a file is at most 256 MiB of UTF-8, with 5 million
// topics, lists and mappings nested 64 deep, titles of 1,000 and texts of 100,000 characters; after
// 10,000 problems reading stops. Each limit is reported as `too-large`.
//
// Markdown, as cmark-gfm reads it, at most 16 MiB of it, is a list of what to learn:
// - The first heading is the roadmap's title, the others are sections; so is an item of a list that
//   holds items of its own, unless these are only links: then they are where to learn it.
// - Items of lists and rows of tables are topics. Links in them are resources, with the maker after
//   "by" and a bracket as in a roadmap file: `(Free)`, `(Paid)`. Under a heading such as
//   "Newsletters" or "Further resources", items that are only links are the section's resources;
//   under "Resources", the roadmap's. "(40 h, optional)" behind a title gives hours and level.
// - `- [x]` marks what the reader knows. Columns called Prerequisites, Duration, Effort or Hours
//   say what a topic requires and takes; so do "Prerequisites: A, B" and `<!-- requires: A, B -->`
//   in or below an item, or below a heading for all that stands directly under it, and "Together
//   with:", "Helpful before:", "Duration:" and "Note:". "or" joins alternatives, "2 of A, B, C"
//   asks for two, a bracket behind a name is the reason. Names are compared without case and
//   punctuation; that of a section stands for the topics in it, up to 50. "Choose one of the
//   following" makes a topic of no hours that any serves. Items under "Goals" that require
//   something are goals.
// - What `<details>` folds away is a section, called like its summary.
// - Ids are made from titles. Prose, images, HTML, badges and tables of contents are no topics;
//   items that could not be understood are told in ReadNotes.
// - A page that states no requirement, read alone, has its sections chained by recommendations.
//
// CSV, also with semicolons or tabs, is a list of edges (columns `prerequisite` and `topic`, by id
// or title, maybe `kind` and `because`), a list of topics (`id`, maybe `title`, `section`, `hours`,
// `level`, `url`, `note`, and `requires` or `prerequisites`, `recommends` and `corequisites`, each
// a list of ids or titles such as "algebra; logic or sets"), or a curriculum or degree plan of
// Curricular Analytics: its credit hours are the hours, its terms sections, its corequisites of
// both kinds corequisites.
//
// DOT, as cgraph reads it, at most 64 MiB of it: nodes are topics, whose names are their ids where
// they can be; labels are titles, whatever their kind, URLs resources, tooltips descriptions, and
// attributes `hours` and `level` what they are in a roadmap file. Clusters are sections. An edge
// leads from the prerequisite, unless told otherwise; its label is the reason. Undirected graphs
// are an error. DOT that prereq wrote also has its goals, alternatives and kinds of edges.
//
// The text comes from Sources: this stage opens no file. Not safe to call for one Sources from two
// threads at once if either adds to it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/roadmap.hpp"
#include "prereq/source.hpp"

namespace prereq {

enum class InputFormat : std::uint8_t { roadmap, markdown, csv, curriculum, dot };
// By the names that --read-as takes.
std::optional<InputFormat> find_input_format(std::string_view name);
// By the extension: `.md` and `.markdown`, `.dot` and `.gv`, `.csv` and `.tsv`, which are a
// curriculum if their first cell says so; anything else is a roadmap file.
InputFormat input_format_of(std::string_view file_name, std::string_view text);

// What a reader of a loose format did beyond the words of the file.
struct ReadNotes {
  struct LeftOut {
    Span span;
    std::string what;  // "an item that is no title: …"
  };
  std::vector<LeftOut> left_out;   // in order of their places
  std::vector<std::string> known;  // ids of the topics that are ticked off
  bool sections_are_chained = false;
};

// Which end of an edge in DOT is the prerequisite.
enum class EdgeDirection : std::uint8_t { prerequisite_first, dependent_first };

// What the address of a resource becomes that is relative to `base`, as the file has it, or to the
// file itself if that is empty.
using RelativeAddress =
    std::function<std::string(FileId file, std::string_view base, std::string_view url)>;

struct ReadOptions {
  std::optional<InputFormat> format;  // else by the name of each file
  EdgeDirection edges = EdgeDirection::prerequisite_first;
  ReadNotes* notes = nullptr;  // added to
  // For results that stand elsewhere than the file; the roadmap then has no base(). Else relative
  // addresses stay as they are.
  RelativeAddress address = {};
};

// Reads the text of `file`, YAML in one pass over libyaml's events: O(n) time in its size, memory
// proportional to what it says. Always returns a roadmap; everything wrong is in `diagnostics`
// (syntax, encoding, too-large, the schema's codes, duplicates and unknown names). After an error
// of syntax the roadmap holds what came before it, is_incomplete(), and names that are not defined
// are not reported. Of topics or goals with the same id the first is kept.
Roadmap read_roadmap(const Sources& sources, FileId file, Diagnostics& diagnostics,
                     const ReadOptions& options = {});

// Several files as one roadmap: topics, sections and goals with the same id become one. Lists are
// joined, what one file leaves open is taken from another, and `merge-conflict` names both places
// where two files give a topic different titles, hours or levels. Order is that of the files, then
// of declaration. Cost as for one file of their size.
Roadmap read_roadmap(const Sources& sources, std::span<const FileId> files,
                     Diagnostics& diagnostics, const ReadOptions& options = {});

}  // namespace prereq
