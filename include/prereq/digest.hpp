// A fingerprint of what a drawing was made from.
//
// An SVG carries it as `data-source`. It tells a stale picture from one that another release of
// Graphviz merely laid out differently: it covers everything that is drawn, the options, and the
// revision of prereq's own drawing, but no coordinates. Not a cryptographic hash.
#pragma once

#include <string>
#include <string_view>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "prereq/view.hpp"

namespace prereq {

// 16 hexadecimal digits; the same on every machine. SvgOptions::source_digest is left out of it.
// O(size of the view).
std::string source_digest(const View& view, const ArrangeOptions& arrange_options,
                          const SvgOptions& svg_options);

// The digest in the root of a text that begins with an SVG, or what svg_to_png() and svg_to_pdf()
// took over of it, with the scale behind it; empty if there is none. Equal for pictures of the
// same.
std::string_view carried_digest(std::string_view picture);

}  // namespace prereq
