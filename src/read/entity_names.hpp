// Characters by the names that HTML 4 and XML give them, which are those that Graphviz knows.
#pragma once

#include <optional>
#include <string_view>

namespace prereq {

// `eacute` is é. O(log n) for their number.
std::optional<char32_t> character_named(std::string_view name);

}  // namespace prereq
