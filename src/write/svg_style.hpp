// The style sheet inside an SVG.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "prereq/drawing.hpp"
#include "prereq/svg.hpp"
#include "write/palette.hpp"

namespace prereq {

// Class of a text of that role.
std::string_view text_class(TextRole role);

// Class of what has a section's colours: "s0" to "s9".
std::string section_class(std::uint32_t colour);

// Rules for the root `#id` and what is in it, and for nothing else of a page that the drawing is
// inlined in. `used` tells which section colours occur. Theme::automatic is light first, with the
// dark colours in a media rule, for readers of SVG that know no media rules.
std::string svg_style(std::string_view id, Theme theme, const std::array<bool, palette_size>& used);

}  // namespace prereq
