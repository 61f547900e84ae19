// A placement as bytes, for the way from a child process.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "arrange/place/placement.hpp"
#include "arrange/plan/page_plan.hpp"
#include "prereq/view.hpp"

namespace prereq {

std::string to_bytes(const Placement& placement);

// Whatever the bytes are: a placement of this plan, with finite numbers of reasonable size, or
// nothing.
std::optional<Placement> placement_from_bytes(std::string_view bytes, const View& view,
                                              const PagePlan& plan);

}  // namespace prereq
