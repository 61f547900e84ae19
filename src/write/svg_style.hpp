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
};
StyleUse find_style_use(const View& view, const Drawing& drawing);

// The section whose colour a card has; no_index for none.
std::uint32_t colour_section(const ViewCard& card);

// Class of a text of that role.
std::string_view text_class(TextRole role);

// Class of what has a section's colours: "s0" to "s9".
std::string section_class(std::uint32_t colour);

// Rules for the root `#id` and what is in it, and for nothing else of a page that the drawing is
// inlined in. Theme::automatic is light first, with the
// dark colours in a media rule, for readers of SVG that know no media rules.
std::string svg_style(std::string_view id, Theme theme, const StyleUse& used);

}  // namespace prereq
