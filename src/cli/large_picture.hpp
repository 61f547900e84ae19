// What to tell the author of a picture that is too large for any page, or wider than asked for.
#pragma once

#include <optional>
#include <string>

#include "prereq/arrange.hpp"
#include "prereq/drawing.hpp"
#include "prereq/roadmap.hpp"

namespace prereq::cli {

// How large it is and which views of this roadmap would serve better; nothing for a picture that
// can be read on a page.
std::optional<std::string> advice_on_large_picture(const Drawing& drawing, const Roadmap& roadmap);

// That lines are left out, and the way out; nothing if all are there.
std::optional<std::string> advice_on_left_out_lines(const Drawing& drawing);

// That the picture is wider than was asked for by `source`, such as `--max-width`, and the way out;
// nothing if it is not.
std::optional<std::string> advice_on_wide_picture(const Drawing& drawing,
                                                  const ArrangeOptions& options,
                                                  const std::string& source);

}  // namespace prereq::cli
