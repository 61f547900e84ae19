// Paths, lists and figures as parts of a page: Markdown or HTML.
//
// Author text is escaped: nothing in it is markup there, and it cannot end a comment or begin one.
// Links go only to http, https, mailto and relative addresses. Every function returns the whole
// part, ending in a line break, without a blank line at either end, and the same for the same
// arguments everywhere. Markdown is what GitHub, Sphinx (MyST) and MkDocs agree on; HTML has no
// style but classes that begin with `prereq`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/metrics.hpp"
#include "prereq/next.hpp"
#include "prereq/path.hpp"
#include "prereq/timetable.hpp"

namespace prereq {

enum class PageFormat : std::uint8_t { markdown, html };

// By the extension: .md, .markdown, .html, .htm, .xhtml.
std::optional<PageFormat> page_format_of(std::string_view file_name);

enum class PathShape : std::uint8_t {
  checklist,  // by section, a box for each topic, with its resources
  table,      // a row for each topic
  outline,    // sections, in them topics, in them resources
};

// A timetable is that of the path, from make_timetable(); with one, each step says when.
std::string path_page(const TopicGraph& graph, const Path& path, PageFormat format,
                      PathShape shape = PathShape::checklist, const Timetable* timetable = nullptr);

// Tables.
std::string next_page(const TopicGraph& graph, const Next& next, PageFormat format);
std::string goals_page(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                       PageFormat format);
// The totals, and the topics that block most; with `all`, every topic by declaration.
std::string stats_page(const TopicGraph& graph, const Metrics& metrics, PageFormat format,
                       bool all = false);

// The section's resources, then its topics with theirs, then its sub-sections with theirs.
std::string resources_page(const Roadmap& roadmap, SectionIndex section, PageFormat format);

}  // namespace prereq
