// How wide text is, without a font: a built-in table of Helvetica's advance widths.
//
// The drawing asks for `Helvetica, Arial, "Liberation Sans", sans-serif`; the first three share
// their widths, and other faces are allowed for by a margin where the table is used. Scripts
// outside the table (Latin, Greek, Cyrillic, punctuation, arrows) are estimated generously: a sum
// over the code points, as if nothing were joined into ligatures, conjuncts or emoji sequences.
// Kerning is left out, which in these fonts only narrows. The same on every machine; thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

struct TextStyle {
  double size_px = 14;
  bool bold = false;
};

// Width of `utf8` set on one line. Control characters count as spaces, malformed UTF-8 as
// replacement characters. O(length).
double text_width_px(std::string_view utf8, TextStyle style);

// Breaks `utf8` into lines of at most `max_width_px`: at white space, between ideographs, after a
// hyphen or slash inside a word, and in words that are too wide by themselves between any two
// grapheme clusters of at most 32 code points (a single wider cluster stands alone on its line).
// Where words are whole, the lines are evened out: no wider than as many lines need to be.
//
// At most `max_lines` (0 counts as 1), the last one ending in `…` when something was cut. White
// space and control characters become single spaces, none at a line's ends; malformed UTF-8
// becomes U+FFFD. Never empty: text without a visible character gives one empty line. O(length).
std::vector<std::string> wrap_text(std::string_view utf8, double max_width_px, TextStyle style,
                                   std::size_t max_lines);

// Whether wrap_text() would neither cut the text nor tear a word of it. O(length).
bool fits_whole(std::string_view utf8, double max_width_px, TextStyle style, std::size_t max_lines);

}  // namespace prereq
