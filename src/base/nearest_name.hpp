// "did you mean": the known name that is closest to one that is not known.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace prereq {

// The number of insertions, deletions, replacements and swaps of neighbours that turn one into the
// other (optimal string alignment), bytes counted; `limit` + 1 if it is more than `limit`.
// O(length * limit).
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

// The first of the candidates with the smallest distance, if that is at most a third of the name's
// length, rounded up, and at most 3; else empty. O(candidates * length).
std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates);

}  // namespace prereq
