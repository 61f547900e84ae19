// What changes between two versions of a page, for people and for `patch`.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// Empty if they are equal; else `--- NAME`, `+++ NAME` and hunks with three lines of context, with
// control characters made visible. A shortest edit where the versions are alike, else one that
// replaces all lines that are not common to both ends. O(lines) in any case.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace prereq
