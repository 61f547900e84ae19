// Pages with markers, between which prereq writes: pictures, tables and lists that stay fresh.
//
//   <!-- prereq render graphs/turbo.yaml --to transformers -o images/transformers.svg -->
//   …what is here is replaced…
//   <!-- /prereq -->
//
// A marker is a comment on a line of its own (white space aside; the comment may go on over several
// lines) whose first word is `prereq`, and everything up to a comment that says `/prereq` belongs
// to it. Comments are HTML's in Markdown and HTML, `.. prereq …` with what is indented below it in
// reStructuredText, `{/* prereq … */}` in MDX, and in AsciiDoc the single line `// prereq …`. Words
// are split as by a shell, without anything else that a shell does: white space separates them, '…'
// takes all literally, a backslash elsewhere takes the next character literally, so that `--\>`
// stands for what would end the comment.
//
// What only looks like a marker is text: front matter; in Markdown and MDX, code (fenced, in the
// line, and in Markdown indented); in HTML, tags and what is inside <pre>, <script>, <style>,
// <textarea>, <title> and the like; in MDX, attributes, templates, imports and exports; in
// reStructuredText, literal blocks, other comments and directives such as `code-block`; in
// AsciiDoc, listings and other blocks that show what they hold, and the header.
//
// Nothing here touches files. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/page_report.hpp"
#include "prereq/source.hpp"

namespace prereq {

struct Marker {
  Span span;                       // of the opening comment
  std::vector<std::string> words;  // after `prereq`: the command and its arguments; at least one
  // Bytes of the page between the markers: whole lines.
  std::size_t content_begin = 0;
  std::size_t content_end = 0;
  std::string indent;      // white space before the opening marker
  std::string line_break;  // that ends the opening marker's last line
};

// The markers of a page, in order. Adds `bad-marker` for one that is not closed, not on a line of
// its own, inside another, a closing one without an opening one, or with words that cannot be
// split; such markers are left out. O(size of the page).
std::vector<Marker> find_markers(const Sources& sources, FileId page, PageFormat format,
                                 Diagnostics& diagnostics);

// The page with `contents[i]` between the marker `markers[i]`, where there is one; every other byte
// is as it was. The lines of a content, which end in '\n', get the marker's indent and line break.
// Requires: `markers` are find_markers() of `page`; as many contents.
std::string replace_contents(std::string_view page, std::span<const Marker> markers,
                             std::span<const std::optional<std::string>> contents);

// What replace_contents() puts in place of the marker's lines.
std::string content_lines(const Marker& marker, std::string_view content);

}  // namespace prereq
