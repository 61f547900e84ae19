// librsvg, which turns an SVG into the bytes of other pictures.
//
// Implemented twice: by rsvg.cpp, which loads it, and for a build without it by no_rsvg.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "prereq/svg.hpp"

namespace prereq {

// Why it cannot be used; empty if it can.
std::string rsvg_complaint();

// Nothing, and why in `wrong`, if it cannot be used or cannot draw this.
std::optional<std::string> rsvg_png(std::string_view svg, double scale, Paper paper,
                                    std::string& wrong);
std::optional<std::string> rsvg_pdf(std::string_view svg, const std::string& title, Paper paper,
                                    std::string& wrong);

}  // namespace prereq
