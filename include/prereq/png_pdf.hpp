// PNG and PDF of a drawing that write_svg() wrote.
//
// librsvg draws them, with the fonts that are installed. It is loaded when one of these functions
// is first called, so that nothing else needs it or pays for it; a build may be without it. Both
// draw what is not in a media query: the light theme, unless the SVG was written for the dark one.
// The same bytes for the same SVG, with the same librsvg and fonts: no date is written.
// Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "prereq/svg.hpp"

namespace prereq {

// Why there can be no PNG and PDF here; empty if there can.
std::string png_pdf_complaint();

inline constexpr double least_png_scale = 0.1;
inline constexpr double most_png_scale = 16;
// Of a PNG: on each side, and in all.
inline constexpr int most_png_side_px = 32'767;
inline constexpr int most_png_px = 100'000'000;

// `scale` pixels for each of the drawing's. Nothing, and why in `wrong`, if the picture would be
// too large or librsvg cannot draw it. The digests that the SVG carries (digest.hpp) are in the PNG
// too, the second of its own bytes. Behind it is white, or nothing if the paper is transparent.
// Requires: the scale is within its limits. O(pixels).
std::optional<std::string> svg_to_png(std::string_view svg, double scale, std::string& wrong,
                                      Paper paper = Paper::automatic);

// One page, 96 pixels of the drawing an inch, smaller where a page could not be as large. Texts
// stay texts, and links lead where they do in the SVG. `title` is what a reader shows above it.
std::optional<std::string> svg_to_pdf(std::string_view svg, const std::string& title,
                                      std::string& wrong, Paper paper = Paper::automatic);

}  // namespace prereq
