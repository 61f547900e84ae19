// How wide text is, without a font: a built-in table of Helvetica's advance widths.
//
// The drawing asks for `Helvetica, Arial, "Liberation Sans", sans-serif`; the first three share
// their widths, and other faces are allowed for by a margin where the table is used. Wide,
// combining and unknown characters are estimated generously. The same on every machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prereq {

struct TextStyle {
  double size_px = 14;
  bool bold = false;
};

// Width of `utf8` set on one line. Malformed UTF-8 counts as replacement characters. O(length).
double text_width_px(std::string_view utf8, TextStyle style);

// Breaks at word boundaries into lines of at most `max_width_px`, then inside words that are too
// wide by themselves (between grapheme clusters). At most `max_lines`, the last one ending in `…`
// when something was cut. White space and control characters become single spaces; never empty.
std::vector<std::string> wrap_text(std::string_view utf8, double max_width_px, TextStyle style,
                                   std::size_t max_lines);

}  // namespace prereq
