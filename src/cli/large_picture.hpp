// What to tell the author of a picture that is too large for any page.
#pragma once

#include <optional>
#include <string>

#include "prereq/drawing.hpp"
#include "prereq/roadmap.hpp"

namespace prereq::cli {

// How large it is and which views of this roadmap would serve better; nothing for a picture that
// can be read on a page.
std::optional<std::string> advice_on_large_picture(const Drawing& drawing, const Roadmap& roadmap);

}  // namespace prereq::cli
