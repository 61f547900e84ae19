// The style sheet inside an SVG.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "prereq/drawing.hpp"
#include "prereq/svg.hpp"
#include "write/palette.hpp"

namespace prereq {

// What occurs in a drawing: only that has rules.
struct StyleUse {
  std::array<bool, palette_size> sections{};  // their colours
  bool subheadings = false;
  bool numbers = false;
  bool pennants = false;
  bool states = false;
  bool focus = false;
  bool context = false;
  bool collapsed = false;
  bool resources = false;
  bool cycles = false;
  bool emphasis = false;
  bool blocking = false;
};
StyleUse find_style_use(const View& view, const Drawing& drawing);

// The section whose colour a card has; no_index for none.
std::uint32_t colour_section(const ViewCard& card);

// Class of a text of that role.
std::string_view text_class(TextRole role);

// Class of what has a section's colours: "s0" to "s9".
std::string section_class(std::uint32_t colour);

// Class of a card that blocks others: "b1" to "b4".
std::string shade_class(std::uint8_t shade);

// Rules for the root `#id` and what is in it, and for nothing else of a page that the drawing is
// inlined in. Theme::automatic is light first, with the dark colours in a media rule, for readers
// of SVG that know no media rules. In a page, it is light or dark as the root's `color-scheme` is:
// as the page's, unless one of the page's switches says another; their rules name what stands
// around the root, but apply to the root alone. Of `options`, the id is not used.
std::string svg_style(std::string_view id, const SvgOptions& options, const StyleUse& used);

}  // namespace prereq
