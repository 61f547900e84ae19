// Pieces that the report formats share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "prereq/diagnostic.hpp"
#include "prereq/source.hpp"

namespace prereq {

std::string_view severity_name(Severity severity);

// `FILE:LINE:COLUMN: `, or nothing for a span without a place.
std::string place(const Sources& sources, const Span& span);

// One code point of the input, fit to be printed.
struct Glyph {
  std::string text;
  std::size_t columns = 1;  // of a terminal: 0 for combining, 2 for wide characters
};

// Takes the next code point off the front of `utf8`. Control characters (also C1, line and
// paragraph separators, and those that change the direction of writing) become `\xNN` or `\uNNNN`,
// malformed bytes U+FFFD. Requires: `utf8` is not empty.
Glyph take_glyph(std::string_view& utf8);

// How long the beginning of `text` is that is printed as it stands, a column for each byte.
std::size_t plain_length(std::string_view text);

// An author's text, in an answer or on a page: the glyphs of `text`, with white space as spaces.
std::string safe_text(std::string_view text);

// The same in a message, whose reader has to see why two names differ: what cannot be seen is shown
// by its code too, as `\u200b` or `\u{e0061}`. Joiners between letters of scripts that need them,
// and what belongs to an emoji, stay.
std::string visible(std::string_view text);

// For the echo of one source line: the shown part of it, and where the span stands in that.
struct Excerpt {
  std::string text;
  std::size_t span_begin = 0;    // columns before the span
  std::size_t span_columns = 1;  // at least 1, so that a place without extent is seen too
};

// Shows `line` as visible() would, with tabs as spaces (stops every four columns), without white
// space at its end, cut around `span` to at most `width` columns, with `…` for what was cut off. A
// span of several lines goes on to the line's end.
Excerpt cut_excerpt(std::string_view line, const Span& span, std::size_t width);

}  // namespace prereq
