// Finds the markers of a page given as text, for tests.
#pragma once

#include <string>
#include <vector>

#include "prereq/embed.hpp"

namespace prereq::testing {

struct PageMarkers {
  std::vector<Marker> markers;
  std::vector<std::string> problems;  // `LINE:COLUMN: MESSAGE`
};

inline PageMarkers markers_of(const std::string& page, PageFormat format = PageFormat::markdown) {
  Sources sources;
  Diagnostics diagnostics;
  PageMarkers found;
  found.markers = find_markers(sources, sources.add("page", page), format, diagnostics);
  for (const Diagnostic& each : diagnostics.items()) {
    found.problems.push_back(std::to_string(each.span.begin.line) + ":" +
                             std::to_string(each.span.begin.column) + ": " + each.message);
  }
  return found;
}

// The commands of the markers, words joined by '|'.
inline std::vector<std::string> commands_of(const std::string& page,
                                            PageFormat format = PageFormat::markdown) {
  std::vector<std::string> commands;
  for (const Marker& marker : markers_of(page, format).markers) {
    std::string command;
    for (const std::string& word : marker.words) command += (command.empty() ? "" : "|") + word;
    commands.push_back(command);
  }
  return commands;
}

}  // namespace prereq::testing
