// From pages with markers to the files that have to change.
//
// Who runs the commands of markers is given in: the program's own commands, confined to the root.
// Reads the files that markers write, to tell which are stale; writes nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/embed.hpp"
#include "prereq/source.hpp"

namespace prereq {

struct EmbedPage {
  FileId source = no_file;     // name and text
  std::filesystem::path file;  // canonical
  PageFormat format = PageFormat::markdown;
};

// Whether a marker may write a file of that name: of what can be told whether prereq drew it.
bool is_name_of_picture(const std::filesystem::path& file);

// A file that a marker's command writes.
struct MarkerFile {
  std::string name;            // as in the marker: from the page's folder
  std::filesystem::path file;  // resolved, below the root
  std::string text;
  std::string alt;
  std::optional<std::string> link = {};  // what its image leads to instead of to the file
};

// What became of a marker's command.
struct MarkerResult {
  std::string text;  // its standard output
  std::vector<MarkerFile> files;
  std::vector<std::filesystem::path> inputs;  // that it read, resolved
  // What is wrong, in addition to the marker's place; nothing else counts if there is any.
  std::vector<Diagnostic> problems;
};

using RunMarker = std::function<MarkerResult(const EmbedPage& page, const Marker& marker)>;

struct StaleFile {
  std::filesystem::path file;  // canonical
  std::string before;          // empty for a new file
  std::string after;
  bool exists = false;
  bool is_page = false;
  std::string why;  // of a picture: what is wrong with it, such as "shows something else"
};

struct EmbedPlan {
  // Pages in the order in which they were given, each followed by what its markers write.
  std::vector<StaleFile> stale;
  std::vector<std::size_t> markers;  // how many each page has
};

// Adds `bad-marker` for markers that cannot be understood or carried out, for those that would
// write over a page or a roadmap, or differently over what another one writes, and what `run` says
// of them. The plan counts only if there are no errors.
EmbedPlan plan_embedding(const Sources& sources, const std::vector<EmbedPage>& pages,
                         const RunMarker& run, Diagnostics& diagnostics);

}  // namespace prereq
