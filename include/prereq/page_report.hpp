// Paths, lists and figures as parts of a page: Markdown, HTML, reStructuredText, MDX or AsciiDoc.
//
// Author text is escaped: nothing in it is markup there, and it cannot end a comment or begin one.
// Links go only to http, https, mailto and relative addresses. Every function returns the whole
// part, ending in a line break, without a blank line at either end, and the same for the same
// arguments everywhere. Markdown is what GitHub, Sphinx (MyST), MkDocs and VitePress agree on, and
// MDX is that without HTML; HTML has no style but classes that begin with `prereq`;
// reStructuredText is what docutils reads, and AsciiDoc what Asciidoctor reads.
#pragma once

#include <array>
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

enum class PageFormat : std::uint8_t { markdown, html, rst, mdx, asciidoc };

inline constexpr std::array<PageFormat, 5> all_page_formats = {
    PageFormat::markdown, PageFormat::html, PageFormat::rst, PageFormat::mdx, PageFormat::asciidoc};

std::string_view to_string(PageFormat format);
std::optional<PageFormat> find_page_format(std::string_view name);

// By the extension, in any case: .md, .markdown; .html, .htm, .xhtml; .rst; .mdx; .adoc, .asciidoc,
// .asc.
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
