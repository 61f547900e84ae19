// A drawing as bytes, for the way from a child of the process to its parent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

std::string to_bytes(const Drawing& drawing);

// Nothing if these are no bytes of a drawing of `view`: the child may have crashed. Any bytes do no
// harm.
std::optional<Drawing> drawing_from_bytes(std::string_view bytes, const View& view);

}  // namespace prereq
