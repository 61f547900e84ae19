// Writes a drawing as one self-contained SVG file.
//
// The file stands alone (no script, no external reference) and may be pasted into a page: its
// style applies to nothing else there. Ids are PREFIX itself for the root, PREFIX-topic-ID,
// PREFIX-goal-ID and PREFIX-section-ID, where characters other than ASCII letters, digits and '-'
// are written as `_HEX_`; two drawings in one page need different prefixes. Author text may hold
// anything: what XML cannot say becomes U+FFFD, and addresses that are not http, https, mailto or
// relative are left out. Thread-safe.
#pragma once

#include <string>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class Theme : std::uint8_t {
  automatic,  // as the reader's system says (prefers-color-scheme), light where it says nothing
  light,
  dark,
};

// What is behind the drawing.
enum class Paper : std::uint8_t {
  automatic,    // the theme's colour
  transparent,  // the page: words that would stand on it get a plate of the theme's colour
};

struct SvgOptions {
  Theme theme = Theme::automatic;
  std::string id_prefix = "prereq";
  Paper paper = Paper::automatic;
  // For a drawing inside an HTML page: with Theme::automatic, it is as the page is, by the page's
  // switch of themes or its `color-scheme`, and asks the reader's system only where the page does.
  bool in_page = false;
  // Becomes `data-source`, beside `data-written` (digest.hpp); both are left out when empty.
  std::string source_digest;
};

// Requires: `drawing` was made from `view`. The same bytes for the same arguments everywhere.
// O(size of the result).
std::string write_svg(const View& view, const Drawing& drawing, const SvgOptions& options = {});

}  // namespace prereq
